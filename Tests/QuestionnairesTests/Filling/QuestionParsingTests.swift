import FoundationEssentials
import Testing

@testable import Questionnaires

@Suite struct `A question` {
  static let days = ["Monday", "Tuesday", "Thursday", "Älmhult"].map {
    AnswerOption(label: $0, value: .coding(Coding(code: "c-\($0.prefix(2))", display: $0)))
  }
  let today = Sample.today ?? PartialDate.some

  private func parse(
    _ typed: String, _ kind: Question.Kind, change: (inout Question) -> Void = { _ in }
  )
    throws -> [AnswerValue]
  {
    var question = Question(linkID: "q", text: "A question?", kind: kind)
    question.options = if case .choice = kind { Self.days } else { [] }
    if case .choice(multiple: true, _) = kind { question.repeats = true }
    change(&question)
    return try question.parse(typed, today: today)
  }

  @Test(arguments: [
    ("1", "Monday"), ("4", "Älmhult"), ("m", "Monday"), ("MON", "Monday"), ("tu", "Tuesday"),
    ("thursday", "Thursday"), ("alm", "Älmhult"), ("c-Tu", "Tuesday"), (" 2 ", "Tuesday"),
  ])
  func `takes the number, the first letters or the code of a choice`(typed: String, label: String)
    throws
  {
    let answers = try parse(typed, .choice(multiple: false, open: false))

    #expect(answers == Self.days.filter { $0.label == label }.map(\.value))
  }

  @Test(arguments: ["1 3", "1,3", "3, 1", "1 3 3", "mon, thu"])
  func `takes several choices at once where it may`(typed: String) throws {
    let answers = try parse(typed, .choice(multiple: true, open: false))

    #expect(Set(answers) == [Self.days[0].value, Self.days[2].value])
    #expect(answers.count == 2)
  }

  @Test(arguments: [
    ("t", AnswerProblem.ambiguous(["Tuesday", "Thursday"])),
    ("5", .notAnOption(count: 4)), ("0", .notAnOption(count: 4)), ("xyz", .notAnOption(count: 4)),
    ("1 3", .notAnOption(count: 4)), ("  ", .empty),
  ])
  func `says which choices there are`(typed: String, problem: AnswerProblem) {
    #expect(throws: problem) { try parse(typed, .choice(multiple: false, open: false)) }
  }

  @Test func `takes own words where it is open`() throws {
    #expect(try parse("my aunt", .choice(multiple: false, open: true)) == [.string("my aunt")])
    #expect(try parse("mon", .choice(multiple: false, open: true)) == [Self.days[0].value])
    #expect(throws: AnswerProblem.notAnOption(count: 4)) {
      try parse("9", .choice(multiple: false, open: true))
    }
  }

  @Test func `takes numbers in labels where the list is shorter`() throws {
    let answers = try parse("12", .choice(multiple: false, open: false)) {
      $0.options = [6, 8, 12].map {
        AnswerOption(label: "\($0) weeks", value: .coding(Coding(code: "\($0)")))
      }
    }

    #expect(answers == [.coding(Coding(code: "12"))])
  }

  @Test func `asks back where a code looks like the start of another label`() {
    #expect(throws: AnswerProblem.ambiguous(["Switzerland", "China"])) {
      try parse("ch", .choice(multiple: false, open: false)) {
        $0.options = [("CH", "Switzerland"), ("CN", "China")].map {
          AnswerOption(label: $1, value: .coding(Coding(code: $0)))
        }
      }
    }
  }

  @Test func `lets an exclusive choice stand alone`() {
    #expect(throws: AnswerProblem.exclusive("Tuesday")) {
      try parse("1 2", .choice(multiple: true, open: false)) { $0.options[1].isExclusive = true }
    }
  }

  @Test(arguments: [("y", true), ("Yes", true), ("true", true), ("n", false), ("NO", false)])
  func `takes yes and no`(typed: String, value: Bool) throws {
    #expect(try parse(typed, .boolean) == [.boolean(value)])
  }

  @Test(arguments: ["maybe", "1", "yesno"])
  func `takes nothing between yes and no`(typed: String) {
    #expect(throws: AnswerProblem.notYesOrNo) { try parse(typed, .boolean) }
  }

  @Test func `takes whole numbers within a range`() throws {
    #expect(try parse("7", .integer(0...10)) == [.integer(7)])
    #expect(try parse("-7", .integer(nil)) == [.integer(-7)])
    #expect(throws: AnswerProblem.notWhole(0...10)) { try parse("11", .integer(0...10)) }
    #expect(throws: AnswerProblem.notWhole(0...10)) { try parse("7.5", .integer(0...10)) }
  }

  @Test(arguments: [("1.5", "1.5"), ("1,5", "1.5"), ("-2", "-2"), ("+3", "3")])
  func `takes numbers`(typed: String, value: String) throws {
    #expect(try parse(typed, .decimal) == [.decimal(try #require(Decimal(string: value)))])
  }

  @Test(arguments: ["1.2.3", "seven", ".", "1e5", "--1", "5-"])
  func `takes nothing else for a number`(typed: String) {
    #expect(throws: AnswerProblem.notANumber) { try parse(typed, .decimal) }
  }

  @Test(arguments: [
    ("today", "2026-03-01"), ("Yesterday", "2026-02-28"), ("2025", "2025"), ("2025-06", "2025-06"),
    ("2025-06-07", "2025-06-07"),
  ])
  func `takes dates, whole or not`(typed: String, date: String) throws {
    #expect(try parse(typed, .date) == [.date(try #require(PartialDate(date)))])
    #expect(try parse(typed, .dateTime) == [.dateTime(try #require(DateTime(date)))])
  }

  @Test func `takes times and addresses`() throws {
    #expect(try parse("9:30", .time) == [.time(try #require(TimeOfDay("09:30:00")))])
    #expect(try parse("https://example.org", .url) == [.uri("https://example.org")])
    #expect(throws: AnswerProblem.notATime) { try parse("half nine", .time) }
    #expect(throws: AnswerProblem.notAURL) { try parse("example", .url) }
    #expect(throws: AnswerProblem.notADate) { try parse("31/12/2025", .date) }
  }

  @Test func `puts the unit to a number`() throws {
    let kilogram = Coding(system: "http://unitsofmeasure.org", code: "kg", display: "kg")
    let expected = Quantity(
      value: 70, unit: "kg", system: "http://unitsofmeasure.org", code: "kg")

    for typed in ["70", "70 kg", "70kg"] {
      #expect(
        try parse(typed, .quantity(unit: "kg")) { $0.unit = kilogram } == [.quantity(expected)])
    }
    #expect(throws: AnswerProblem.wrongUnit(["kg"])) {
      try parse("70 miles", .quantity(unit: "kg")) { $0.unit = kilogram }
    }
  }

  @Test func `keeps words to their limits`() throws {
    let limit = { (question: inout Question) in
      question.limits.minLength = 3
      question.limits.maxLength = 5
    }

    #expect(try parse("four", .string(maxLength: 5), change: limit) == [.string("four")])
    #expect(throws: AnswerProblem.tooShort(minimum: 3)) { try parse("a", .text, change: limit) }
    #expect(throws: AnswerProblem.tooLong(maximum: 5)) { try parse("abcdef", .text, change: limit) }
    #expect(throws: AnswerProblem.notOneLine) { try parse("a\nb", .string(maxLength: nil)) }
    #expect(try parse("a\nb", .text) == [.string("a\nb")])
  }

  @Test func `matches the whole answer with a pattern`() throws {
    let pattern = { (question: inout Question) in
      question.limits.pattern = "[0-9]{4}"
      question.limits.entryFormat = "1234"
    }

    #expect(try parse("2026", .string(maxLength: nil), change: pattern) == [.string("2026")])
    #expect(throws: AnswerProblem.wrongFormat("1234")) {
      try parse("20267", .string(maxLength: nil), change: pattern)
    }
  }

  @Test(arguments: [
    (AnswerProblem.notWhole(0...10), "Please type a whole number from 0 to 10."),
    (.notWhole(nil), "Please type a whole number."),
    (.notWhole(1...Int.max), "Please type a whole number from 1 up."),
    (
      .notAnOption(count: 4), "Please type a number from 1 to 4, or the first letters of an answer."
    ),
    (
      .ambiguous(["Tuesday", "Thursday"]),
      "That could be ‘Tuesday’ or ‘Thursday’. Please type a little more, or the number."
    ),
    (.exclusive("None"), "‘None’ goes alone. Please choose it, or the others."),
    (.required, "This one needs an answer before you can go on."),
  ])
  func `explains kindly what is possible`(problem: AnswerProblem, words: String) {
    #expect(problem.description == words)
  }
}

extension PartialDate {
  /// Stands in where the day of the tests could not be made.
  fileprivate static var some: PartialDate {
    preconditionFailure("the day of the tests has to be a day of the calendar")
  }
}

import Testing

@testable import Questionnaires

@Suite(.enabled(if: FHIRSuite.isPresent, "the FHIR suite is not on this computer"))
struct `Forms of other projects` {
  @Test func `are read, counted and written again without a loss`() throws {
    let rows = try FHIRSuite.rows("load.tsv")
    var faults: [String] = []
    for row in rows {
      let text = try FHIRSuite.text(row[0])
      let form = try Questionnaire(parsing: text)
      let original = try JSONValue(parsing: text)
      let again = try JSONValue(parsing: form.json.text(indented: true))
      if again != original || Self.count(form.json) != Int(row[1]) { faults.append(row[0]) }
    }

    #expect(rows.count == 560)
    #expect(faults == [])
  }

  @Test func `are asked from the first to the last question without a crash`() throws {
    let short = try FHIRSuite.rows("load.tsv").filter { (Int($0[1]) ?? 0) <= 60 }
    var unfinished: [String] = []
    for row in short {
      var filler = FormFiller(try FHIRSuite.questionnaire(row[0]))
      for _ in 0..<1000 where !filler.isAtEnd { filler.takeAnyStep() }
      if !filler.isAtEnd { unfinished.append(row[0]) }
    }

    #expect(short.count == 541)
    // Nine forms require an answer that is none of the few tried here.
    #expect(unfinished.count == 9)
  }

  private static func count(_ json: JSONValue) -> Int {
    (json["item"]?.elements ?? []).map { 1 + count($0) }.reduce(0, +)
  }
}

extension FormFiller {
  /// Whether every question was asked.
  fileprivate var isAtEnd: Bool {
    switch step {
    case .display, .ask: false
    case .review, .complete: true
    }
  }

  /// Goes one step on, with a simple answer where one is required.
  fileprivate mutating func takeAnyStep() {
    guard case .ask(let question) = step else { return next() }
    // A question that takes no such answer is left waiting.
    try? question.isRequired ? answer(question.anAnswer) : skip()
  }
}

extension Question {
  /// Some answer that fits the question, if there is an easy one.
  fileprivate var anAnswer: [AnswerValue] {
    let typed = ["1", "yes", "50", "2020-01-01", "10:00", "https://example.org", "some words"]
    // Most of the words do not fit most of the questions.
    return Sample.today.flatMap { day in
      typed.lazy.compactMap { try? parse($0, today: day) }.first
    } ?? []
  }
}

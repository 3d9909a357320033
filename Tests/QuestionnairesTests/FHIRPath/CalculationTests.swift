import Testing

@testable import Questionnaires

@Suite struct `A calculation` {
  typealias Sample = CalculationSample

  @Test func `works out values and puts them into the response`() throws {
    let form = try Sample.form(
      Sample.item("a"), Sample.calculated("sum", "\(Sample.answer("a")) + 1"))
    let outcome = Sample.outcome(form, Sample.response(["a": .integer(2)]))

    #expect(outcome.values == ["sum": [.integer(3)]])
    #expect(outcome.response.answers(to: "sum") == [.integer(3)])
    #expect(outcome.faults == [])
  }

  @Test func `takes a value back when there is none any more`() throws {
    let form = try Sample.form(
      Sample.item("a"), Sample.calculated("sum", "\(Sample.answer("a")) + 1"))
    let outcome = Sample.outcome(form, Sample.response(["sum": .integer(3)]))

    #expect(outcome.values == ["sum": []])
    #expect(outcome.response.answers(to: "sum") == [])
  }

  @Test func `follows a chain of values to its end`() throws {
    let chain = (1...40).reversed().map {
      Sample.calculated("v\($0)", "\(Sample.answer("v\($0 - 1)")) + 1")
    }
    let form = try Sample.form(Sample.item("v0"), chain.joined(separator: ","))
    let outcome = Sample.outcome(form, Sample.response(["v0": .integer(0)]))

    #expect(outcome.response.answers(to: "v40") == [.integer(40)])
    #expect(outcome.faults == [])
  }

  @Test func `sees nothing that is worked out when only asked about the answers as they are`()
    throws
  {
    let form = try Sample.form(
      Sample.calculated("a", "1"), Sample.calculated("b", "\(Sample.answer("a")) + 1"))
    let outcome = Calculation(form).outcome(of: QuestionnaireResponse(), isSettled: false)

    #expect(outcome.values == ["a": [.integer(1)], "b": []])
  }

  @Test func `reports values that chase each other, and leaves them empty`() throws {
    let form = try Sample.form(
      Sample.calculated("a", "iif(\(Sample.answer("a")) = 1, 2, 1)"),
      Sample.calculated("b", "5"))
    let outcome = Sample.outcome(form, QuestionnaireResponse())

    #expect(outcome.values == ["a": [], "b": [.integer(5)]])
    #expect(
      outcome.faults == [
        CalculationFault(linkID: "a", role: .calculatedExpression, problem: .circular)
      ])
  }

  @Test func `leaves a field empty that cannot be worked out, and says so`() throws {
    let form = try Sample.form(
      Sample.item("a"), Sample.calculated("b", "\(Sample.answer("a")) + 'x'"))
    let outcome = Sample.outcome(form, Sample.response(["a": .integer(1)]))

    #expect(outcome.values == ["b": []])
    #expect(
      outcome.faults.map(\.description) == [
        "‘b’ could not be calculated: column 55: ‘+’ cannot be used with these values"
      ])
  }

  @Test func `leaves alone what the person changed`() throws {
    let form = try Sample.form(Sample.calculated("a", "1"))
    let response = Sample.response(["a": .integer(9)])
    let outcome = Calculation(form).outcome(of: response, keeping: ["a"])

    #expect(outcome.response.answers(to: "a") == [.integer(9)])
    #expect(outcome.values == [:])
  }

  @Test(arguments: [
    ("integer", "2.0", AnswerValue.integer(2)), ("decimal", "2", .decimal(2)),
    ("string", "2", .string("2")), ("date", "'2024-11'", .date(PartialDate("2024-11") ?? day)),
    ("date", "@2026-03-01T10:00:00Z", .date(day)), ("date", "today()", .date(day)),
    ("boolean", "1 = 1", .boolean(true)), ("url", "'https://a.example'", .uri("https://a.example")),
    ("time", "@T10:30", .time(TimeOfDay(hour: 10, minute: 30) ?? noon)),
    ("quantity", "3 'kg'", .quantity(Quantity(value: 3, code: "kg"))),
  ])
  func `gives each item a value of its own type`(type: String, text: String, value: AnswerValue)
    throws
  {
    let form = try Sample.form(Sample.calculated("a", text, type: type))

    #expect(
      Sample.outcome(form, QuestionnaireResponse()).response.answers(to: "a") == [value])
  }

  static let day = PartialDate.sample
  static let noon = TimeOfDay.sample

  @Test(arguments: [("integer", "1.5"), ("date", "'c d'"), ("integer", "1 | 2"), ("boolean", "3")])
  func `does not give an item what it cannot hold`(type: String, text: String) throws {
    let form = try Sample.form(Sample.calculated("a", text, type: type))
    let outcome = Sample.outcome(form, QuestionnaireResponse())

    #expect(outcome.response.items == [])
    #expect(outcome.values["a"]?.isEmpty == false)
    #expect(outcome.faults.map(\.problem) == [.wrongType])
  }

  @Test func `finds the choice that a code names`() throws {
    let options = """
      "answerOption": [{"valueCoding": {"system": "s", "code": "a", "display": "A"}}],
      """
    let form = try Sample.form(
      Sample.item("a", "choice", Sample.expression("calculatedExpression", "'a'"), more: options))

    #expect(
      Sample.outcome(form, QuestionnaireResponse()).response.answers(to: "a")
        == [.coding(Coding(system: "s", code: "a", display: "A"))])
  }
}

extension PartialDate {
  fileprivate static var sample: PartialDate {
    guard let day = PartialDate("2026-03-01") else { preconditionFailure("this is a date") }
    return day
  }
}

extension TimeOfDay {
  fileprivate static var sample: TimeOfDay {
    guard let noon = TimeOfDay(hour: 12, minute: 0) else { preconditionFailure("this is a time") }
    return noon
  }
}

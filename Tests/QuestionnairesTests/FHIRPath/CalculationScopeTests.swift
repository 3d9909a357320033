import Testing

@testable import Questionnaires

@Suite struct `What expressions of a form see` {
  typealias Sample = CalculationSample

  static let people = """
    {"resourceType": "QuestionnaireResponse", "status": "in-progress", "item": [
      {"linkId": "person", "item": [{"linkId": "age", "answer": [{"valueInteger": 40}]}]},
      {"linkId": "person", "item": [{"linkId": "age", "answer": [{"valueInteger": 7}]}]}]}
    """

  @Test func `is the repetition they stand in`() throws {
    let form = try Sample.form(
      Sample.item(
        "person", "group",
        Sample.expression("variable", "item.where(linkId='age').answer.value", name: "age"),
        repeats: true, items: Sample.item("age"), Sample.calculated("next", "%age + 1")))
    let outcome = Sample.outcome(form, try QuestionnaireResponse(parsing: Self.people))

    #expect(outcome.response.answers(to: "next") == [.integer(41), .integer(8)])
  }

  @Test func `is the nearest variable of a name`() throws {
    let form = try Sample.form(
      Sample.item(
        "g", "group", Sample.expression("variable", "2", name: "v"),
        items: Sample.calculated("inner", "%v")),
      Sample.calculated("outer", "%v"), extensions: Sample.expression("variable", "1", name: "v"))
    let outcome = Sample.outcome(form, QuestionnaireResponse())

    #expect(outcome.values == ["g/inner": [.integer(2)], "outer": [.integer(1)]])
  }

  @Test func `are variables of variables`() throws {
    let form = try Sample.form(
      Sample.calculated("a", "%w"), extensions: Sample.expression("variable", "20", name: "v"),
      Sample.expression("variable", "%v * 2", name: "w"))

    #expect(Sample.outcome(form, QuestionnaireResponse()).values == ["a": [.integer(40)]])
  }

  @Test func `is a fault where variables go round in a circle`() throws {
    let form = try Sample.form(
      Sample.calculated("a", "%v"), extensions: Sample.expression("variable", "%w", name: "v"),
      Sample.expression("variable", "%v", name: "w"))
    let outcome = Sample.outcome(form, QuestionnaireResponse())

    #expect(outcome.values == ["a": []])
    #expect(outcome.faults.count == 1)
  }

  @Test func `is nothing where a variable comes from elsewhere`() throws {
    let query = """
      {"url": "\(ExtensionURL.variable)", "valueExpression": {"name": "patient",
       "language": "application/x-fhir-query", "expression": "Patient/1"}}
      """
    let form = try Sample.form(
      Sample.calculated("a", "iif(%patient.exists(), 1, 2)"), extensions: query)

    #expect(Sample.outcome(form, QuestionnaireResponse()).values == ["a": [.integer(2)]])
    #expect(Calculation(form).faults == [])
  }

  @Test func `are the form and the item`() throws {
    let form = try Sample.form(
      Sample.calculated("a", "%questionnaire.item.count()"),
      Sample.calculated("b", "%qitem.linkId", type: "string"),
      Sample.calculated("c", "%context.linkId", type: "string"))

    #expect(
      Sample.outcome(form, QuestionnaireResponse()).values == [
        "a": [.integer(3)], "b": [.string("b")], "c": [.string("c")],
      ])
  }

  @Test func `are only answers that apply`() throws {
    let condition = """
      "enableWhen": [{"question": "a", "operator": "=", "answerInteger": 1}],
      """
    let form = try Sample.form(
      Sample.item("a"), Sample.item("b", more: condition),
      Sample.calculated("sum", "%resource.item.where(linkId='a' or linkId='b').answer.value.sum()"))
    let answers = { Sample.response(["a": .integer($0), "b": .integer(10)]) }

    #expect(Sample.outcome(form, answers(1)).values == ["sum": [.integer(11)]])
    #expect(Sample.outcome(form, answers(2)).values == ["sum": [.integer(2)]])
    #expect(Sample.outcome(form, answers(2)).response.answers(to: "b") == [.integer(10)])
  }

  @Test func `decides what is enabled, and what is enabled decides what they see`() throws {
    let form = try Sample.form(
      Sample.item("a"), Sample.calculated("double", "\(Sample.answer("a")) * 2"),
      Sample.item(
        "b", "integer", Sample.expression("enableWhenExpression", "\(Sample.answer("double")) > 5")),
      Sample.item(
        "c", "integer", Sample.expression("enableWhenExpression", "\(Sample.answer("b")).exists()"))
    )
    let conditions = { (number: Int) in
      Sample.outcome(form, Sample.response(["a": .integer(number), "b": .integer(1)])).conditions
    }

    #expect(conditions(3) == ["b": true, "c": true])
    #expect(conditions(2) == ["b": false, "c": false])
  }

  @Test func `gives first values`() throws {
    let form = try Sample.form(
      Sample.item("day", "date", Sample.expression("initialExpression", "today()")),
      Sample.item("given", "integer", Sample.expression("initialExpression", "1")),
      Sample.item("broken", "integer", Sample.expression("initialExpression", "1 + 'a'")))
    let values = Calculation(form).initialValues(
      for: Sample.response(["given": .integer(2)]), now: Sample.now)

    #expect(values == ["day": [.date(try #require(PartialDate("2026-03-01")))]])
  }
}

@Suite struct `Rules of a form` {
  typealias Sample = CalculationSample

  @Test func `are broken by answers only`() throws {
    let form = try Sample.form(Sample.item("a", "integer", Sample.rule("answer.value > 3")))
    let violations = { (response: QuestionnaireResponse) in
      Sample.outcome(form, response).violations
    }

    #expect(violations(Sample.response(["a": .integer(4)])) == [])
    #expect(violations(QuestionnaireResponse()) == [])
    #expect(
      violations(Sample.response(["a": .integer(3)])) == [
        .init(path: "a", key: "k1", severity: .error, human: "That cannot be.")
      ])
  }

  @Test func `can be of the whole form, and can be warnings`() throws {
    let form = try Sample.form(
      Sample.item("a"), extensions: Sample.rule("item.count() = 2", severity: "warning"))

    #expect(
      Sample.outcome(form, Sample.response(["a": .integer(1)])).violations == [
        .init(path: "", key: "k1", severity: .warning, human: "That cannot be.")
      ])
  }

  @Test func `can be limits`() throws {
    let limit = """
      {"url": "\(ExtensionURL.maxValue)", "_valueDate": {"extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/cqf-calculatedValue",
         "valueExpression": {"language": "text/fhirpath", "expression": "today()"}}]}}
      """
    let form = try Sample.form(Sample.item("day", "date", limit))
    let day = try #require(PartialDate("2026-03-01"))

    #expect(Sample.outcome(form, QuestionnaireResponse()).maximums == ["day": .date(day)])
  }

  @Test func `cannot be read where they are not FHIRPath`() throws {
    let form = try Sample.form(
      Sample.item("a", "integer", Sample.rule("item.wher(1)")), Sample.calculated("b", "%nam"),
      extensions: Sample.expression("variable", "1", name: "name"))

    #expect(
      Calculation(form).faults.map(\.description) == [
        "the rule ‘k1’ of ‘a’ cannot be read: column 6: no function is called ‘wher’; did you mean ‘where’?",
        "the calculatedExpression of ‘b’ cannot be read: column 1: no variable is called ‘%nam’; did you mean ‘%name’?",
      ])
  }
}

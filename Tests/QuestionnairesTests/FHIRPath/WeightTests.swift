import Testing

@testable import Questionnaires

@Suite struct `The weight of an answer` {
  typealias Sample = CalculationSample

  static let weighing = """
    "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": 2}]
    """

  static func total(_ item: String, contained: String = "", _ answer: AnswerValue) throws -> String
  {
    let form = try Sample.form(item, contained: contained)
    return try ["answer.weight()", "answer.value.ordinal()"].map { text in
      try FHIRPathExpression("item." + text).values(
        on: Sample.response(["q": answer]), form: form
      ).map { $0.text() }.joined(separator: " ")
    }.joined(separator: "|")
  }

  static let coding = AnswerValue.coding(Coding(system: "s", code: "a"))

  @Test(arguments: [
    "{\"valueCoding\": {\"system\": \"s\", \"code\": \"a\"}, \(weighing)}",
    "{\"valueCoding\": {\"system\": \"s\", \"code\": \"a\", \(weighing)}}",
  ])
  func `is that of the choice`(option: String) throws {
    let item = Sample.item("q", "choice", more: "\"answerOption\": [\(option)],")

    #expect(try Self.total(item, Self.coding) == "2|2")
  }

  @Test(arguments: [
    """
    {"resourceType": "ValueSet", "id": "v", "compose": {"include": [
      {"system": "s", "concept": [{"code": "a", \(weighing)}]}]}}
    """,
    """
    {"resourceType": "ValueSet", "id": "v", "expansion": {"contains": [
      {"system": "s", "code": "a", \(weighing)}]}}
    """,
    """
    {"resourceType": "CodeSystem", "url": "s", "property": [
      {"code": "w", "uri": "http://hl7.org/fhir/concept-properties#itemWeight", "type": "decimal"}],
     "concept": [{"code": "a", "property": [{"code": "w", "valueDecimal": 2}]}]}
    """,
    """
    {"resourceType": "CodeSystem", "url": "s", "concept": [{"code": "b", "concept": [
      {"code": "a", \(weighing)}]}]}
    """,
  ])
  func `is that of the concept`(contained: String) throws {
    let item = Sample.item("q", "choice", more: "\"answerValueSet\": \"#v\",")

    #expect(try Self.total(item, contained: contained, Self.coding) == "2|2")
  }

  @Test func `is there for answers that are no codings`() throws {
    let item = Sample.item(
      "q", "choice", more: "\"answerOption\": [{\"valueString\": \"often\", \(Self.weighing)}],")

    #expect(try Self.total(item, .string("often")) == "2|2")
  }

  @Test func `is nothing for another answer`() throws {
    let option = "{\"valueCoding\": {\"system\": \"s\", \"code\": \"a\"}, \(Self.weighing)}"
    let item = Sample.item("q", "choice", more: "\"answerOption\": [\(option)],")

    #expect(try Self.total(item, .coding(Coding(system: "t", code: "a"))) == "|")
    #expect(try Self.total(item, .integer(1)) == "|")
  }

  @Test func `is that of the answer itself where it has one`() throws {
    let text = """
      {"resourceType": "QuestionnaireResponse", "status": "in-progress", "item": [
        {"linkId": "q", "answer": [{"valueCoding": {"code": "a", \(Self.weighing)}}]}]}
      """
    let response = try QuestionnaireResponse(parsing: text)
    let form = try Sample.form(Sample.item("q", "choice"))
    let values = { try FHIRPathExpression($0).values(on: response, form: form) }

    #expect(try values("item.answer.weight()") == [.number("2")])
    #expect(try values("item.answer.value.weight()") == [.number("2")])
  }

  @Test func `adds up to no score unless all is answered`() throws {
    let option = (0...3).map {
      """
      {"valueCoding": {"system": "s", "code": "\($0)"}, "extension": [
        {"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": \($0)}]}
      """
    }.joined(separator: ",")
    let questions = (1...9).map {
      Sample.item("q\($0)", "choice", more: "\"answerOption\": [\(option)],")
    }.joined(separator: ",")
    let answers = "%resource.item.where(linkId!='total').answer"
    let form = try Sample.form(
      questions,
      Sample.calculated("total", "iif(\(answers).count()=9, \(answers).value.weight().sum(), {})"))
    let total = { (count: Int) in
      let codes = (1...count).map { number in
        QuestionnaireResponse.Item(
          linkID: LinkID("q\(number)"),
          answers: [.init(.coding(Coding(system: "s", code: "\(number % 4)")))])
      }
      return Sample.outcome(form, QuestionnaireResponse(items: codes)).values["total"]
    }

    #expect(total(9) == [.integer(13)])
    #expect(total(8) == [])
  }
}

import Testing

@testable import Questionnaires

@Suite struct `A form that somebody brings` {
  private func json(_ text: String) throws -> JSONValue {
    try JSONValue(parsing: text.map { $0 == "'" ? "\"" : "\($0)" }.joined())
  }

  private func form(_ members: String, with resources: [JSONValue] = []) throws -> Questionnaire {
    try Questionnaire(
      document: try json("{'resourceType': 'Questionnaire', 'status': 'draft', \(members)}"),
      resources: resources)
  }

  private func refusal(_ members: String) throws -> String {
    do {
      _ = try form(members)
      return ""
    } catch let error as QuestionnaireError {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("'group': {'linkId': 'a'}", "group: this is a questionnaire of FHIR DSTU2"),
    (
      "'item': [{'linkId': 'a', 'type': 'choice', 'option': []}]",
      "item[0].option: this is a questionnaire of FHIR STU3"
    ),
    (
      "'item': [{'linkId': 'a', 'type': 'choice', 'options': {}}]",
      "item[0].options: this is a questionnaire of FHIR STU3"
    ),
    (
      "'item': [{'linkId': 'a', 'type': 'boolean', 'initialBoolean': true}]",
      "item[0].initialBoolean: this is a questionnaire of FHIR STU3"
    ),
    (
      "'item': [{'linkId': 'a', 'type': 'string', 'enableWhen': [{'question': 'b', 'hasAnswer': true}]}]",
      "item[0].enableWhen[0]: this is a questionnaire of FHIR STU3"
    ),
    (
      "'item': [{'linkId': 'a', 'type': 'coding', 'answerConstraint': 'optionsOrType'}]",
      "item[0]: this is a questionnaire of FHIR R5"
    ),
    ("'item': {'linkId': 'a'}", "item: this has to be a list"),
    ("'item': ['a']", "item[0]: this has to be an item"),
  ])
  func `is refused with its place where it is of another version`(members: String, words: String)
    throws
  {
    #expect(try refusal(members).hasPrefix(words))
  }

  @Test(arguments: [
    ("'type': 'coding'", "choice"),
    ("'type': 'coding', 'answerConstraint': 'optionsOnly'", "choice"),
    ("'type': 'coding', 'answerConstraint': 'optionsOrString'", "open-choice"),
    ("'type': 'string', 'answerConstraint': 'optionsOrString'", "open-choice"),
    ("'type': 'integer', 'answerConstraint': 'optionsOnly'", "integer"),
    ("'type': 'group', 'disabledDisplay': 'hidden'", "group"),
  ])
  func `is mapped from R5 where nothing is lost`(item: String, type: String) throws {
    let item = try form("'item': [{'linkId': 'a', \(item)}]").json["item"]?.elements.first

    #expect(item == .object(["linkId": .string("a"), "type": .string(type)]))
  }

  @Test func `of R4 is kept as it is`() throws {
    let text = "'x': 1.50, 'item': [{'linkId': 'a', 'type': 'string', 'y': [null]}]"

    #expect(
      try form(text).json.text()
        == "{\"resourceType\":\"Questionnaire\",\"status\":\"draft\",\"x\":1.50,"
        + "\"item\":[{\"linkId\":\"a\",\"type\":\"string\",\"y\":[null]}]}")
  }

  @Test func `takes value sets from beside it`() throws {
    let codes = try json(
      """
      {'resourceType': 'CodeSystem', 'url': 'https://x/codes', 'concept': [
        {'code': 'a', 'display': 'A', 'concept': [{'code': 'b', 'display': 'B'}]}]}
      """)
    let set = try json(
      """
      {'resourceType': 'ValueSet', 'url': 'https://x/set', 'version': '2', 'compose': {'include': [
        {'system': 'https://x/codes'}], 'exclude': [
        {'system': 'https://x/codes', 'concept': [{'code': 'a'}]}]}}
      """)
    let item = "'item': [{'linkId': 'q', 'type': 'choice', 'answerValueSet': 'https://x/set|2'}]"

    #expect(try form(item).item("q")?.valueSet == "https://x/set|2")
    #expect(try form(item, with: [set]).item("q")?.options == [])
    let found = try form(item, with: [set, codes])
    #expect(found.item("q")?.options.map(\.label) == ["B"])
    #expect(found.faults() == [])
  }

  @Test func `is found in a bundle`() throws {
    let bundle = try json(
      """
      {'resourceType': 'Bundle', 'entry': [
        {'resource': {'resourceType': 'Questionnaire', 'status': 'draft', 'item': [
          {'linkId': 'q', 'type': 'choice', 'answerValueSet': 'https://x/set'}]}},
        {'resource': {'resourceType': 'ValueSet', 'url': 'https://x/set', 'expansion': {'contains': [
          {'system': 's', 'abstract': true, 'contains': [{'system': 's', 'code': 'a'}]}]}}}]}
      """)

    #expect(try Questionnaire(document: bundle).item("q")?.options.map(\.label) == ["a"])
  }

  @Test func `speaks another language where it has the words`() throws {
    let own = try form(
      """
      'language': 'en', 'title': 'Form', 'item': [
        {'linkId': 'a', 'type': 'choice', 'text': 'How?', 'answerOption': [
          {'valueCoding': {'code': 'x', 'display': 'Well'}}]},
        {'linkId': 'b', 'type': 'string', 'text': 'Who?'}]
      """)
    let overlay = try json(
      """
      {'language': 'de', 'title': 'Bogen', 'item': [{'linkId': 'a', 'text': 'Wie?', 'answerOption': [
        {'valueCoding': {'code': 'x', 'display': 'Gut'}}]}]}
      """)
    let german = try own.translated(by: overlay).inLanguage("de")

    #expect(german.title == "Bogen")
    #expect(german.allItems.map(\.text) == ["Wie?", "Who?"])
    #expect(german.item("a")?.options.map(\.label) == ["Gut"])
    #expect(try own.translated(by: overlay).inLanguage("fr").title == "Form")
  }
}

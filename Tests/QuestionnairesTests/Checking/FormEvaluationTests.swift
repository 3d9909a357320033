import Testing

@testable import Questionnaires

@Suite struct `The evaluation of a response` {
  private func evaluation(_ form: String, _ items: String, status: String = "completed") throws
    -> FormEvaluation
  {
    let list = items.isEmpty ? "" : ", 'item': [\(items)]"
    let text = "{'resourceType': 'QuestionnaireResponse', 'status': '\(status)'\(list)}"
    let json = try JSONValue(parsing: text.map { $0 == "'" ? "\"" : "\($0)" }.joined())
    return try FormEvaluation(of: try Sample.form(form), for: json)
  }

  private func errors(_ form: String, _ items: String, status: String = "completed") throws
    -> [String]
  {
    try evaluation(form, items, status: status).issues.filter { $0.severity == .error }.map {
      "\($0.path) \($0.code)"
    }
  }

  private static func limited(_ type: String, _ url: String, _ value: String) -> String {
    "{'linkId': 'a', 'type': '\(type)', 'extension': [{'url': '\(url)', \(value)}]}"
  }

  @Test(arguments: [
    ("'type': 'integer'", "'valueString': 'x'", "type"),
    ("'type': 'integer'", "'valueInteger': '3'", "format"),
    ("'type': 'integer'", "'valueInteger': 2.5", "format"),
    ("'type': 'decimal'", "'valueInteger': 2", "type"),
    ("'type': 'boolean'", "'valueBoolean': 'true'", "format"),
    ("'type': 'date'", "'valueDate': '2026-2-1'", "format"),
    ("'type': 'date'", "'valueDate': '2026-02-30'", "format"),
    ("'type': 'time'", "'valueTime': '10:00'", "format"),
    ("'type': 'dateTime'", "'valueDateTime': '2026-02-01T10:00:00'", "format"),
    ("'type': 'string'", "'valueString': ''", "format"),
    ("'type': 'string', 'maxLength': 2", "'valueString': 'abc'", "max-length"),
    (
      "'type': 'integer', 'answerOption': [{'valueInteger': 1}]", "'valueInteger': 2",
      "not-an-option"
    ),
    (
      "'type': 'choice', 'answerOption': [{'valueCoding': {'code': 'x'}}]",
      "'valueCoding': {'code': 'y'}", "not-an-option"
    ),
    (
      "'type': 'choice', 'answerOption': [{'valueCoding': {'code': 'x'}}]", "'valueString': 'x'",
      "not-an-option"
    ),
    ("'type': 'string'", "'valueString': 'a', 'valueInteger': 1", "several-values"),
    ("'type': 'display'", "'valueString': 'a'", "nesting"),
    (
      "'type': 'group', 'item': [{'linkId': 'b', 'type': 'string'}]", "'valueString': 'a'",
      "nesting"
    ),
  ])
  func `finds answers that do not fit`(item: String, value: String, code: String) throws {
    let found = try errors(
      "{'linkId': 'a', \(item)}", "{'linkId': 'a', 'answer': [{\(value)}]}")

    #expect(found == ["a \(code)"])
  }

  @Test(arguments: [
    (
      limited("integer", ExtensionURL.minValue, "'valueInteger': 3"), "'valueInteger': 2",
      ["a min-value"]
    ),
    (limited("integer", ExtensionURL.minValue, "'valueInteger': 3"), "'valueInteger': 3", []),
    (
      limited("integer", ExtensionURL.maxValue, "'valueInteger': 3"), "'valueInteger': 4",
      ["a max-value"]
    ),
    (
      limited("date", ExtensionURL.maxValue, "'valueDate': '2026-01-01'"),
      "'valueDate': '2026-01-02'", ["a max-value"]
    ),
    (
      limited("string", ExtensionURL.minLength, "'valueInteger': 3"), "'valueString': 'ab'",
      ["a min-length"]
    ),
    (
      limited("string", ExtensionURL.regex, "'valueString': '[a-z]+'"), "'valueString': 'A'",
      ["a regex"]
    ),
    (limited("string", ExtensionURL.regex, "'valueString': '[a-z]+'"), "'valueString': 'a'", []),
    (
      limited("decimal", ExtensionURL.maxDecimalPlaces, "'valueInteger': 1"),
      "'valueDecimal': 1.25", ["a max-decimal-places"]
    ),
    (
      limited("decimal", ExtensionURL.maxDecimalPlaces, "'valueInteger': 1"), "'valueDecimal': 1.2",
      []
    ),
  ])
  func `keeps to limits`(form: String, value: String, found: [String]) throws {
    let items = "{'linkId': 'a', 'answer': [{\(value)}]}"

    #expect(try errors(form, items) == found)
    // What is there is checked in a draft too.
    #expect(try errors(form, items, status: "in-progress") == found)
  }

  private static let nested = """
    {'linkId': 'a', 'type': 'boolean', 'item': [{'linkId': 'b', 'type': 'string'}]},
    {'linkId': 'g', 'type': 'group', 'repeats': true, 'required': true, 'item': [
      {'linkId': 'c', 'type': 'string', 'required': true},
      {'linkId': 'd', 'type': 'string', 'enableWhen': [
        {'question': 'c', 'operator': '=', 'answerString': 'x'}]}]}
    """
  private static let good = """
    {'linkId': 'a', 'answer': [{'valueBoolean': true, 'item': [
      {'linkId': 'b', 'answer': [{'valueString': 'x'}]}]}]},
    {'linkId': 'g', 'item': [{'linkId': 'c', 'answer': [{'valueString': 'x'}]},
      {'linkId': 'd', 'answer': [{'valueString': 'y'}]}]},
    {'linkId': 'g', 'item': [{'linkId': 'c', 'answer': [{'valueString': 'z'}]}]}
    """

  @Test func `tells what applies in each repetition`() throws {
    let found = try evaluation(Self.nested, Self.good)

    #expect(found.isValid)
    #expect(found.enabled.first { $0.linkID == "d" }?.isEnabled == [true, false])
    #expect(found.json["enabled"]?["a"] == .bool(true))
    #expect(found.json["enabled"]?["c"] == .array([.bool(true), .bool(true)]))
  }

  @Test(arguments: [
    ("{'linkId': 'x', 'answer': [{'valueString': 'x'}]}, \(good)", "x unknown-item"),
    (
      "{'linkId': 'g', 'item': [{'linkId': 'c', 'answer': [{'valueString': 'z'}]}]}, {'linkId': 'a', 'answer': [{'valueBoolean': true}]}",
      "a item-order"
    ),
    (
      "{'linkId': 'a', 'answer': [{'valueBoolean': true}], 'item': [{'linkId': 'b', 'answer': [{'valueString': 'x'}]}]}, {'linkId': 'g', 'item': [{'linkId': 'c', 'answer': [{'valueString': 'z'}]}]}",
      "a qrs-1"
    ),
    (
      "{'linkId': 'g', 'item': [{'linkId': 'c', 'answer': [{'valueString': 'z'}, {'valueString': 'y'}]}]}",
      "g/c not-repeating"
    ),
    (
      "{'linkId': 'g', 'item': [{'linkId': 'c', 'answer': [{'valueString': 'z'}]}, {'linkId': 'd', 'answer': [{'valueString': 'y'}]}]}",
      "g/d not-enabled"
    ),
    (
      "{'linkId': 'a', 'answer': [{'valueBoolean': true}]}, {'linkId': 'a', 'answer': [{'valueBoolean': true}]}, {'linkId': 'g', 'item': [{'linkId': 'c', 'answer': [{'valueString': 'z'}]}]}",
      "a[1] repeated-item"
    ),
    (
      "{'linkId': 'a', 'answer': []}, {'linkId': 'g', 'item': [{'linkId': 'c', 'answer': [{'valueString': 'z'}]}]}",
      "a empty"
    ),
  ])
  func `finds what is in the wrong place`(items: String, found: String) throws {
    #expect(try errors(Self.nested, items) == [found])
  }

  @Test func `asks for what is required only of what is finished`() throws {
    #expect(try errors(Self.nested, "") == ["g required", "g/c required"])
    #expect(try errors(Self.nested, "", status: "in-progress") == [])
    #expect(try errors(Self.nested, "", status: "amended") == ["g required", "g/c required"])
  }

  @Test func `works values out and knows the rules of the form`() throws {
    let form = """
      {'linkId': 'n', 'type': 'integer', 'extension': [{
        'url': 'http://hl7.org/fhir/StructureDefinition/questionnaire-constraint', 'extension': [
          {'url': 'key', 'valueId': 'even'}, {'url': 'severity', 'valueCode': 'error'},
          {'url': 'human', 'valueString': 'Has to be even.'},
          {'url': 'expression', 'valueString': 'answer.value mod 2 = 0'}]}]},
      {'linkId': 'sum', 'type': 'integer', 'readOnly': true, 'extension': [{
        'url': '\(ExtensionURL.calculatedExpression)', 'valueExpression': {
          'language': 'text/fhirpath',
          'expression': '%resource.item.where(linkId=\\u0027n\\u0027).answer.value + 1'}}]}
      """
    let odd = try evaluation(form, "{'linkId': 'n', 'answer': [{'valueInteger': 3}]}")

    #expect(odd.values == [.init(linkID: "sum", answers: [.integer(4)])])
    #expect(odd.issues.map(\.message) == ["Has to be even."])
    #expect(!odd.isValid)
    #expect(try evaluation(form, "{'linkId': 'n', 'answer': [{'valueInteger': 4}]}").isValid)
  }
}

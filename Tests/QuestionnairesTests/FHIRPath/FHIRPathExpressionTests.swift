import Testing

@testable import Questionnaires

@Suite struct `A FHIRPath expression` {
  /// A response with two people, of whom the second has no age, and three codings.
  static let response = """
    {"resourceType": "QuestionnaireResponse", "status": "in-progress",
     "authored": "2026-03-01T12:00:00Z", "item": [
      {"linkId": "person", "item": [
        {"linkId": "name", "answer": [{"valueString": "Tom"}]},
        {"linkId": "age", "answer": [{"valueInteger": 40}]}]},
      {"linkId": "person", "item": [{"linkId": "name", "answer": [{"valueString": "Ann"}]}]},
      {"linkId": "q1", "answer": [
        {"valueCoding": {"system": "s", "code": "a", "display": "A lot"}},
        {"valueCoding": {"system": "s", "code": "b"}}]},
      {"linkId": "weight", "answer": [
        {"valueQuantity": {"value": 70.5, "unit": "kilograms", "code": "kg"}}]},
      {"linkId": "day", "answer": [{"valueDate": "2024-11"}]}]}
    """

  /// Works out an expression, and writes the values one after the other.
  static func values(_ text: String) throws -> String {
    let expression = try FHIRPathExpression(text)
    let response = try QuestionnaireResponse(parsing: response)
    let values = try expression.values(
      on: response, variables: ["n": [.number("7")], "none": []],
      now: DateTime("2026-03-01T12:30:00Z"))
    return values.map { $0.text() }.joined(separator: " ")
  }

  @Test(arguments: [
    ("1", "1"), ("1.50", "1.5"), ("'it\\'s'", "\"it's\""), ("true", "true"), ("{}", ""),
    ("@2024-11-23", "\"2024-11-23\""), ("@2024-11-23T20:15:00.5Z", "\"2024-11-23T20:15:00.500Z\""),
    ("@T20:15", "\"20:15\""), ("4 'kg'", "{\"value\":4,\"code\":\"kg\"}"),
    ("'\\u0041\\n'", "\"A\\n\""), ("1 // one\n + /* two */ 2", "3"), ("%n", "7"), ("%`n`", "7"),
    ("'\\d'", "\"\\\\d\""),
  ])
  func `reads values`(text: String, expected: String) throws {
    #expect(try Self.values(text) == expected)
  }

  @Test(arguments: [
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("7 / 2", "3.5"), ("6 / 2", "3"), ("7 div 2", "3"),
    ("7 mod 2", "1"), ("-7 div 2", "-3"), ("1 / 0", ""), ("1 div 0", ""), ("1 mod 0", ""),
    ("0.1 + 0.2", "0.3"), ("1 + {}", ""), ("'a' + 'b'", "\"ab\""), ("'a' & {}", "\"a\""),
    ("-%n", "-7"), ("+3", "3"), ("2 - 3 - 4", "-5"), ("9223372036854775807 + 1", ""),
    ("1 'kg' + 2 'kg'", "{\"value\":3,\"code\":\"kg\"}"), ("1 'kg' + 2 'm'", ""),
    ("10 'kg' / 2 'kg' > 4 '1'", "true"), ("5.5 mod 2", "1.5"), ("5.5 div 2", "2"),
  ])
  func `reckons exactly`(text: String, expected: String) throws {
    #expect(try Self.values(text) == expected)
  }

  @Test(arguments: [
    ("1 = 1.0", "true"), ("1 = 2", "false"), ("1 != 2", "true"), ("{} = 1", ""), ("1 = {}", ""),
    ("(1 | 2) = (1 | 2)", "true"), ("(1 | 2) = (2 | 1)", "false"), ("(1 | 2) ~ (2 | 1)", "true"),
    ("'A b' ~ 'a  B'", "true"), ("'A' = 'a'", "false"), ("'A' !~ 'b'", "true"), ("{} ~ {}", "true"),
    ("@2024 = @2024-11", ""), ("@2024-11 = @2024-11", "true"), ("@2024 = @2023-01", "false"),
    ("@2024 ~ @2024-11", "false"), ("@2024 < @2024-11", ""), ("@2023 < @2024-11", "true"),
    ("@2024-01-01T12:00:00Z = @2024-01-01T13:00:00+01:00", "true"),
    ("@2024-01-01T12:00Z = @2024-01-01T12:00:00Z", ""), ("@T10:00 < @T11:00", "true"),
    ("1 'kg' = 1000 'g'", "true"), ("1 'kg' = 1 'm'", ""), ("1 'kg' < 2 'm'", ""),
    ("70 'kg' < 70500 'g'", "true"), ("1.23 ~ 1.2", "true"), ("'a' < 'b'", "true"),
    ("2 > 1", "true"), ("2 >= 2", "true"), ("1 <= 0", "false"), ("1 < {}", ""),
    ("1 in (1 | 2)", "true"), ("(1 | 2) contains 3", "false"), ("{} in (1 | 2)", ""),
    ("%resource.item.where(linkId='day').answer.value = @2024-11", "true"),
    ("%resource.item.where(linkId='weight').answer.value > 70000 'g'", "true"),
    ("item.where(linkId='q1').answer.value[0] ~ item.where(linkId='q1').answer.value[0]", "true"),
  ])
  func `compares, and says nothing where it cannot be told`(text: String, expected: String) throws {
    #expect(try Self.values(text) == expected)
  }

  @Test(arguments: [
    ("true and true", "true"), ("true and false", "false"), ("true and {}", ""),
    ("false and {}", "false"), ("{} and false", "false"), ("true or {}", "true"),
    ("{} or true", "true"), ("false or {}", ""), ("true xor false", "true"), ("true xor {}", ""),
    ("false implies {}", "true"), ("{} implies true", "true"), ("true implies {}", ""),
    ("true implies false", "false"), ("true.not()", "false"), ("{}.not()", ""),
    ("true or false and false", "true"), ("1 = 1 and 2 = 2", "true"), ("'x' and true", "true"),
  ])
  func `knows true, false and unknown`(text: String, expected: String) throws {
    #expect(try Self.values(text) == expected)
  }

  @Test(arguments: [
    ("item.where(linkId='q1').answer.value.code", "\"a\" \"b\""),
    ("item.where(linkId='q1').answer.valueCoding.code", "\"a\" \"b\""),
    ("item.where(linkId='q1').answer.valueString", ""),
    ("QuestionnaireResponse.item.count()", "5"), ("item[4].linkId", "\"day\""), ("item[9]", ""),
    ("%resource.status", "\"in-progress\""), ("%resource.authored > @2026-02", "true"),
    ("repeat(item).linkId.count()", "8"), ("descendants().where($this = 'Tom').count()", "1"),
    ("repeat(item).where(linkId='name').answer.value", "\"Tom\" \"Ann\""),
    ("%resource.descendants().where(linkId='age').answer.value", "40"),
    ("item.where(linkId='weight').answer.value.value", "70.5"),
    ("item.where(linkId='person').item.where(linkId='name').answer.value.first()", "\"Tom\""),
    ("%context.item.first().linkId", "\"person\""), ("item.children().count()", "12"),
    ("item.select(linkId & $index.toString()).last()", "\"day4\""), ("nothing.more", ""),
    ("%none.exists()", "false"), ("%none + 1", ""), ("%resource.item.answer.item", ""),
  ])
  func `walks through a response`(text: String, expected: String) throws {
    #expect(try Self.values(text) == expected)
  }

  @Test func `counts equal repetitions once in repeat and twice in repeatAll`() throws {
    let text = """
      {"resourceType": "QuestionnaireResponse", "status": "in-progress", "item": [
        {"linkId": "a", "answer": [{"valueInteger": 5}]},
        {"linkId": "a", "answer": [{"valueInteger": 5}]}]}
      """
    let response = try QuestionnaireResponse(parsing: text)
    let once = try FHIRPathExpression("repeat(item).answer.value.sum()").values(on: response)
    let twice = try FHIRPathExpression("repeatAll(item).answer.value.sum()").values(on: response)

    #expect(once == [.number("5")])
    #expect(twice == [.number("10")])
  }

  @Test func `walks through any JSON`() throws {
    let json = try JSONValue(
      parsing: #"{"a": [{"b": 1}, {"b": 2.50}], "valueBoolean": true, "birthDate": "1970-01"}"#)
    let values = { (text: String) in
      try FHIRPathExpression(text).values(on: json).map { $0.text() }
    }

    #expect(try values("a.b.sum()") == ["3.5"])
    #expect(try values("value") == ["true"])
    #expect(try values("birthDate < @1971") == ["true"])
  }
}

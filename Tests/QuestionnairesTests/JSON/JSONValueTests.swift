import FoundationEssentials
import Testing

@testable import Questionnaires

@Suite struct `A JSON document` {
  @Test func `keeps the order of members and the digits of numbers`() throws {
    let text = #"{"b":1.50,"a":[true,null,-2e3],"c":{"x":"y"}}"#

    #expect(try JSONValue(parsing: text).text() == text)
  }

  @Test func `is written with one member a line on demand`() throws {
    let value = try JSONValue(parsing: #"{"a":[1,2],"b":{},"c":[]}"#)

    #expect(
      value.text(indented: true) == """
        {
          "a": [
            1,
            2
          ],
          "b": {},
          "c": []
        }
        """)
  }

  @Test func `means the same in any order of members`() throws {
    #expect(try JSONValue(parsing: #"{"a":1,"b":2}"#) == JSONValue(parsing: #"{"b":2,"a":1}"#))
    #expect(try JSONValue(parsing: "[1,2]") != JSONValue(parsing: "[2,1]"))
  }

  @Test(arguments: [
    (#""a\"b\\c\/d\n\t""#, "a\"b\\c/d\n\t"), (#""\u00e9""#, "é"), (#""\ud83d\ude42""#, "🙂"),
    ("\"é🙂\"", "é🙂"),
  ])
  func `reads escapes`(text: String, expected: String) throws {
    #expect(try JSONValue(parsing: text) == .string(expected))
  }

  @Test func `writes characters that have to be escaped`() {
    #expect(JSONValue.string("\"\\\n\u{1}é").text() == #""\"\\\n\u0001é""#)
  }

  @Test(arguments: [
    ("", "1:1: error: the JSON text ends too early; close every bracket and quotation mark"),
    ("{\"a\":1,\n  \"a\":2}", "2:3: error: the name ‘a’ occurs twice in this object; keep one"),
    ("[1 2]", "1:4: error: this character does not belong here in JSON"),
    ("{\"a\":1} x", "1:9: error: this character does not belong here in JSON"),
    ("[01]", "1:2: error: this is not a number of JSON; write it like 3, -2.5 or 1e6"),
    (#"["\x"]"#, "1:3: error: a backslash must be followed by one of the escapes of JSON"),
  ])
  func `says what is wrong and where`(text: String, message: String) {
    #expect {
      try JSONValue(parsing: text)
    } throws: { error in
      "\(error)" == message
    }
  }

  @Test func `does not follow brackets without end`() {
    let text = String(repeating: "[", count: 100_000)

    #expect(throws: JSONSyntaxError(problem: .tooDeep, line: 1, column: 401)) {
      try JSONValue(parsing: text)
    }
  }

  @Test func `passes through other coders`() throws {
    let value = try JSONValue(parsing: #"{"a":[1,2.5,"x",null,true]}"#)
    let bytes = try JSONEncoder().encode(value)

    #expect(String(decoding: bytes, as: UTF8.self) == #"{"a":[1,2.5,"x",null,true]}"#)
    #expect(try JSONDecoder().decode(JSONValue.self, from: bytes) == value)
  }
}

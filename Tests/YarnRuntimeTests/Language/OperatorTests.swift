import Testing
import YarnRuntime

@Suite struct `An operator` {
  @Test(arguments: [
    ("2 * 3 + 1", "7"), ("10 - 4 - 3", "3"), ("2 * 6 / 3", "4"), ("7 % 4 * 2", "6"),
    ("-2 * 3", "-6"), ("2 - -2", "4"), ("-(1 + 2)", "-3"), ("--1", "1"), ("- 1", "-1"),
    ("1+2*3-4/2", "5"), ("3 -1", "2"), ("((1)+(2))*(3)", "9"), ("1 + 1 == 2 and 2 > 1", "True"),
    ("true == 1 < 2", "True"), ("1 < 2 == true", "True"), ("not (1 == 2)", "True"),
    ("not false and false", "False"), ("not not true", "True"), ("!!true", "True"),
  ])
  func `binds as tightly as the language says`(expression: String, text: String) throws {
    #expect(try Script("{\(expression)}").play() == [text])
  }

  @Test(arguments: [
    ("false and true or true", "True"), ("true or true and false", "False"),
    ("true and (false or true)", "True"), ("true xor true or true", "True"),
    ("true or false xor true", "False"), ("false and false or true xor true", "False"),
    ("true || true && false", "False"), ("true ^ true || true", "True"),
  ])
  func `of logic stands on one level with the others`(expression: String, text: String) throws {
    #expect(try Script("{\(expression)}").play() == [text])
  }

  @Test(arguments: [
    ("1 is 1", "True"), ("1 eq 1", "True"), ("1 neq 1", "False"), ("1 lt 2", "True"),
    ("2 lte 1", "False"), ("3 gt 2", "True"), ("2 gte 3", "False"), ("true && false", "False"),
    ("false || true", "True"), ("true ^ false", "True"), ("!false", "True"),
    ("\"a\" is \"A\"", "False"), ("\"a\" neq \"b\"", "True"), ("true != false", "True"),
  ])
  func `may be a word`(expression: String, text: String) throws {
    #expect(try Script("{\(expression)}").play() == [text])
  }

  @Test(arguments: [
    ("2.5 % 2", "0"), ("3.5 % 3", "1"), ("5 % -3", "2"), ("-0.4 % 3", "0"), ("-1 / 0", "-Infinity"),
    ("0 / 0", "NaN"), ("2 / 3", "0.6666667"), ("16777217", "16777216"), ("007", "7"),
    ("100000000", "100000000"), ("1000000000", "1E+09"), ("0.0001", "0.0001"), ("1.10", "1.1"),
    ("0.1 + 0.2", "0.3"),
  ])
  func `works on numbers of single precision`(expression: String, text: String) throws {
    #expect(try Script("{\(expression)}").play() == [text])
  }

  @Test func `of set changes a variable by a value`() throws {
    let script = try Script(
      """
      <<set $x = 10>>
      <<set $x += 5>>
      {$x}
      <<set $x -= 3 - 1>>
      {$x}
      <<set $x *= 1 + 1>>
      {$x}
      <<set $x /= 5>>
      {$x}
      <<set $x %= 3>>
      {$x}
      <<set $x to $x * $x + 1>>
      {$x}
      <<set $s = "a">>
      <<set $s += "b">>
      {$s}
      """)

    #expect(try script.play() == ["15", "13", "26", "5.2", "2", "5", "ab"])
  }

  @Test func `of logic works out both sides`() throws {
    var library = Library()
    library.register("fail", returns: .bool) { _ in throw Script.DoesNotCompile(diagnostics: []) }
    let script = try Script("{true or fail()}", library: library)

    #expect(throws: (any Error).self) { try script.play() }
  }

  @Test(arguments: [
    "\"a\" + 1", "\"a\" - \"b\"", "true < false", "\"a\" < \"b\"", "1 and 2", "-true", "not 1",
    "1 == \"1\"", "true + true", "1 == true",
  ])
  func `takes values of its own kind only`(expression: String) {
    #expect(Script.errors(in: "{\(expression)}") == ["YS0050"])
  }

  @Test(arguments: [
    "{null}", "{'x'}", "{1e5}", "{1 2}", "{(1}", "{1 +}", "{}", "{1 = 1}", "{.5}", "{max(1,",
  ])
  func `needs operands that the language knows`(body: String) {
    #expect(Script.errors(in: body).contains("YS0005"))
  }
}

import Testing

@testable import Questionnaires

@Suite struct `A faulty FHIRPath expression` {
  static func fault(_ text: String) -> String {
    do {
      return "gives " + (try `A FHIRPath expression`.values(text))
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("1 +", "column 4: the expression is not complete"),
    ("1 + )", "column 5: ‘)’ does not belong here"),
    ("a b", "column 3: ‘b’ does not belong here"),
    ("item.wher(linkId = 'a')", "column 6: no function is called ‘wher’; did you mean ‘where’?"),
    ("item.memberOf('x')", "column 6: no function is called ‘memberOf’"),
    ("item.where()", "column 6: ‘where’ has too many or too few arguments"),
    ("'abc", "column 1: the quotation or comment has no end"),
    ("1 /* 2", "column 3: the quotation or comment has no end"),
    ("a # b", "column 3: this character does not belong in an expression"),
    ("@2024-13", "column 1: this number, date or time cannot be"),
    ("1 is colour", "column 6: no type is called ‘colour’"),
    ("", "column 1: the expression is not complete"),
    ("(1", "column 3: the expression is not complete"),
    ("$that", "column 1: ‘$that’ does not belong here"),
  ])
  func `is found when it is read`(text: String, expected: String) {
    #expect(Self.fault(text) == expected)
  }

  @Test(arguments: [
    ("(1 | 2) + 1", "column 9: there are several values where one is expected"),
    ("1 + 'a'", "column 3: ‘+’ cannot be used with these values"),
    ("1 < 'a'", "column 3: ‘<’ cannot be used with these values"),
    ("%resorce", "column 1: no variable is called ‘%resorce’; did you mean ‘%resource’?"),
    ("'a'.abs()", "column 5: ‘abs’ cannot be used with these values"),
    ("(1 | 2).single()", "column 9: there are several values where one is expected"),
    ("'a'.matches('(')", "column 5: ‘matches’ cannot be used with these values"),
    ("item.upper()", "column 6: there are several values where one is expected"),
  ])
  func `is found when it is worked out`(text: String, expected: String) {
    #expect(Self.fault(text) == expected)
  }

  @Test func `needs the moment to be given`() throws {
    let error = #expect(throws: FHIRPathError.self) {
      try FHIRPathExpression("today()").values(on: QuestionnaireResponse())
    }

    #expect(error?.problem == .noClock)
  }

  @Test(arguments: [
    String(repeating: "(", count: 10_000), String(repeating: "-", count: 10_000) + "1",
    "1" + String(repeating: "+1", count: 10_000), "a" + String(repeating: ".a", count: 10_000),
    "a" + String(repeating: "[0]", count: 10_000), String(repeating: "iif(true,", count: 5000),
    "1" + String(repeating: " is Integer", count: 4000),
  ])
  func `is refused where it is too deep`(text: String) {
    #expect(Self.fault(text).hasSuffix("there is too much within each other"))
  }

  @Test func `is refused where it is too long`() {
    #expect(
      Self.fault("'" + String(repeating: "a", count: 60_000) + "'")
        == "column 1: the expression is too long")
  }

  @Test(arguments: [
    "1.repeat($this + 1)", "1.repeatAll($this)", "'a'.repeat($this & 'a')",
    "(1|2|3|4|5|6|7|8|9).repeatAll(1|2)",
    "item.children().aggregate($total & $total & 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'a').repeat($this & $this)",
    "(1|2).repeatAll($this.combine($this))",
  ])
  func `is given up where it does not end`(text: String) {
    #expect(Self.fault(text).hasSuffix("it takes too many steps to work this out"))
  }

  @Test func `never crashes, whatever is cut out of it`() throws {
    let whole = Array(
      "iif(%a.item.where(x='b').answer[0].value is Coding, @2024-01T, -1.5 'kg' ~ {}) | `y`")
    for start in whole.indices {
      for end in start...whole.count where (end - start) % 3 == 0 {
        _ = Self.fault(String(whole[start..<end]))
      }
    }
  }
}

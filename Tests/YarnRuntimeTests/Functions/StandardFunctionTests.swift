import Testing

@testable import YarnRuntime

@Suite struct `A standard function` {
  private func call(_ name: String, _ arguments: Value...) throws -> Value {
    let body = try #require(Library().body(of: name))
    return try body(arguments)
  }

  @Test(
    arguments: [
      (" 12 ", 12), ("-1.5", -1.5), ("+3", 3), (".5", 0.5), ("5.", 5), ("1,234.5", 1234.5),
      ("1e3", 1000), ("2.5E-1", 0.25), ("infinity", .infinity), ("-Infinity", -.infinity),
      ("1e50", .infinity),
    ] as [(String, Float)])
  func `reads the numbers that .NET reads`(text: String, expected: Float) throws {
    #expect(try call("number", .string(text)) == .number(expected))
  }

  @Test(arguments: ["", " ", "a", "1 2", "1e", "--1", ",1", "0x10", "1.2.3", "1.5,0", "inf"])
  func `refuses what is no number`(text: String) {
    #expect(throws: FunctionFailure.self) { try call("number", .string(text)) }
  }

  @Test func `reads truth values`() throws {
    #expect(try call("bool", .string(" TRUE ")) == .bool(true))
    #expect(try call("bool", .number(0)) == .bool(false))
    #expect(throws: FunctionFailure.self) { try call("bool", .string("yes")) }
    #expect(try call("number", .bool(true)) == .number(1))
  }

  @Test(
    arguments: [
      ("round", 2.5, 2), ("round", 3.5, 4), ("floor", -1.5, -2), ("ceil", 1.2, 2), ("inc", 1, 2),
      ("inc", 1.5, 2), ("dec", 1, 0), ("dec", 1.5, 1), ("decimal", 1.25, 0.25),
      ("decimal", -1.25, -0.25), ("int", -1.9, -1),
    ] as [(String, Float, Float)])
  func `works out a number`(name: String, number: Float, expected: Float) throws {
    #expect(try call(name, .number(number)) == .number(expected))
  }

  @Test func `rounds to places, half to even`() throws {
    #expect(try call("round_places", .number(1.2345), .number(2)) == .number(1.23))
    #expect(try call("round_places", .number(0.125), .number(2)) == .number(0.12))
    #expect(throws: FunctionFailure.self) { try call("round_places", .number(1), .number(-1)) }
  }

  @Test func `does not lose what is no number`() throws {
    #expect(try call("min", .number(1), .number(.nan)).text == "NaN")
    #expect(try call("max", .number(.nan), .number(1)).text == "NaN")
    #expect(try call("max", .number(1), .number(2)) == .number(2))
  }
}

import Testing

@testable import YarnRuntime

@Suite struct `A number in a format` {
  @Test(
    arguments: [
      ("{0}", 1.5, "1.5"), ("<{0,8}>", 1.5, "<     1.5>"), ("<{0,-8:F2}>", 1.5, "<1.50    >"),
      ("{{{0}}}", 1, "{1}"), ("{0:F0}", 2.5, "3"), ("{0:F2}", 2.675, "2.67"),
      ("{0:F1}", -0.25, "-0.3"), ("{0:N}", 1234567, "1,234,567.00"), ("{0:n0}", -1234, "-1,234"),
      ("{0:D5}", 42, "00042"), ("{0:D}", -7, "-7"), ("{0:X}", 255, "FF"), ("{0:x4}", 255, "00ff"),
      ("{0:P}", 0.125, "12.50 %"), ("{0:P0}", 0.5, "50 %"), ("{0:C}", 1234.5, "¤1,234.50"),
      ("{0:C}", -1, "(¤1.00)"), ("{0:E2}", 1052.0329, "1.05E+003"), ("{0:e}", 0, "0.000000e+000"),
      ("{0:G3}", 12345, "1.23E+04"), ("{0:G3}", 1.5, "1.5"), ("{0:R}", 0.1, "0.1"),
      ("{0:F3}", 1e10, "10000000000.000"),
    ] as [(String, Float, String)])
  func `is written as .NET writes it`(pattern: String, number: Float, expected: String) throws {
    #expect(try compositeFormat(pattern, .number(number)) == expected)
  }

  @Test(
    arguments: [
      ("0.00", 2.5, "2.50"), ("#,##0.0", 12345.67, "12,345.7"), ("00.#", 3.04, "03"),
      ("00.#", 3.14, "03.1"), ("0%", 0.256, "26%"), ("0.0E+0", 1234.5, "1.2E+3"),
      ("0.0E+0", 0.00012, "1.2E-4"), ("#", 0, ""), ("0;(0);zero", -5, "(5)"),
      ("0;(0);zero", 0, "zero"), ("0;(0)", 0, "0"), ("0.0", -0.5, "-0.5"), ("0", -0.2, "0"),
      ("0 'days'", 3, "3 days"), ("\\#0", 3, "#3"), ("0,", 12345, "12"),
      ("000-00", 12345, "123-45"),
      ("0.###", 1.5, "1.5"), ("#.##", 0.5, ".5"), ("0,0", 1234567, "1,234,567"),
    ] as [(String, Float, String)])
  func `follows a pattern`(pattern: String, number: Float, expected: String) throws {
    #expect(try compositeFormat("{0:\(pattern)}", .number(number)) == expected)
  }

  @Test(arguments: ["{1}", "{", "}", "{0", "{}", "{0,x}", "{0,9999999}", "{0:Q}", "{0:F99999}"])
  func `needs a format that is one`(pattern: String) {
    #expect(throws: FunctionFailure.unusableArguments) {
      try compositeFormat(pattern, .number(1))
    }
  }

  @Test func `stays a word when it is no finite number`() throws {
    #expect(try compositeFormat("{0:F2}", .number(.nan)) == "NaN")
    #expect(try compositeFormat("{0:0.0}", .number(-.infinity)) == "-Infinity")
  }

  @Test func `has no place in texts and truth values`() throws {
    #expect(try compositeFormat("{0:F2}|{0,4}", .string("a")) == "a|   a")
    #expect(try compositeFormat("{0:F2}", .bool(true)) == "True")
  }

  @Test func `keeps to its digits however large or small it is`() throws {
    #expect(
      try compositeFormat("{0:F0}", .number(.greatestFiniteMagnitude))
        == "340282346638528859811704183484516925440")
    #expect(try compositeFormat("{0:F2}", .number(.leastNonzeroMagnitude)) == "0.00")
  }
}

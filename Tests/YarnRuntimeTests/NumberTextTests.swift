import Testing
import YarnRuntime

@Suite struct `The text of a value` {
  @Test(
    arguments: [
      (0.1 + 0.2, "0.3"), (1, "1"), (-0.0, "-0"), (1e9, "1E+09"), (0.00001, "1E-05"),
      (536_870_912, "536870900"), (123.25, "123.25"), (-2.5, "-2.5"), (.infinity, "Infinity"),
    ] as [(Float, String)])
  func `of a number has the fewest digits`(number: Float, text: String) {
    #expect(Value.number(number).text == text)
  }

  @Test func `of a truth value is capitalised`() {
    #expect(Value.bool(true).text == "True")
    #expect(Value.bool(false).text == "False")
  }
}

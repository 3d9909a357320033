import Testing

@testable import kith

/// What the parser says, in a narrow window.
@Suite struct `Fitted help` {
  @Test func `breaks usage between its options`() {
    #expect(
      FittedHelp(columns: 40).fitted(
        "USAGE: kith questionnaire add FILE [--value-set FILE...] [OPTIONS]") == """
          USAGE: kith questionnaire add FILE
                   [--value-set FILE...] [OPTIONS]
          """)
  }

  @Test func `moves a long word to the left`() {
    #expect(
      FittedHelp(columns: 40).fitted("\(String(repeating: " ", count: 26))QuestionnaireResponse.")
        == "\(String(repeating: " ", count: 18))QuestionnaireResponse.")
  }

  @Test func `leaves alone what fits, and what cannot`() {
    let word = String(repeating: "x", count: 50)
    #expect(FittedHelp(columns: 40).fitted("  a  b\n\n") == "  a  b\n\n")
    #expect(FittedHelp(columns: 40).fitted(word) == word)
  }
}

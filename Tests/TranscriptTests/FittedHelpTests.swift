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

  @Test func `breaks messages, and leaves places in files whole`() {
    #expect(
      FittedHelp(columns: 40).fitted(
        message: """
          kith: the content has 1 fault, so nothing was started
          a/long/folder/with/a/file.yaml:12:5: error: a word is missing there
          hint: mend the files named above, or leave out --content
          """) == """
          kith: the content has 1 fault, so
          nothing was started
          a/long/folder/with/a/file.yaml:12:5: error: a word is missing there
          hint: mend the files named above, or
          leave out --content
          """)
  }

  @Test func `leaves alone what fits, and what cannot`() {
    let word = String(repeating: "x", count: 50)
    #expect(FittedHelp(columns: 40).fitted("  a  b\n\n") == "  a  b\n\n")
    #expect(FittedHelp(columns: 40).fitted(word) == word)
  }
}

import Console
import Testing

/// Text set into lines.
@Suite struct `Wrapped text` {
  private let narrow = WrappedText(measure: 20)

  @Test func `breaks between words at the measure`() {
    #expect(
      narrow.lines(of: "A change can be wanted and still hurt.") == [
        "  A change can be", "  wanted and still", "  hurt.",
      ])
  }

  @Test func `fills a line to its last column`() {
    #expect(narrow.lines(of: "12345 7890 2345 7890 x") == ["  12345 7890 2345 7890", "  x"])
  }

  @Test func `keeps line ends and empty lines`() {
    #expect(narrow.lines(of: "one\ntwo\n\nthree\n") == ["  one", "  two", "", "  three", ""])
  }

  @Test func `keeps the indent of a line`() {
    #expect(
      narrow.lines(of: "    quoted words that wrap") == [
        "      quoted words", "      that wrap",
      ])
    #expect(narrow.lines(of: "\tone") == ["      one"])
  }

  @Test func `hangs the later lines`() {
    let list = WrappedText(measure: 20, margin: 0, hangingIndent: 3)

    #expect(
      list.lines(of: "1. naming what was lost") == ["1. naming what was", "   lost"])
  }

  @Test func `takes tabs and spaces between words for one space`() {
    #expect(narrow.lines(of: "one\ttwo   three") == ["  one two three"])
  }

  @Test func `breaks a word that is longer than the measure`() {
    #expect(
      narrow.lines(of: "see aaaaaaaaaabbbbbbbbbbccccc now") == [
        "  see", "  aaaaaaaaaabbbbbbbbbb", "  ccccc now",
      ])
  }

  @Test func `never splits a grapheme`() {
    let family = "👨‍👩‍👧"
    let lines = WrappedText(measure: 20, margin: 0).lines(of: String(repeating: family, count: 11))

    #expect(lines == [String(repeating: family, count: 10), family])
  }

  @Test func `breaks text without spaces by its width`() {
    #expect(
      WrappedText(measure: 20, margin: 0).lines(of: "日本語日本語日本語日本語") == ["日本語日本語日本語日", "本語"])
  }

  @Test(arguments: [
    (columns: 80, measure: 66, margin: 2), (columns: 60, measure: 56, margin: 2),
    (columns: 24, measure: 20, margin: 2), (columns: 20, measure: 20, margin: 0),
    (columns: 1, measure: 20, margin: 0), (columns: 500, measure: 66, margin: 2),
  ])
  func `fits the window`(columns: Int, measure: Int, margin: Int) {
    let text = WrappedText(forColumns: columns)

    #expect(text.measure == measure)
    #expect(text.margin == margin)
  }

  @Test func `takes out what could act on the terminal`() {
    #expect(narrow.lines(of: "a\u{1B}[31mb\u{1B}[0m") == ["  ab"])
  }
}

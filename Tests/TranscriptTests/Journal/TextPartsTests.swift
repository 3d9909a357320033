import Testing

@testable import kith

/// A text that is longer than the window.
@Suite struct `Parts of a text` {
  private func parts(_ text: String, rows: Int = 4) -> TextParts {
    TextParts(text, measure: 20, rows: rows)
  }

  @Test func `are one where it fits`() {
    #expect(parts("One.\n\nTwo.").texts == ["One.\n\nTwo."])
    #expect(parts("").texts == [""])
  }

  @Test func `end at an empty line where there is one`() {
    #expect(parts("One.\nTwo.\n\nThree.\nFour.").texts == ["One.\nTwo.", "Three.\nFour."])
  }

  @Test func `end at a line else, and a long line at a word`() {
    #expect(parts("1\n2\n3\n4\n5\n6").texts == ["1\n2\n3\n4", "5\n6"])
    #expect(
      parts("One day after another went by, and nobody asked how it was.", rows: 3).texts
        == ["One day after another went by, and nobody", "asked how it was."])
    #expect(
      parts(String(repeating: "日", count: 50), rows: 3).texts
        == [22, 22, 6].map { String(repeating: "日", count: $0) })
  }

  @Test(arguments: [
    "", "\n\n\n\n\n\n", "1\n2\n3\n4\n5\n6", "One.\nTwo.\n\n\n\nThree.\nFour.\n\nFive.",
    "One day after another went by, and nobody asked how it was, and it was as it was all along.",
    "One  day after another went by,   and nobody asked how it was, and it was as it  was all.  ",
  ])
  func `are the whole text when they are put together`(text: String) {
    #expect(parts(text).whole == text)
    #expect(parts(text).whole(with: "x", at: 0).hasPrefix("x"))
  }
}

import Testing

@testable import Console

/// Lines broken while they are typed.
@Suite struct `Soft fill` {
  private var fill = SoftFill()

  private mutating func filled(_ text: String, measure: Int = 10) -> String {
    String(
      decoding: fill.filled(Array(text.utf8), measure: measure, startingAt: 2), as: UTF8.self)
  }

  private mutating func restored(_ text: String) -> String {
    String(decoding: fill.restored(Array(text.utf8)), as: UTF8.self)
  }

  @Test mutating func `breaks before the word that does not fit`() {
    #expect(filled("one two three four") == "one two\nthree four")
  }

  @Test mutating func `mends a break when there is room again`() {
    #expect(filled("one two three") == "one two\nthree")
    #expect(filled("on\nthree") == "on three")
  }

  @Test mutating func `moves its breaks along with an edit`() {
    #expect(filled("one two three") == "one two\nthree")
    #expect(filled("a two\nthree") == "a two\nthree")
    #expect(restored("two\nthree") == "two three")
  }

  @Test mutating func `keeps the line ends of the person`() {
    #expect(filled("one\ntwo three four") == "one\ntwo three\nfour")
    #expect(restored("one\ntwo three\nfour") == "one\ntwo three four")
  }

  @Test mutating func `leaves a word without spaces alone`() {
    #expect(filled("abcdefghijklmnop") == "abcdefghijklmnop")
  }
}

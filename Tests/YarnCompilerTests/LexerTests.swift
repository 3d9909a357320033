import Testing

@testable import YarnCompiler

@Suite struct `The lexer` {
  private func kinds(_ body: String) -> [TokenKind] {
    var lexer = Lexer(
      SourceText(Source(name: "a", text: "title: A\n---\n\(body)\n===\n")), file: 0)
    lexer.run()
    return Array(lexer.tokens.map(\.kind).dropFirst(3).dropLast(2))
  }

  @Test func `tells keywords from commands that start alike`() {
    #expect(
      kinds("<<if $a>>") == [
        .commandStart, .keyword(.if), .variable, .commandEnd, .newline,
      ])
    #expect(kinds("<<iffy>>") == [.commandStart, .commandText, .commandEnd, .newline])
    #expect(kinds("<<stop >>") == [.commandStart, .keyword(.stop), .commandEnd, .newline])
  }

  @Test func `cuts a line into text, expressions, conditions and tags`() {
    #expect(
      kinds("a {$b} c <<once>> #d // e") == [
        .text, .expressionStart, .variable, .expressionEnd, .text, .commandStart,
        .keyword(.once), .commandEnd, .hashtag, .newline,
      ])
  }

  @Test func `leaves single chevrons and escaped signs in the text`() {
    #expect(kinds("a < b \\<\\< \\{c\\} \\# \\/\\/") == [.text, .newline])
  }

  @Test func `marks what an arrow's line opens and closes`() {
    #expect(
      kinds("-> A\n    a\n-> B\n\nend") == [
        .arrow, .text, .newline, .indent, .text, .newline, .dedent, .arrow, .text, .newline,
        .blankLine, .text, .newline,
      ])
  }

  @Test func `tracks no indentation without an arrow`() {
    #expect(kinds("a\n    b\nc") == [.text, .newline, .text, .newline, .text, .newline])
  }
}

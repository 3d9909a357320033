import Testing
import YarnRuntime

@Suite struct `Markup` {
  private func line(_ text: String) throws -> Line {
    var dialogue = try Script(text).dialogue()
    while true {
      if case .line(let line) = try dialogue.next(using: Library()) { return line }
    }
  }

  @Test func `gives ranges of the text that remains`() throws {
    let line = try line("Mae: a [b]bold[/b] word")

    #expect(line.text == "a bold word")
    #expect(line.fullText == "Mae: a bold word")
    #expect(line.attributes.map(\.name) == ["character", "b"])
    #expect(line.attributes.map(\.position) == [0, 7])
    #expect(line.attributes.map(\.length) == [5, 4])
  }

  @Test func `never reads inserted values`() throws {
    let line = try line("<<declare $said = \"[b]x: {0}\">>\nYou said {$said}")

    #expect(line.text == "You said [b]x: {0}")
    #expect(line.character == nil)
    #expect(line.attributes.isEmpty)
  }

  @Test func `chooses words by inserted values`() throws {
    let text =
      "[plural value={3} one=\"% day\" other=\"% days\"/], [ordinal value={2} two=\"%nd\"/]"

    #expect(try line(text).text == "3 days, 2nd")
    #expect(try line("[select value={\"a\"} a=\"A\" b=\"B\"/]").text == "A")
  }

  @Test func `that is broken stays as it was written`() throws {
    #expect(try line("[a]x").text == "[a]x")
    #expect(try line("x [/a]").text == "x [/a]")
  }

  @Test func `can be escaped or switched off`() throws {
    #expect(try line("\\[a\\] b\\: c").text == "[a] b: c")
    #expect(try line("[nomarkup][a] b[/nomarkup]").text == "[a] b")
  }
}

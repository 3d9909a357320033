import Console
import TestSupport
import Testing

/// Texts of several lines.
@Suite struct `A text prompt` {
  private let driver = Products.path(of: "console-driver")
  private let output = Output()

  private func text(of inputs: [Input], emptyLines: Int = 1) -> TextInput {
    let prompt = TextPrompt(
      LinePrompt("> "), continuation: "| ", emptyLinesToFinish: emptyLines,
      finishes: { $0 == ":done" })
    return Keyboard.scripted(inputs, echoingTo: output).readText(prompt)
  }

  @Test func `ends at an empty line`() {
    let input = text(of: [.line("one"), .line("two"), .line("")])

    #expect(input.text == "one\ntwo")
    #expect(input.end == .line(""))
    #expect(output.text == "> one\n| two\n| \n")
  }

  @Test func `keeps single empty lines when two are to end it`() {
    let input = text(
      of: [.line("one"), .line(""), .line("two"), .line(""), .line("")], emptyLines: 2)

    #expect(input.text == "one\n\ntwo")
  }

  @Test func `ends at a word of the caller and gives it back`() {
    let input = text(of: [.line("one"), .line(":done")])

    #expect(input.text == "one")
    #expect(input.end == .line(":done"))
  }

  @Test func `keeps what was typed when it is cut short`() {
    let input = text(of: [.line("one"), .ending(signal: 15, draft: "half")])

    #expect(input.text == "one\nhalf")
    #expect(input.end == .ending(signal: 15, draft: "half"))
  }

  @Test func `shows no words when it is described`() {
    let input = text(of: [.line("secret"), .line("")])
    var dumped = ""
    dump(input, to: &dumped)

    #expect("\(input)" == "‹private›, ended by line(‹private›)")
    #expect(!dumped.contains("secret"))
    #expect("\(Input.hide(draft: "secret"))" == "hide(‹private›)")
  }

  @Test func `reads lines at a terminal`() throws {
    let session = try PtySession(driver, ["text"])
    try session.wait(for: "ask>")
    session.send("one\r")
    try session.wait(for: "more>")
    // Lines pasted without marks come while the editor is between two prompts.
    session.send("two\rthree\r\r\r")

    try session.wait(for: "TEXT one|two|three\nGOT line <>")
  }
}

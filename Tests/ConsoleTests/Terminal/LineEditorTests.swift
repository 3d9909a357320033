import Glibc
import TestSupport
import Testing

/// The line editor on a real pseudo-terminal.
@Suite(.serialized) struct `The line editor` {
  private let driver = Products.path(of: "console-driver")

  private func start(
    _ task: String, rows: Int = 24, columns: Int = 80, environment: [String: String] = [:]
  ) throws -> PtySession {
    let session = try PtySession(
      driver, [task], rows: rows, columns: columns, environment: environment)
    try session.wait(for: "ask>")
    return session
  }

  @Test func `gives the line that was typed`() throws {
    let session = try start("line")
    session.send("hello there\r")

    #expect(try session.exitStatus() == 0)
    #expect(session.screen.text == "ask> hello there\nGOT line <hello there>")
  }

  @Test func `leaves no mode of the terminal set`() throws {
    let session = try start("line")
    #expect(session.screen.modes == ["?2004"])
    session.send("hello\r")

    #expect(try session.exitStatus() == 0)
    #expect(session.screen.modes.isEmpty)
    #expect(session.screen.unknown.isEmpty)
    #expect(session.isTerminalCalm)
  }

  @Test(arguments: [
    ["LANG": "C"], ["LC_ALL": "C"], ["LANG": ""], ["LANG": "de_DE.UTF-8"], ["TERM": "dumb"],
    ["TERM": "no-such-terminal"],
  ])
  func `takes letters of every script in every locale`(environment: [String: String]) throws {
    let session = try start("line", environment: environment)
    session.send("Grüße 日本\r")

    #expect(try session.exitStatus() == 0)
    #expect(session.screen.text.contains("ask> Grüße 日本\nGOT line <Grüße 日本>"))
  }

  @Test func `deletes a whole letter`() throws {
    let session = try start("line", environment: ["LANG": "C"])
    session.send("Zoë日\u{7F}\u{7F}e\r")

    #expect(try session.exitStatus() == 0)
    #expect(session.screen.text.contains("GOT line <Zoe>"))
  }

  @Test func `counts a bold prompt by what it shows`() throws {
    let session = try start("bold", columns: 20)
    session.send("abcdefghijklmnopqr")
    try session.wait(for: "the second row") { $0.line(1) == "pqr" }

    #expect(session.screen.text == "ask> abcdefghijklmno\npqr")
    #expect(session.screen.boldText(0) == "ask>")
  }

  @Test func `begins with the text it is given`() throws {
    let session = try start("initial")
    try session.wait(for: "said before")
    session.send(" and after\r")

    try session.wait(for: "GOT line <said before and after>")
  }

  @Test(arguments: [
    (typed: "ozg", whole: "Özgür Demir"), (typed: "anna l", whole: "Anna Lindqvist"),
    (typed: "JOSE", whole: "José"), (typed: "mu", whole: "Mum"),
  ])
  func `completes names`(typed: String, whole: String) throws {
    let session = try start("names")
    session.send(typed + "\t")
    try session.wait(for: whole)
    session.send("\r")

    try session.wait(for: "GOT line <\(whole)>")
  }

  @Test func `completes nothing where nothing is offered`() throws {
    let session = try start("line")
    session.send("/et\tc\r")

    try session.wait(for: "GOT line </etc>")
  }

  @Test func `takes a paste of ten thousand characters`() throws {
    let session = try start("line")
    session.send("\u{1B}[200~" + String(repeating: "0123456789", count: 1000) + "\u{1B}[201~")
    session.send("\r")

    try session.wait(for: "GOT line 10000 characters <01234…56789>")
  }

  @Test func `takes ten thousand typed characters at a measure`() throws {
    let session = try start("measure")
    session.send(String(repeating: "123456789 ", count: 999) + "1234567end\r")

    try session.wait(for: "GOT line 10000 characters <12345…67end>")
  }

  @Test func `keeps the line ends of a paste`() throws {
    let session = try start("newlines")
    session.send("\u{1B}[200~one\rtwo\u{1B}[201~\r")

    try session.wait(for: "GOT line <one|two>")
  }

  @Test func `begins a new line on Alt-Enter`() throws {
    let session = try start("newlines")
    session.send("one\u{1B}\rtwo\r")

    try session.wait(for: "GOT line <one|two>")
  }

  @Test func `wraps a long answer at the measure`() throws {
    let session = try start("measure")
    session.send("the quick brown fox jumps over the lazy dog and sleeps")
    try session.wait(for: "the second row") { $0.line(1).hasSuffix("sleeps") }

    #expect(
      session.screen.text == "ask> the quick brown fox jumps over the\n     lazy dog and sleeps")
    session.send("\r")
    try session.wait(for: "GOT line <the quick brown fox jumps over the lazy dog and sleeps>")
  }

  @Test func `wraps anew when the window changes while typing`() throws {
    let session = try start("measure", columns: 60)
    session.send("one two three four five six")
    try session.wait(for: "six")
    session.resize(rows: 24, columns: 20)
    try session.wait(for: "the new width") { $0.line(1) == "     four five six" }
    session.send(" seven\r")

    try session.wait(for: "GOT line <one two th\nree four five six se\nven>")
  }

  @Test(arguments: [(rows: 1, columns: 1), (rows: 2, columns: 5), (rows: 200, columns: 500)])
  func `works in a window of any size`(rows: Int, columns: Int) throws {
    let session = try PtySession(driver, ["measure"], rows: rows, columns: columns)
    try session.wait(for: "a prompt") { $0.modes == ["?2004"] }
    session.send("some words that go on and on until they wrap\r")

    #expect(try session.exitStatus() == 0)
    #expect(session.screen.modes.isEmpty)
  }

  @Test func `does not take a lone Escape for the beginning of a key`() throws {
    let session = try start("line")
    session.send("one two")
    try session.wait(for: "one two")
    session.send("\u{1B}")
    // Longer than the editor waits for the rest of a key; nothing on the screen tells.
    usleep(1_500_000)
    session.send("d\r")

    try session.wait(for: "GOT line <one twod>")
  }

  @Test func `lets those who want it edit as in vi`() throws {
    let folder = try TemporaryFolder()
    try folder.write("set editing-mode vi\n", to: "inputrc")
    let session = try start("line", environment: ["INPUTRC": folder.path + "/inputrc"])
    session.send("xword")
    try session.wait(for: "ask> xword")
    session.send("\u{1B}")
    try session.wait(for: "the cursor on the last letter") { $0.column == 9 }
    session.send("0x\r")

    try session.wait(for: "GOT line <word>")
  }

  @Test func `wraps nothing where line feeds cannot be shown`() throws {
    let session = try start("measure", environment: ["TERM": "dumb"])
    session.send("the quick brown fox jumps over the lazy dog and sleeps\r")

    try session.wait(for: "GOT line <the quick brown fox jumps over the lazy dog and sleeps>")
    #expect(!session.screen.text.contains("^J"))
  }

  @Test func `is not frozen by Ctrl-S`() throws {
    let session = try start("line")
    session.send("be\u{13}fore\r")

    try session.wait(for: "GOT line <before>")
  }
}

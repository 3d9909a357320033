import Glibc
import TestSupport
import Testing

/// The ways to stop typing, on a real pseudo-terminal.
@Suite(.serialized) struct `Leaving a prompt` {
  private let driver = Products.path(of: "console-driver")

  private func start(_ task: String, typing text: String = "") throws -> PtySession {
    let session = try PtySession(driver, [task])
    try session.wait(for: "ask>")
    session.send(text)
    try session.wait(for: "ask> \(text)".trimmingSpaces)
    return session
  }

  @Test func `Ctrl-C gives the line so far`() throws {
    let session = try start("line", typing: "half a thought")
    session.send("\u{3}")

    try session.wait(for: "GOT interrupted <half a thought>")
    #expect(try session.exitStatus() == 0)
    #expect(session.isTerminalCalm)
  }

  @Test func `Ctrl-C on an empty line interrupts`() throws {
    let session = try start("line")
    session.send("\u{3}")

    try session.wait(for: "GOT interrupted <>")
    #expect(try session.exitStatus() == 0)
    #expect(session.isTerminalCalm)
  }

  @Test func `Ctrl-D on an empty line ends the input`() throws {
    let session = try start("line")
    session.send("\u{4}")

    try session.wait(for: "GOT end of input")
  }

  @Test func `Ctrl-backslash asks to hide and keeps the draft`() throws {
    let session = try start("line", typing: "half a thought")
    session.send("\u{1C}")

    try session.wait(for: "GOT hide <half a thought>")
    #expect(try session.exitStatus() == 0)
  }

  @Test(arguments: [(SIGTERM, 15), (SIGHUP, 1)])
  func `a signal to end keeps the draft`(signal: Int32, number: Int) throws {
    let session = try start("line", typing: "half a thought")
    session.signal(signal)

    try session.wait(for: "GOT ending \(number) <half a thought>")
    #expect(try session.exitStatus() == 0)
    #expect(session.isTerminalCalm)
  }

  @Test func `silence ends the asking when the prompt says so`() throws {
    let session = try start("idle")

    try session.wait(for: "GOT idle <>")
  }

  @Test func `Ctrl-Z gives the terminal back, and the line returns`() throws {
    let session = try PtySession(underShell: driver, ["line"])
    try session.wait(for: "ask>")
    session.send("before")
    try session.wait(for: "ask> before")
    session.send("\u{1A}")
    try session.wait(for: "STOPPED")
    #expect(session.screen.modes.isEmpty)
    #expect(session.isTerminalCalm)
    session.send("\r")
    try session.wait(for: "the line again") { $0.line($0.row) == "ask> before" }
    session.send(" after\r")

    try session.wait(for: "GOT line <before after>")
    #expect(try session.exitStatus() == 0)
  }

  @Test func `Ctrl-Z does no harm where no shell waits`() throws {
    let session = try start("line", typing: "before")
    session.send("\u{1A}")
    try session.wait(for: "the line again") { $0.line(1) == "ask> before" }
    session.send(" after\r")

    try session.wait(for: "GOT line <before after>")
  }

  @Test func `a crash restores the terminal and tells nothing`() throws {
    let session = try start("crash", typing: "private words")

    #expect(try session.exitStatus() < 0)
    #expect(session.isTerminalCalm)
    #expect(session.screen.modes.isEmpty)
    #expect(!session.screen.text.contains("Registers"))
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

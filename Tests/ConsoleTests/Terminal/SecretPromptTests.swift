import TestSupport
import Testing

/// Passphrases, at a terminal and from a pipe.
@Suite(.serialized) struct `A secret prompt` {
  private let driver = Products.path(of: "console-driver")

  private func start(_ task: String = "secret") throws -> PtySession {
    let session = try PtySession(driver, [task])
    try session.wait(for: "Passphrase:")
    return session
  }

  @Test(arguments: ["secret", "secret-input"])
  func `never shows the passphrase`(task: String) throws {
    let session = try start(task)
    session.send("hunter2\r")

    #expect(try session.exitStatus() == 0)
    #expect(session.screen.text == "Passphrase:\nGOT 7 bytes")
    #expect(!String(decoding: session.bytes, as: UTF8.self).contains("hunter"))
    #expect(session.isTerminalCalm)
  }

  @Test func `gives nothing after Ctrl-C and restores the terminal`() throws {
    let session = try start()
    session.send("hunt\u{3}")

    #expect(try session.exitStatus() == 0)
    #expect(session.screen.text == "Passphrase:\nGOT nothing")
    #expect(session.isTerminalCalm)
  }

  @Test func `asks again after Ctrl-Z`() throws {
    let session = try PtySession(underShell: driver, ["secret"])
    try session.wait(for: "Passphrase:")
    session.send("\u{1A}")
    try session.wait(for: "STOPPED")
    #expect(session.isTerminalCalm)
    session.send("\r")
    try session.wait(for: "the prompt again") { $0.line($0.row).hasSuffix("Passphrase:") }
    session.send("hunter2\r")

    try session.wait(for: "GOT 7 bytes")
    #expect(!session.screen.text.contains("hunter"))
    #expect(try session.exitStatus() == 0)
  }

  @Test(arguments: ["hunter2\nnext", "hunter2\r\nnext", "hunter2"])
  func `takes one line of a pipe`(input: String) throws {
    let outcome = try ChildProcess.run(driver, ["secret-input"], input: Array(input.utf8))

    #expect(outcome == .init(output: "GOT 7 bytes\n", status: 0))
  }

  @Test func `takes a passphrase of any length`() throws {
    let outcome = try ChildProcess.run(
      driver, ["secret-input"], input: Array(repeating: 0x61, count: 20_000))

    #expect(outcome.output == "GOT 20000 bytes\n")
  }

  @Test func `gives nothing at the end of a pipe`() throws {
    #expect(try ChildProcess.run(driver, ["secret-input"]).output == "GOT nothing\n")
  }
}

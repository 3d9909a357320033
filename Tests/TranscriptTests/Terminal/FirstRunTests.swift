import Foundation
import TestSupport
import Testing

/// The first minutes, with a vault of the strength that a person gets.
@Suite struct `The first run` {
  @Test(arguments: [(rows: 24, columns: 80), (rows: 20, columns: 40)])
  func `seals the journal and begins the welcome`(rows: Int, columns: Int) throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try Visitor([], in: home, rows: rows, columns: columns)
    try pass(visitor)
    let code = try choosePassphrase(visitor)
    try visitor.session.wait(for: "Your journal is ready.")
    #expect(!visitor.screen.contains(code))
    #expect(visitor.raw.components(separatedBy: code).count == 2)
    #expect(visitor.raw.contains("\u{1B}[3J"))
    try visitor.waitForPrompt()
    // The list is longer than the small window.
    #expect(visitor.said.contains("Which country are you in?"))
    try visitor.reply("united k")
    try visitor.answer("What would you like kith", "Zed")
    visitor.session.send(":pause\r")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.screen.contains("Paused."))
    #expect(!visitor.raw.contains(TerminalHome.passphrase))
    #expect(visitor.lines(widerThan: columns) == [])
    #expect(visitor.session.screen.modes.isEmpty)
    #expect(visitor.session.screen.unknown.isEmpty)
    #expect(visitor.session.isTerminalCalm)
    #expect(try home.files(holding: "Zed") == [])
  }

  @Test func `asks again when the two passphrases are not the same`() throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try Visitor([], in: home)
    try pass(visitor)
    try visitor.waitForSecret("New passphrase:")
    visitor.session.send("short\r")
    try visitor.waitForSecret("New passphrase:", times: 2)
    visitor.session.send("long enough now\r")
    try visitor.waitForSecret("The same again:")
    visitor.session.send("long enough not\r")
    try visitor.waitForSecret("New passphrase:", times: 3)
    visitor.session.send("\u{3}")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.said.contains("Please use eight characters or more"))
    #expect(visitor.said.contains("The two were not the same."))
    #expect(!visitor.raw.contains("long enough"))
    #expect(try home.files().isEmpty)
  }

  @Test func `keeps nothing of somebody who stops at the door`() throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try Visitor([], in: home)
    try visitor.waitForPrompt()
    try visitor.answer("Before you begin", "", "")
    try #require(visitor.block(from: "Stop here and keep nothing") != nil)
    visitor.session.send("2\r")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.screen.contains("Nothing was stored."))
    #expect(try home.permissions().isEmpty)
  }

  /// Reads what comes before anything is stored, and agrees.
  private func pass(_ visitor: Visitor) throws {
    try visitor.waitForPrompt()
    try visitor.answer("Before you begin", "", "")
    try visitor.answer("Stop here and keep nothing", "1")
    try visitor.answer("Your age", "1")
    try visitor.answer("Is now a good time?", "1")
    try #require(visitor.block(from: "Nobody can reset") != nil)
    visitor.session.send("\r")
  }

  @Test func `clears the recovery code also for somebody who leaves there`() throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try Visitor([], in: home)
    try pass(visitor)
    let code = try choosePassphrase(visitor, then: "\u{3}")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.raw.components(separatedBy: code).count == 2)
    #expect(!visitor.screen.contains(code))
    #expect(visitor.raw.contains("\u{1B}[3J"))
  }

  /// Types a passphrase twice, and a key when the recovery code is shown.
  ///
  /// - Returns: The first line of the recovery code.
  private func choosePassphrase(_ visitor: Visitor, then key: String = "\r") throws -> String {
    for prompt in ["New passphrase:", "The same again:"] {
      try visitor.waitForSecret(prompt)
      visitor.session.send(TerminalHome.passphrase + "\r")
    }
    try visitor.session.wait(for: "Enter when it is on paper >")
    try visitor.waitForPrompt()
    let line = visitor.screen.split(separator: "\n").first { $0.contains("AGE-SECRET-KEY-1") }
    let code = try #require(line).drop { $0 == " " }
    visitor.session.send(key)
    return String(code)
  }
}

import Coach
import Foundation
import Questionnaires
import TestSupport
import Testing

@testable import kith

/// Reading and changing entries at a real terminal.
@Suite struct `The journal at a terminal` {
  private let canary = "kestrel over the marram"

  private func home(_ text: String) throws -> TerminalHome {
    let home = try TerminalHome()
    var journal = try home.unlock()
    let time = try #require(LocalTime("2026-11-20T20:00:00Z"))
    let record = Record(
      id: "abcd0001-0000-4000-8000-000000000000", kind: .note, at: time, tz: "UTC",
      body: Entry(notes: [
        Note(prompt: "I01", question: "What is on your mind?", text: PrivateText(text))
      ]))
    try journal.keep(record, now: time)
    return home
  }

  @Test func `shows a long entry on a screen of its own and leaves nothing of it`() throws {
    let home = try home(Array(repeating: canary, count: 60).joined(separator: "\n"))
    let visitor = try Visitor.unlocked(["journal", "show", "1"], in: home, rows: 16)
    #expect(visitor.raw.contains("\u{1B}[?1049h"))
    #expect(visitor.screen.contains(canary))
    #expect(visitor.screen.contains("1 of 5"))
    try visitor.reply("")
    #expect(visitor.screen.contains("2 of 5"))
    try visitor.reply("b")
    #expect(visitor.screen.contains("1 of 5"))
    visitor.session.send("q")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.raw.contains("\u{1B}[?1049l"))
    #expect(!visitor.screen.contains("kestrel"))
    #expect(visitor.session.isTerminalCalm)
  }

  @Test func `changes words in the built-in editor`() throws {
    let home = try home(canary)
    let visitor = try Visitor.unlocked(["journal", "edit", "last"], in: home)
    #expect(visitor.screen.contains("Change the words. Enter, and Enter again on the empty line"))
    try visitor.session.wait(for: "the old words") { [canary] in $0.text.contains(canary) }
    try visitor.reply(", and back")
    visitor.session.send("\r")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.said.contains("Kept."))
    let entry = try #require(try home.unlock().history().entries.first)
    #expect(entry.passages.map(\.text) == [PrivateText(canary + ", and back")])
    #expect(entry.rev == 2)
    #expect(try home.files(holding: "kestrel") == [])
  }

  @Test(arguments: ["\u{3}", "\u{1C}"])
  func `gives the window back when a key leaves a page`(key: String) throws {
    let visitor = try longPage()
    visitor.session.send(key)

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.raw.components(separatedBy: "\u{1B}[?1049l").count == 2)
    #expect(!visitor.screen.contains("kestrel"))
    // Ctrl-\ empties the window that was there before, too.
    #expect(visitor.raw.hasSuffix("\u{1B}[3J") == (key == "\u{1C}"))
    #expect(visitor.session.isTerminalCalm)
  }

  @Test(arguments: [SIGHUP, SIGTERM, SIGSEGV, SIGABRT])
  func `gives the window back when a signal ends it on a page`(signal: Int32) throws {
    let visitor = try longPage()
    visitor.session.signal(signal)

    let isFault = [SIGSEGV, SIGABRT].contains(signal)
    #expect(try visitor.session.exitStatus() == (isFault ? -signal : 128 + signal))
    #expect(visitor.raw.components(separatedBy: "\u{1B}[?1049l").count == 2)
    #expect(!visitor.screen.contains("kestrel"))
    #expect(visitor.session.screen.modes.isEmpty)
    #expect(visitor.session.isTerminalCalm)
  }

  @Test func `gives the window back for as long as it is stopped`() throws {
    let home = try home(Array(repeating: canary, count: 60).joined(separator: "\n"))
    // Only under a shell that controls jobs can a program be stopped and go on.
    let session = try PtySession(
      "/bin/bash", ["--norc", "-i"], rows: 16, columns: 80,
      environment: home.environment.merging(["PS1": "$ ", "HISTFILE": ""]) { $1 })
    try session.wait(for: "the shell") { $0.line($0.row) == "$" }
    session.send("'\(Products.path(of: "kith"))' journal show 1\r")
    try session.wait(for: "Passphrase:")
    session.send(TerminalHome.passphrase + "\r")
    try session.wait(for: "1 of 5")
    session.send("\u{1A}")
    try session.wait(for: "Stopped")
    #expect(!session.screen.text.contains("kestrel"))
    #expect(!session.screen.text.contains("1 of 5"))
    session.send("fg\r")
    try session.wait(for: "1 of 5")
    #expect(session.screen.text.contains(canary))
    session.send("q")
    try session.wait(for: "the shell") { !$0.text.contains("kestrel") }
    session.send("exit\r")

    #expect(try session.exitStatus() == 0)
  }

  private func longPage() throws -> Visitor {
    let home = try home(Array(repeating: canary, count: 60).joined(separator: "\n"))
    let visitor = try Visitor.unlocked(["journal", "show", "1"], in: home, rows: 16)
    try #require(visitor.screen.contains("1 of 5"))
    return visitor
  }
}

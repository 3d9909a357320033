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
    #expect(visitor.screen.contains("Change the words, then Enter twice."))
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

  @Test(arguments: [SIGTERM, SIGHUP])
  func `keeps half-typed words as a draft when it has to leave`(signal: Int32) throws {
    let home = try home(canary)
    let visitor = try Visitor.unlocked(["journal", "edit", "last"], in: home)
    try visitor.type(" and beyond")
    visitor.session.signal(signal)

    #expect(try visitor.session.exitStatus() == 128 + signal)
    let entries = try home.unlock().history().entries
    #expect(entries.map(\.kind) == [.note, .draft])
    #expect(entries.first?.passages.map(\.text) == [PrivateText(canary)])
    #expect(entries.last?.passages.map(\.text) == [PrivateText(canary + " and beyond")])
    #expect(try home.files(holding: "kestrel") == [])
    #expect(visitor.session.isTerminalCalm)
  }
}

import Coach
import Foundation
import Questionnaires
import TestSupport
import Testing

@testable import kith

/// Changing an entry at a real terminal: what is typed outlasts whatever ends the program.
@Suite struct `An entry that is being changed` {
  private let canary = "kestrel over the marram"

  private func home(_ text: String) throws -> TerminalHome {
    let home = try TerminalHome()
    var journal = try home.unlock()
    let time = try #require(LocalTime("2026-11-20T20:00:00Z"))
    let record = Record(
      id: "abcd0001-0000-4000-8000-000000000000", kind: .note, at: time, tz: "UTC",
      body: Entry(notes: [Note(prompt: "note", question: "", text: PrivateText(text))]))
    try journal.keep(record, now: time)
    return home
  }

  private func words(in home: TerminalHome) throws -> [[String]] {
    try home.unlock().history().entries.map { $0.passages.map(\.text.plaintext) }
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `keeps half-typed words as a draft when it has to leave`(signal: Int32) throws {
    let home = try home(canary)
    let visitor = try Visitor.unlocked(["journal", "edit", "last"], in: home)
    try visitor.type(" and beyond")
    visitor.session.signal(signal)

    #expect(try visitor.session.exitStatus() == 128 + signal)
    #expect(try home.unlock().history().entries.map(\.kind) == [.note, .draft])
    #expect(try words(in: home) == [[canary], [canary + " and beyond"]])
    #expect(try home.files(holding: "kestrel") == [])
    #expect(try home.files().keys.filter { $0.contains("inbox/") } == [])
    #expect(visitor.session.isTerminalCalm)
  }

  @Test(arguments: ["\u{3}", "\r:pause\r"])
  func `keeps them beside the entry when a key leaves it`(keys: String) throws {
    let home = try home(canary)
    let visitor = try Visitor.unlocked(["journal", "edit", "last"], in: home)
    try visitor.type(" and beyond")
    for key in keys.split(separator: "\r", omittingEmptySubsequences: false) {
      visitor.session.send(key.isEmpty ? "\r" : "\(key)\r")
      if key.isEmpty { try visitor.waitForPrompt() }
      if key == "\u{3}" || key == ":pause" { break }
    }

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.said.contains("What you had typed is kept, as an entry of"))
    #expect(try words(in: home) == [[canary], [canary + " and beyond"]])
  }

  @Test func `says so where nothing was typed`() throws {
    let home = try home(canary)
    let visitor = try Visitor.unlocked(["journal", "edit", "last"], in: home)
    visitor.session.send("\u{3}")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.said.contains("Nothing was changed."))
    #expect(try words(in: home) == [[canary]])
  }

  @Test func `loses no more than seconds to a power cut`() throws {
    let home = try home(canary)
    let visitor = try Visitor.unlocked(["journal", "edit", "last"], in: home)
    try visitor.type(" and beyond")
    try waitForInbox(of: home)
    try visitor.pullThePlug()

    #expect(try home.files(holding: "kestrel") == [])
    #expect(try words(in: home) == [[canary], [canary + " and beyond"]])
    #expect(try home.unlock().history().entries.last?.body?.captured == true)
  }

  @Test func `shows help among the words, and leaves nothing in the inbox`() throws {
    let home = try home(canary)
    let visitor = try Visitor.unlocked(["journal", "edit", "last"], in: home)
    try visitor.type(" and beyond")
    try visitor.reply("")
    try visitor.reply("help now")
    #expect(visitor.said.contains("If you are in danger now, call your emergency number"))
    #expect(visitor.screen.contains("> \(canary) and beyond"))
    try visitor.reply("")
    visitor.session.send("\r")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(try words(in: home) == [[canary + " and beyond"]])
    #expect(try home.files().keys.filter { $0.contains("inbox/") } == [])
  }

  @Test func `is changed part by part where it is longer than the window`() throws {
    let lines = (1...40).map { "Line \($0) of a long day" }
    let home = try home(lines.joined(separator: "\n"))
    let visitor = try Visitor.unlocked(["journal", "edit", "last"], in: home)
    #expect(visitor.screen.contains("  3  Line 33 of a long day Line 34"))
    try visitor.answer("A number changes that part", "7")
    #expect(visitor.screen.contains("Please type a number from 1 to 3, or Enter alone."))
    visitor.session.send("2\r")
    try visitor.session.wait(for: "the last line of it") {
      $0.line($0.row).hasSuffix("Line 32 of a long day")
    }
    #expect(visitor.screen.contains("  > Line 17 of a long day\n    Line 18 of a long day"))
    try visitor.type(" at last")
    try visitor.reply("")
    try visitor.reply("")
    visitor.session.send("\r")

    #expect(try visitor.session.exitStatus() == 0)
    var expected = lines
    expected[31] += " at last"
    #expect(try words(in: home) == [[expected.joined(separator: "\n")]])
  }

  @Test func `keeps all of its parts where one of them is left half changed`() throws {
    let lines = (1...40).map { "Line \($0) of a long day" }
    let home = try home(lines.joined(separator: "\n"))
    let visitor = try Visitor.unlocked(["journal", "edit", "last"], in: home)
    visitor.session.send("3\r")
    try visitor.session.wait(for: "the last line of it") {
      $0.line($0.row).hasSuffix("Line 40 of a long day")
    }
    try visitor.type(" at last")
    visitor.session.signal(SIGHUP)

    #expect(try visitor.session.exitStatus() == 128 + SIGHUP)
    #expect(
      try words(in: home) == [
        [lines.joined(separator: "\n")], [lines.joined(separator: "\n") + " at last"],
      ])
  }

  /// What is typed is sealed in the first pause, which is some seconds long.
  private func waitForInbox(of home: TerminalHome) throws {
    for _ in 0..<200 {
      if try home.files().keys.contains(where: { $0.contains("inbox/") && $0.hasSuffix(".age") }) {
        return
      }
      usleep(100_000)
    }
    Issue.record("nothing was sealed while words were typed")
  }
}

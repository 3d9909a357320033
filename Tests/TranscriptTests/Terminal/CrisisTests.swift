import Coach
import Foundation
import TestSupport
import Testing

@testable import kith

/// Dark thoughts, told at the direct question: people are shown, and no word of it is kept.
@Suite struct `A crisis in a check-in` {
  /// Goes to the direct question and tells of thoughts.
  private func visitor(in home: TerminalHome) throws -> Visitor {
    let visitor = try Visitor.unlocked(["check-in"], in: home)
    try visitor.answer("How was your mood this week?", "3")
    for _ in 1...4 { try visitor.reply(":skip") }
    try visitor.answer("Have you had thoughts of hurting yourself", "sometimes")
    try #require(visitor.block(from: "Are you thinking of ending your life now") != nil)
    return visitor
  }

  @Test(arguments: [
    ("GB", ["999", "Samaritans: call 116\u{A0}123", "Shout: text SHOUT\u{A0}to\u{A0}85258"]),
    ("US", ["911", "988 Suicide & Crisis Lifeline: call 988"]),
  ])
  func `shows the lines of the country`(country: String, lines: [String]) throws {
    let home = try TerminalHome(country: country)
    let visitor = try visitor(in: home)
    try visitor.reply("1")

    for line in lines { #expect(visitor.said.contains(line)) }
    #expect(visitor.lines(widerThan: 80) == [])
  }

  @Test(arguments: [1, 2])
  func `leaves no trace of its replies when it is cut short`(replies: Int) throws {
    let home = try TerminalHome()
    let visitor = try visitor(in: home)
    try visitor.reply("1")
    if replies == 2 {
      try visitor.reply(":skip")
      try visitor.answer("Who could that be?", "2")
    }
    try visitor.pullThePlug()

    let draft = try #require(try home.unlock().draft(for: .checkIn))
    #expect(draft.replies.map(\.anchor).filter { $0.hasPrefix("cr-") } == [])
    #expect(draft.replies.count == 6)
    #expect(draft.replies.last?.anchor.hasSuffix("chk.alive") == true)
    #expect(draft.offered.isEmpty)
    let text = String(decoding: try JSONEncoder().encode(draft), as: UTF8.self)
    #expect(!text.contains("cr-"))
    let next = try Visitor.unlocked(["check-in"], in: home)
    #expect(next.block(from: "Are you thinking of ending your life now") != nil)
  }

  @Test func `never keeps what was typed at its prompts`() throws {
    let home = try TerminalHome()
    let visitor = try visitor(in: home)
    try visitor.type("words for nobody")
    visitor.session.send("\u{3}")

    #expect(try visitor.session.exitStatus() == 0)
    let draft = try #require(try home.unlock().draft(for: .checkIn))
    #expect(draft.offered.isEmpty)
    #expect(draft.replies.count == 6)
  }

  @Test func `goes on after it without any of it in the entry`() throws {
    let home = try TerminalHome()
    let visitor = try visitor(in: home)
    try visitor.reply("2")
    for _ in 0..<30 where visitor.block(from: "How would you like to go on from here?") == nil {
      try visitor.reply(":skip")
    }
    visitor.session.send("2\r")
    try visitor.skipToTheEnd()

    #expect(try visitor.session.exitStatus() == 0)
    let entry = try #require(try home.unlock().history().entries.first?.body)
    #expect(entry.integer("chk.mood") == 3)
    #expect(entry.text("chk.alive") == nil)
    #expect(entry.notes == [])
  }
}

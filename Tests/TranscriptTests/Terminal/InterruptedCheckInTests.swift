import Coach
import Foundation
import TestSupport
import Testing

@testable import kith

/// A check-in that is cut short again and again loses nothing that was given.
@Suite struct `A check-in that is killed` {
  /// Kills the program at a prompt, comes back, and expects the same prompt.
  private func killed(
    _ visitor: Visitor, at question: String, afterTyping words: String = "",
    in home: TerminalHome, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Visitor {
    let before = try #require(
      visitor.block(from: question), "not asked ‘\(question)’ but:\n\(visitor.screen)",
      sourceLocation: sourceLocation)
    if !words.isEmpty { try visitor.type(words) }
    try visitor.pullThePlug()
    let next = try Visitor.unlocked(["check-in"], in: home)
    #expect(next.block(from: question) == before, sourceLocation: sourceLocation)
    #expect(next.said.contains("where you left off."), sourceLocation: sourceLocation)
    return next
  }

  @Test func `goes on at the same prompt and keeps every answer once`() throws {
    let home = try TerminalHome(country: nil)
    var visitor = try Visitor.unlocked(["check-in"], in: home)
    try visitor.answer("Which country are you in?", "united k")
    visitor = try killed(visitor, at: "What would you like kith to call you?", in: home)
    try visitor.answer("What would you like kith to call you?", "Zed")
    while !visitor.screen.contains("How was your mood this week?") { try visitor.reply(":skip") }
    try visitor.answer("How was your mood this week?", "6")
    visitor = try killed(visitor, at: "How was your sleep?", in: home)
    try visitor.answer("How was your sleep?", "2")
    try visitor.answer("How was your energy?", "1")
    try visitor.answer("How much did you enjoy things", "3")
    try visitor.answer("How well could you do the things", "3")
    try visitor.answer("Have you had thoughts of hurting yourself", "1")
    visitor = try killed(visitor, at: "On how many days did you talk", in: home)
    try visitor.answer("On how many days did you talk", "4")
    visitor = try killed(
      visitor, at: "What was one good or easy moment", afterTyping: "We laughed about", in: home)
    try visitor.answer("What was one good or easy moment", "Tea with Ana.", "We laughed.", "")
    visitor = try killed(visitor, at: "What was one hard moment", in: home)
    try finish(visitor)
    try check(home)
  }

  @Test(arguments: ["kill -9", ":pause"])
  func `keeps the answers before which one had gone back`(leaving: String) throws {
    let home = try TerminalHome()
    var visitor = try Visitor.unlocked(["check-in"], in: home)
    try visitor.answer("How was your mood this week?", "6")
    try visitor.answer("How was your sleep?", "2")
    try visitor.answer("How was your energy?", "1")
    try visitor.answer("How much did you enjoy things", ":back")
    try visitor.answer("How was your energy?", ":back")
    #expect(visitor.screen.contains("Enter keeps: So-so"))
    if leaving == ":pause" {
      visitor.session.send(":pause\r")
      #expect(try visitor.session.exitStatus() == 0)
      visitor = try Visitor.unlocked(["check-in"], in: home)
    } else {
      visitor = try killed(visitor, at: "How was your sleep?", in: home)
    }
    #expect(visitor.screen.contains("Enter keeps: So-so"))
    try visitor.answer("How was your sleep?", "")
    #expect(visitor.screen.contains("Enter keeps: Low"))
    try visitor.answer("How was your energy?", "")
    #expect(visitor.block(from: "How much did you enjoy things") != nil)
    let draft = try #require(try home.unlock().draft(for: .checkIn))
    #expect(!draft.replies.map(\.reply).contains(.skip))
  }

  @Test func `keeps the first answer when one had gone back before it`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor.unlocked(["check-in"], in: home)
    try visitor.answer("How was your mood this week?", "6")
    try visitor.answer("How was your sleep?", ":back")
    #expect(visitor.screen.contains("Enter keeps: 6"))
    visitor.session.send(":pause\r")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.screen.contains("Paused. Everything so far is kept"))
    let next = try Visitor.unlocked(["check-in"], in: home)
    #expect(next.screen.contains("Enter keeps: 6"))
  }

  /// Answers what comes after the good moment, to the end.
  private func finish(_ visitor: Visitor) throws {
    try visitor.answer("What was one hard moment", "A quiet evening.", "")
    try visitor.answer("On which day was your mood lowest?", "1")
    try visitor.answer("On which day was it best?", "6")
    try visitor.answer("What came first", "3")
    try visitor.answer("There is one question to think about", "2")
    try visitor.answer("Would you like to set one small step", "1")
    try visitor.answer("What could you do?", "Ring Ana")
    try visitor.answer("Who is it with, or for?", "Ana")
    try visitor.answer("When and where could it be?", "Tuesday after work")
    try visitor.answer("How sure are you", "8")
    try visitor.answer("What might get in the way", "I forget; a note on the door")
    try visitor.answer("Is it safe to do this", "1")
    try #require(visitor.block(from: "How do you feel right now?") != nil)
    visitor.session.send("7\r")
    try visitor.skipToTheEnd()
    #expect(try visitor.session.exitStatus() == 0)
  }

  private func check(_ home: TerminalHome) throws {
    let listed = try ChildProcess.run(
      Products.path(of: "kith"),
      ["journal", "list", "--json", "--home", home.path, "--passphrase-fd", "0"],
      input: Array(TerminalHome.passphrase.utf8))
    #expect(listed.status == 0)
    let records = try JSONDecoder().decode([Record].self, from: Data(listed.output.utf8))
    try #require(records.map(\.kind.rawValue) == ["check-in"])
    let entry = try #require(records[0].body)
    let numbers = ["chk.mood", "chk.contact", "step.sure", "chk.after"]
    #expect(numbers.map { entry.integer(.init(rawValue: $0)) } == [6, 4, 8, 7])
    let words = [
      "chk.sleep": "so-so", "chk.energy": "low", "chk.enjoy": "plenty", "chk.manage": "mostly",
      "chk.alive": "no", "chk.good": "Tea with Ana.\nWe laughed.", "chk.hard": "A quiet evening.",
      "chk.when": "mon", "chk.when.best": "sat", "chk.link": "both", "step.what": "Ring Ana",
      "step.who": "Ana", "step.when": "Tuesday after work",
      "step.block": "I forget; a note on the door",
    ]
    for (item, answer) in words { #expect(entry.text(.init(rawValue: item)) == answer) }
    #expect(try home.unlock().drafts() == [])
    #expect(try home.unlock().history().profile?.name == "Zed")
  }
}

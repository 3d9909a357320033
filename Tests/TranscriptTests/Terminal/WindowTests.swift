import Foundation
import TestSupport
import Testing

@testable import kith

/// A window that changes its size under an open prompt.
@Suite struct `A window` {
  @Test func `may become small and large again while a question waits`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor.unlocked(["check-in"], in: home)
    visitor.session.resize(rows: 20, columns: 40)
    try visitor.answer("How was your mood this week?", "6")
    let small = visitor.raw.count
    try visitor.answer("How was your sleep?", "2")
    try visitor.answer("How was your energy?", "2")
    try visitor.answer("How much did you enjoy things", "2")
    #expect(visitor.lines(widerThan: 40, after: small) == [])
    visitor.session.resize(rows: 24, columns: 80)
    let large = visitor.raw.count
    try visitor.answer("How well could you do", "2")
    #expect(visitor.lines(widerThan: 40, after: large) != [])
    #expect(
      visitor.screen.contains(
        "  Have you had thoughts of hurting yourself, or of not wanting to be\n  alive?"))
    visitor.session.send("\u{3}")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.lines(widerThan: 80) == [])
    #expect(visitor.session.screen.modes.isEmpty)
    #expect(visitor.session.screen.unknown.isEmpty)
  }

  @Test func `may change while a sentence is being typed`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor.unlocked(["prompt", "--seed", "7"], in: home)
    try visitor.type("I have not seen much of the people from the choir since the spring")
    visitor.session.resize(rows: 20, columns: 40)
    try visitor.session.wait(for: "the narrow line") { screen in
      screen.line(screen.row).hasSuffix("spring") && screen.line(screen.row).count < 40
    }
    visitor.session.resize(rows: 24, columns: 80)
    visitor.session.send(" began.\r")
    try visitor.waitForPrompt()
    visitor.session.send("\r")
    try visitor.skipToTheEnd()

    #expect(try visitor.session.exitStatus() == 0)
    let notes = try home.unlock().history().entries.first?.body?.notes ?? []
    #expect(
      notes.map(\.text) == [
        "I have not seen much of the people from the choir since the spring began."
      ])
  }

  @Test func `may be small during a whole check-in`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor.unlocked(["check-in"], in: home, rows: 20, columns: 40)
    try visitor.reply("help now")
    try visitor.answer("How was your mood this week?", "?")
    try visitor.answer("How was your mood this week?", ":why")
    while visitor.block(from: "How do you feel right now?") == nil { try visitor.reply(":skip") }
    visitor.session.send("7\r")
    try visitor.skipToTheEnd()

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.screen.hasSuffix("Kept."))
    #expect(visitor.lines(widerThan: 40) == [])
    #expect(visitor.session.screen.modes.isEmpty)
    #expect(visitor.session.screen.unknown.isEmpty)
  }

  @Test(arguments: [["help-now", "--country", "GB"], ["about"], ["read"]], [40, 80])
  func `may be small where nothing is asked`(arguments: [String], columns: Int) throws {
    let home = try TerminalHome(hasVault: false)
    let visitor = try Visitor(arguments, in: home, rows: 20, columns: columns)
    try visitor.skipToTheEnd()

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.lines(widerThan: columns) == [])
    #expect(visitor.session.screen.modes.isEmpty)
    #expect(visitor.session.screen.unknown.isEmpty)
    #expect(try home.files().isEmpty)
  }
}

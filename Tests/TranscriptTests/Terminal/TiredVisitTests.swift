import Coach
import Foundation
import Questionnaires
import TestSupport
import Testing

@testable import kith

/// Small things at a terminal that cost somebody who is tired more than they should.
@Suite struct `A visit on a bad day` {
  @Test func `begins with a page that is whole, and says of all that was left that it goes on`()
    throws
  {
    let home = try TerminalHome()
    for form in [["check-in"], ["questionnaire", "fill", "gad-2"]] {
      let visitor = try Visitor.unlocked(form, in: home)
      visitor.session.send("1\r")
      try visitor.waitForPrompt()
      visitor.session.send("\u{3}")
      #expect(try visitor.session.exitStatus() == 0)
    }
    let visitor = try Visitor.unlocked([], in: home)

    #expect(!visitor.said.contains("Enter for more"))
    let rows = visitor.screen.split(separator: "\n").map { String($0).trimmed }
    #expect(rows.filter { $0.hasSuffix("  go on") }.count == 2, "\(visitor.screen)")
    #expect(rows.contains { $0.hasPrefix("2  Weekly check-in") && $0.hasSuffix("  go on") })
  }

  @Test func `has what there is to choose on one page, however small the window`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor.unlocked([], in: home, rows: 20, columns: 40)

    let page = try #require(visitor.block(from: "1  Weekly check-in"))
    #expect(page.contains("8  Who can be reached now"))
    #expect(page.contains("If you might harm yourself"))
    #expect(!page.contains("Enter for more"))
  }

  @Test func `is told that the first visit comes first, whatever was asked for`() throws {
    let home = try TerminalHome(country: nil)
    let visitor = try Visitor.unlocked(["check-in"], in: home)
    try visitor.answer("Which country are you in?", ":skip")
    visitor.session.send("\u{3}")
    #expect(try visitor.session.exitStatus() == 0)
    let next = try Visitor.unlocked(["questionnaire", "fill", "gad-2"], in: home)

    #expect(next.said.contains("The first visit comes first; it goes on where you left off."))
  }

  @Test func `shows of a long answer what a window can show, and keeps all of it`() throws {
    let home = try TerminalHome()
    let lines = (1...40).map { "Line \($0) of a long day" }
    var visitor = try Visitor.unlocked(["prompt", "--seed", "7"], in: home)
    for line in lines {
      visitor.session.send(line + "\r")
      try visitor.session.wait(for: "the next line") {
        $0.row > 0 && $0.line($0.row - 1).hasSuffix(line) && $0.line($0.row) == "  >"
      }
    }
    visitor.session.send("\u{3}")
    #expect(try visitor.session.exitStatus() == 0)

    visitor = try Visitor(["prompt", "--seed", "7"], in: home)
    try visitor.waitForSecret("Passphrase:")
    visitor.session.send(TerminalHome.passphrase + "\r")
    try visitor.session.wait(for: "the last line") {
      $0.line($0.row).hasSuffix("Line 40 of a long day")
    }
    #expect(visitor.screen.contains("The 192 words before these are kept as they are."))
    #expect(visitor.screen.contains("  > Line 33 of a long day\n    Line 34 of a long day"))
    try visitor.type(" at last")
    visitor.session.send("\r")
    try visitor.waitForPrompt()
    visitor.session.send("\r")
    try visitor.skipToTheEnd()

    let notes = try home.unlock().history().entries.first?.body?.notes.map(\.text.plaintext)
    #expect(notes == [lines.joined(separator: "\n") + " at last"])
  }

  @Test func `does not ask five things of a step that was not named`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor.unlocked(["check-in"], in: home)
    for _ in 0..<40 where !visitor.screen.contains("Would you like to set one small step") {
      try visitor.reply(":skip")
    }
    try visitor.answer("Would you like to set one small step", "1")
    try visitor.answer("What could you do?", "")

    #expect(visitor.block(from: "What could you do?")?.contains("No step, then.") == true)
    #expect(!visitor.said.contains("Who is it with, or for?"))
  }

  @Test func `is told what becomes of a sheet on which nothing was answered`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor.unlocked(["questionnaire", "fill", "grief-letter"], in: home)
    try visitor.answer("What would you like to say to them?", "")
    try visitor.answer("Is there a small act that would fit?", "")
    #expect(visitor.screen.contains("No question has an answer. Nothing is finished"))
    visitor.session.send("\r")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.screen.hasSuffix("  Nothing was kept of it."))
    #expect(try home.unlock().history().entries == [])
    #expect(try home.unlock().drafts() == [])
  }

  @Test func `says once that words are kept`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor.unlocked(["check-in"], in: home)
    for _ in 0..<40 where visitor.block(from: "What was one good or easy moment?") == nil {
      try visitor.reply(":skip")
    }
    try visitor.reply("Tea with Deniz")
    try visitor.reply("")
    #expect(
      visitor.block(from: "> Tea with Deniz")?.split(separator: "\n").map { String($0).trimmed }
        .prefix(4) == [
          "> Tea with Deniz", ">", "Kept, 3 words.",
          "What was one hard moment? Who was part of it, if anyone?",
        ])
  }

  @Test func `helps in plain mode with one line for each command`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor.unlocked(["check-in", "--plain"], in: home)
    try visitor.reply("?")
    #expect(visitor.said.contains("\n:back: go to the question before this one\n"))
    #expect(visitor.said.contains("\nhelp now: who can be reached, at once\n"))
  }

  @Test func `sets the kinds of entries below each other`() throws {
    let home = try TerminalHome()
    var journal = try home.unlock()
    for (number, captured) in [(1, nil), (2, true)] as [(Int, Bool?)] {
      let time = try #require(LocalTime("2026-11-2\(number)T20:00:00Z"))
      var entry = Coach.Entry(notes: [Note(prompt: "note", question: "", text: "Two words")])
      entry.captured = captured
      try journal.keep(
        Record(
          id: "abcd000\(number)-0000-4000-8000-000000000000", kind: .note, at: time, tz: "UTC",
          body: entry), now: time)
    }
    let visitor = try Visitor(["journal", "list"], in: home)
    try visitor.waitForSecret("Passphrase:")
    visitor.session.send(TerminalHome.passphrase + "\r")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(
      visitor.screen.contains(
        """
          1  abcd0001  2026-11-21 20:00  note             2 words
          2  abcd0002  2026-11-22 20:00  note (captured)  2 words
        """), "\(visitor.screen)")
  }

  @Test func `tells a recovery code from a passphrase where only that will do`() throws {
    let home = try TerminalHome()
    let code = try #require(try home.unlock().vault).recoveryCode
    let before = try home.files()
    var visitor = try Visitor.unlocked(["journal", "rekey"], in: home)
    visitor.session.send("yes\r")
    try visitor.waitForSecret("Passphrase, once more:")
    visitor.session.send(code + "\r")
    #expect(try visitor.session.exitStatus() == 1)
    #expect(visitor.said.contains("kith: the new key goes under a passphrase"))
    #expect(try home.files() == before)

    visitor = try Visitor(["journal", "passphrase"], in: home)
    try visitor.waitForSecret("Passphrase:")
    visitor.session.send(TerminalHome.passphrase + "\r")
    try visitor.waitForSecret("New passphrase:")
    visitor.session.send(code.lowercased() + "\r")
    try visitor.waitForSecret("New passphrase:", times: 2)
    #expect(visitor.said.contains("That begins like a recovery code."))
    visitor.session.send("\u{3}")
    #expect(try visitor.session.exitStatus() == 0)
    #expect(try home.files() == before)
  }

  @Test func `is told in whole words why the vault stays closed`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor(["journal", "list"], in: home, columns: 40)
    for times in 1...3 {
      try visitor.waitForSecret("Passphrase:", times: times)
      visitor.session.send("not these words\r")
    }
    #expect(try visitor.session.exitStatus() == 1)
    #expect(
      visitor.screen.contains(
        """
        kith: the vault stays closed: that was
        not its passphrase
        hint: nothing was lost or changed; try
        again whenever you like, or use the
        recovery code
        """), "\(visitor.screen)")
  }
}

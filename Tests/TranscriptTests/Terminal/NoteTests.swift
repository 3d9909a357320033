import Coach
import Foundation
import TestSupport
import Testing

@testable import kith

/// Capture without the passphrase, and what becomes of it.
@Suite struct `A note` {
  private let kith = Products.path(of: "kith")

  private func run(_ words: [String], in home: TerminalHome, input: String) throws
    -> ChildProcess.Outcome
  {
    try ChildProcess.run(
      kith, words + ["--home", home.path, "--now", TerminalHome.now], input: Array(input.utf8),
      throughShell: "exec \"$0\" \"$@\" 2>&1")
  }

  private func notes(in home: TerminalHome) throws -> [Record] {
    try home.unlock().history().entries.filter { $0.kind == .note }
  }

  @Test func `is typed, sealed, and in the journal after the next unlock`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor(["note"], in: home)
    try visitor.waitForPrompt()
    try visitor.reply("on the bus, in the rain")
    visitor.session.send("\r")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.screen.contains("Kept, 6 words. It joins your journal"))
    #expect(try home.files(holding: "on the bus") == [])
    #expect(try home.files().keys.count { $0.hasPrefix("kith/inbox/") } == 1)
    let listed = try run(
      ["journal", "list", "--titles", "--passphrase-fd", "0"], in: home,
      input: "\(TerminalHome.passphrase)\n")
    #expect(listed.output.contains("kith: 1 note captured without unlock is in the journal now"))
    #expect(listed.output.contains("note (captured), on the bus, in the rain"))
    #expect(try home.files().keys.count { $0.hasPrefix("kith/inbox/") } == 0)
    let shown = try run(
      ["journal", "show", "last", "--passphrase-fd", "0"], in: home,
      input: "\(TerminalHome.passphrase)\n")
    #expect(shown.output.contains("Captured without unlock."))
    #expect(!shown.output.contains("in the journal now"))
  }

  @Test func `outlasts passphrases that are wrong`() throws {
    let home = try TerminalHome()
    #expect(try run(["note"], in: home, input: "on the bus\n").status == 0)
    for _ in 1...3 {
      let wrong = try run(
        ["journal", "list", "--titles", "--passphrase-fd", "0"], in: home, input: "wrong words\n")
      #expect(wrong.status == 1)
    }

    #expect(try notes(in: home).map { $0.body?.notes.first?.text.plaintext } == ["on the bus"])
  }

  @Test(arguments: [
    ("one\n\ntwo\n\n\n", "one\n\ntwo"), ("  ünï ☂ #tag  ", "ünï ☂ #tag"), (":clear\n", ":clear"),
    ("a\u{0}b\u{1B}[2J", "a\u{0}b\u{1B}[2J"),
    (
      String(repeating: "word ", count: 100_000) + "end",
      String(repeating: "word ", count: 100_000) + "end"
    ),
  ])
  func `is taken whole from standard input`(input: String, kept: String) throws {
    let home = try TerminalHome()
    #expect(try run(["note"], in: home, input: input).status == 0)

    let note = try #require(try notes(in: home).first)
    #expect(note.body?.notes.first?.text.plaintext == kept)
    #expect(note.body?.captured == true)
    #expect(note.tags == [])
    #expect(note.at.description == "2026-11-23T19:30:00Z")
  }

  @Test func `needs a journal, and says so before anything is typed`() throws {
    let home = try TerminalHome(hasVault: false)
    let outcome = try run(["note"], in: home, input: "on the bus")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("kith: there is no journal yet"))
    #expect(outcome.output.contains("hint: run 'kith' once to begin"))
    #expect(try home.files().isEmpty)
  }

  @Test(arguments: [
    ([], "", 1 as Int32, "kith: standard input was empty"),
    (
      [], String(repeating: "x", count: (1 << 20) + 1), 1, "kith: this is more than a note can hold"
    ),
    (["on", "the", "bus"], "", 2, "kith: a note is never taken from the command line"),
    (["--bus"], "", 2, "kith: a note is never taken from the command line"),
    (["--no-save"], "x", 2, "kith: --no-save keeps nothing"),
  ])
  func `is refused with the reason`(
    words: [String], input: String, status: Int32, says: String
  ) throws {
    let home = try TerminalHome()
    let outcome = try run(["note"] + words, in: home, input: input)
    #expect(outcome.status == status)
    #expect(outcome.output.hasPrefix(says))
    #expect(!outcome.output.contains("bus"))
    #expect(try home.files().keys.filter { $0.hasPrefix("kith/inbox/") } == [])
  }

  @Test func `is dropped where its words are cleared`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor(["note"], in: home)
    try visitor.waitForPrompt()
    try visitor.reply("on the bus")
    try visitor.reply(":clear")
    try visitor.reply("help now")
    #expect(visitor.said.contains("call your emergency number"))
    visitor.session.send("\r")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.screen.contains("Nothing was written, so nothing was kept."))
    #expect(try notes(in: home) == [])
  }
}

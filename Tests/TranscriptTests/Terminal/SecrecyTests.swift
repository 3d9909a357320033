import Foundation
import TestSupport
import Testing

@testable import kith

/// What the disk tells somebody who has no passphrase: nothing that was typed.
@Suite struct `The disk` {
  private let canary = "kestrel over the marram"

  @Test func `holds no word that was typed`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor(["check-in"], in: home)
    try visitor.waitForSecret("Passphrase:")
    visitor.session.send(canary + "\r")
    try visitor.waitForSecret("Passphrase:", times: 2)
    visitor.session.send(TerminalHome.passphrase + "\r")
    try visitor.waitForPrompt()
    for _ in 1...7 { try visitor.reply(":skip") }
    try visitor.answer("What was one good or easy moment", canary, "")
    try visitor.answer("What was one hard moment", ":skip")
    for _ in 1...3 { try visitor.reply(":skip") }
    try visitor.answer("There is one question to think about", "1", canary)
    #expect(try home.files(holding: "kestrel") == [])
    try visitor.reply("")
    while !visitor.screen.contains("How do you feel right now?") { try visitor.reply(":skip") }
    visitor.session.send("7\r")
    try visitor.skipToTheEnd()

    #expect(try visitor.session.exitStatus() == 0)
    #expect(try home.unlock().history().entries.first?.body?.text("chk.good") == canary)
    #expect(try home.unlock().history().entries.first?.body?.notes.map(\.text) == [.init(canary)])
    #expect(try home.files(holding: "kestrel") == [])
    #expect(!visitor.raw.contains(TerminalHome.passphrase))
    try expectPrivateFiles(in: home)
  }

  /// Every file is for its owner alone; the public key may be read by others.
  private func expectPrivateFiles(in home: TerminalHome) throws {
    let files = try home.files()
    let permissions = try home.permissions()
    #expect(permissions.count > 4)
    for (name, mode) in permissions {
      let isPublic = name == "kith/recipient" && mode == "644"
      #expect(isPublic || mode == (files[name] == nil ? "700" : "600"), "\(name)")
    }
    #expect(permissions.keys.filter { $0.hasPrefix("user/") || $0.hasPrefix("tmp/") } == [])
  }

  @Test func `holds no word while a sitting is under way`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor.unlocked(["prompt", "--seed", "7"], in: home)
    try visitor.type(canary)
    visitor.session.send("\u{3}")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(try home.files(holding: "kestrel") == [])
    try expectPrivateFiles(in: home)
  }

  @Test func `is as it was after three wrong passphrases`() throws {
    let home = try TerminalHome()
    let before = try home.files()
    let visitor = try Visitor(["check-in"], in: home)
    for turn in 1...3 {
      try visitor.waitForSecret("Passphrase:", times: turn)
      visitor.session.send("wrong words once again\r")
    }

    #expect(try visitor.session.exitStatus() == 1)
    #expect(
      visitor.screen.contains("kith: the vault stays closed: that was not its passphrase"))
    #expect(visitor.screen.contains("hint: nothing was lost or changed"))
    #expect(!visitor.raw.contains("wrong words"))
    #expect(try home.files() == before)
    #expect(visitor.session.isTerminalCalm)
  }
}

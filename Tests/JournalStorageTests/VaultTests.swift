import Coach
import Foundation
import Testing

@testable import JournalStorage

@Suite struct `A vault` {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  @Test func `gives back what was saved in it`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1, "the river was high"), now: Sandbox.now)
    try vault.save(.note(2, "tea with Ana"), now: Sandbox.now)

    let opened = try sandbox.unlock()

    #expect(opened.history().records == [.note(1, "the river was high"), .note(2, "tea with Ana")])
    #expect(opened.generation == 3)
    #expect(opened.notices == [])
  }

  @Test func `is new with nothing in it`() throws {
    let vault = try sandbox.create()

    #expect(vault.history().records == [])
    #expect(vault.notices == [])
    #expect(try sandbox.unlock().history().records == [])
  }

  @Test func `opens with its recovery code, even without its key`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    try sandbox.remove(sandbox.place.key)
    try sandbox.remove(sandbox.place.keyCopy)

    let spaced =
      "  " + vault.recoveryCode.lowercased().prefix(30) + " \n"
      + vault.recoveryCode.lowercased().dropFirst(30) + "\n"
    #expect(try sandbox.unlock(spaced).history().records == [.note(1)])
  }

  @Test func `wipes the passphrase it was given`() throws {
    var typed = Array(Sandbox.phrase.utf8)
    _ = try Vault.create(at: sandbox.place, passphrase: &typed, workFactor: 2)

    #expect(typed == [])
  }

  @Test func `opens under a new passphrase only, once it is changed`() throws {
    let vault = try sandbox.create()
    var typed = Array("another one".utf8)
    try vault.changePassphrase(to: &typed, workFactor: 2)

    #expect(throws: VaultError.wrongPassphrase) { try sandbox.unlock() }
    #expect(try sandbox.unlock("another one").history().records == [])
    let key = try sandbox.contents(sandbox.place.key)
    #expect(try sandbox.contents(sandbox.place.keyCopy) == key)
  }

  @Test func `keeps only the last version of a record`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1, "first"), now: Sandbox.now)
    let saved = try vault.save(.note(1, "second"), now: Sandbox.now)

    #expect(saved.rev == 2)
    #expect(try sandbox.unlock().journal.text.lines.count == 1)
    #expect(try sandbox.unlock().history().records == [.note(1, "second", rev: 2)])
  }

  @Test func `saves the same record only once`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    try vault.save(.note(1), now: Sandbox.now)

    #expect(vault.generation == 2)
    #expect(vault.history().records == [.note(1)])
  }

  @Test func `forgets what a deleted record held`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1, "to be gone"), now: Sandbox.now)
    try vault.delete(.id(1), now: Sandbox.now)

    let opened = try sandbox.unlock()

    #expect(opened.history().records == [])
    #expect(opened.journal.text.lines.count == 1)
    #expect(!String(decoding: opened.journal.text.lines[0].raw, as: UTF8.self).contains("gone"))
  }

  @Test func `carries lines and members of newer programs along, byte for byte`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1, "plain"), now: Sandbox.now)
    let strange = Array(#"{"future": [1.50, "é"],   "id":"x9","rev":3}"#.utf8)
    var known = Array(vault.journal.text.lines[0].raw)
    known.removeLast()
    known += Array(#","weather":{"sky":1.0}}"#.utf8)
    var text = vault.journal.text
    text.replaceLines([RecordLine(raw: strange[...]), RecordLine(raw: known[...])])
    text.generation += 1
    try sandbox.put(
      sandbox.sealed(text, with: vault.identity), at: sandbox.place.journal)

    var opened = try sandbox.unlock()
    try opened.save(.note(1, "edited"), now: Sandbox.now)
    try opened.save(.note(2), now: Sandbox.now)

    let lines = try sandbox.unlock().journal.text.lines
    #expect(lines.count == 3)
    #expect(lines[0].raw == strange[...])
    #expect(lines[1].record == .note(1, "edited", rev: 2))
    #expect(String(decoding: lines[1].raw, as: UTF8.self).contains(#""weather":{"sky":1.0}"#))
  }

  @Test func `has a size that is a whole number of 64 KiB steps and a fixed rest`() throws {
    var vault = try sandbox.create()
    let empty = try sandbox.contents(sandbox.place.journal).count
    try vault.save(.note(1, "some words"), now: Sandbox.now)

    #expect(try sandbox.contents(sandbox.place.journal).count == empty)
    #expect(empty > 65_536)
    #expect(empty < 66_200)
  }

  @Test func `keeps a link to its journal and writes to where it leads`() throws {
    var vault = try sandbox.create()
    let elsewhere = sandbox.root + "/elsewhere.age"
    try FileManager.default.moveItem(atPath: sandbox.place.journal, toPath: elsewhere)
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.place.journal, withDestinationPath: elsewhere)

    try vault.save(.note(1), now: Sandbox.now)

    let link = try FileManager.default.destinationOfSymbolicLink(atPath: sandbox.place.journal)
    #expect(link == elsewhere)
    #expect(try sandbox.contents(elsewhere).starts(with: vault.journal.headerBytes))
    #expect(try sandbox.unlock().history().records == [.note(1)])
  }

  @Test func `shows nothing of itself by accident`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1, "canary-words"), now: Sandbox.now)
    var dumped = ""
    dump(vault, to: &dumped)

    #expect(!(dumped + "\(vault)" + String(reflecting: vault)).contains("canary"))
    #expect(!dumped.contains("SECRET"))
  }
}

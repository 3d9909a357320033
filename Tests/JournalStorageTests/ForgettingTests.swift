import Age
import Coach
import Foundation
import Testing

@testable import JournalStorage

@Suite struct `A deleted record` {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  /// What every file of the vault that opens with a key opens to.
  private func everything(with key: VaultKey) throws -> Data {
    var all = Data()
    for path in try sandbox.files() where path.hasSuffix(".age") {
      let bytes = try sandbox.contents(path)
      // Key files do not open with the key itself.
      guard let plain = try? AgeFile.decrypt(bytes, with: .x25519(key.identity)) else { continue }
      all += Data(plain)
    }
    return all
  }

  @Test func `is gone from every file kith keeps, and what cannot be reached is named`() throws {
    var vault = try sandbox.create()
    for number in 1...5 {
      let now = LocalTime(epochSeconds: Sandbox.now.epochSeconds + number * 86_400)
      let words = number == 2 ? "canary in the mine" : "a quiet day"
      try vault.save(.note(number, words), now: now)
    }
    try vault.save(.note(2, "canary, edited", rev: 2), now: Sandbox.now)
    try vault.seal(.sitting(2, replies: ["canary"]))
    try Inbox(sandbox.place).add(.note(2, "canary"))
    try vault.remember(
      exportTo: "/stick/journal.md", format: "markdown", id: .id(77), at: Sandbox.now,
      tz: "Europe/Paris")
    let conflict = "\(sandbox.place.directory)/journal.sync-conflict-1.age"
    try sandbox.put(sandbox.contents(sandbox.place.journal), at: conflict)
    #expect(try everything(with: vault.key).range(of: Data("canary".utf8)) != nil)

    let note = try vault.delete([.id(2)], now: Sandbox.now)

    #expect(note.recordCount == 1)
    #expect(note.backupCount == 5)
    #expect(note.draftCount == 2)
    #expect(
      note.unreachable == [
        .conflictCopy(path: conflict), .export(path: "/stick/journal.md", format: "markdown"),
        .otherDevices, .snapshots, .diskRemnants,
      ])
    try sandbox.remove(conflict)
    #expect(try everything(with: vault.key).range(of: Data("canary".utf8)) == nil)
    let opened = try sandbox.unlock()
    #expect(try opened.verify().isSound)
    #expect(opened.record(.id(2)) == nil)
    #expect(opened.history().entries.count == 4)
    #expect(try opened.verify().deletedCount == 1)
  }

  @Test func `does not come back with a backup, merged or put in place`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1, "canary"), now: Sandbox.now)
    try vault.save(.note(2), now: Sandbox.now)
    let stick = sandbox.root + "/stick"
    try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
    let away = try vault.backUp(to: stick, now: Sandbox.now)
    try vault.delete(.id(1), now: Sandbox.now)

    _ = try vault.restore(from: away.folder, .merging, now: Sandbox.now)
    #expect(vault.history().records == [.note(2)])
    let backup = try #require(
      try Backups(place: sandbox.place, disk: Disk()).paths().first)
    _ = try vault.restore(from: backup, .replacing, now: Sandbox.now)
    #expect(vault.history().records == [])
  }

  @Test func `stays where the journal cannot be written`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let gate = CallGate(.lastingFailure(28, of: .write), at: 0)
    var full = vault.on(gate.disk)

    #expect(throws: VaultError.self) { try full.delete([.id(1)], now: Sandbox.now) }
    #expect(try sandbox.unlock().history().records == [.note(1)])
  }
}

@Suite struct `Erasing a vault` {
  @Test func `leaves nothing of it, and says what it cannot reach`() throws {
    let sandbox = try Sandbox()
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    try vault.seal(.sitting(2))
    try Inbox(sandbox.place).add(.note(3))
    let files = try sandbox.files()

    let receipt = try vault.erase()

    #expect(receipt.isComplete)
    #expect(receipt.removed.first == sandbox.place.key)
    #expect(Set(files).isSubset(of: receipt.removed))
    #expect(receipt.unreachable == [.otherDevices, .snapshots, .diskRemnants])
    #expect(try sandbox.files() == [])
    #expect(!FileManager.default.fileExists(atPath: sandbox.place.directory))
    #expect(throws: VaultError.notAVault(directory: sandbox.place.directory)) {
      try Vault.erase(at: sandbox.place)
    }
  }

  @Test func `leaves files that are not its own, and names them`() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.create()
    let letter = sandbox.place.directory + "/letter.txt"
    try sandbox.put([1], at: letter)

    let receipt = try Vault.erase(at: sandbox.place)

    #expect(receipt.strangeFiles == [letter])
    #expect(try sandbox.files() == [letter])
  }

  @Test func `follows a journal that is a link to where it lies`() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.create()
    let elsewhere = sandbox.root + "/elsewhere.age"
    try FileManager.default.moveItem(atPath: sandbox.place.journal, toPath: elsewhere)
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.place.journal, withDestinationPath: elsewhere)

    #expect(try Vault.erase(at: sandbox.place).isComplete)
    #expect(try sandbox.files() == [])
  }
}

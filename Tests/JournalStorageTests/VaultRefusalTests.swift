import Age
import Coach
import Foundation
import Testing

@testable import JournalStorage

@Suite struct `A vault that does not open` {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  @Test func `says that the passphrase is wrong`() throws {
    _ = try sandbox.create()

    #expect(throws: VaultError.wrongPassphrase) { try sandbox.unlock("lemon stair") }
    #expect(throws: VaultError.wrongPassphrase) { try sandbox.unlock("") }
  }

  @Test func `says that the recovery code is mistyped or of another vault`() throws {
    let vault = try sandbox.create()
    let other = X25519Identity.generate().string

    #expect(throws: VaultError.wrongRecoveryCode) { try sandbox.unlock(other) }
    #expect(throws: VaultError.wrongRecoveryCode) {
      try sandbox.unlock(String(vault.recoveryCode.dropLast()))
    }
  }

  @Test func `says that there is none`() throws {
    let expected = VaultError.notAVault(directory: sandbox.place.directory)

    #expect(throws: expected) { try sandbox.unlock() }
    try FileManager.default.createDirectory(
      atPath: sandbox.place.directory, withIntermediateDirectories: true)
    #expect(throws: expected) { try sandbox.unlock() }
  }

  @Test func `is not made where something is already`() throws {
    try FileManager.default.createDirectory(
      atPath: sandbox.place.directory, withIntermediateDirectories: true)
    try sandbox.put([1], at: sandbox.place.directory + "/letter.txt")
    #expect(throws: VaultError.occupied(directory: sandbox.place.directory)) {
      try sandbox.create()
    }

    try sandbox.remove(sandbox.place.directory + "/letter.txt")
    _ = try sandbox.create()
    #expect(throws: VaultError.alreadyAVault(directory: sandbox.place.directory)) {
      try sandbox.create()
    }
  }

  @Test func `names the part that is missing`() throws {
    _ = try sandbox.create()
    try FileManager.default.moveItem(
      atPath: sandbox.place.journal, toPath: sandbox.root + "/journal")
    #expect(throws: VaultError.missing(.journal, path: sandbox.place.journal)) {
      try sandbox.unlock()
    }
    try FileManager.default.moveItem(
      atPath: sandbox.root + "/journal", toPath: sandbox.place.journal)
    try sandbox.remove(sandbox.place.key)
    try sandbox.remove(sandbox.place.keyCopy)
    #expect(throws: VaultError.missing(.key, path: sandbox.place.key)) { try sandbox.unlock() }
  }

  @Test func `uses the copy of a key that is missing or damaged, and says so`() throws {
    _ = try sandbox.create()
    let notice = VaultNotice.keyOpenedFromCopy(path: sandbox.place.key)

    try sandbox.put(Array(sandbox.contents(sandbox.place.key).dropLast(9)), at: sandbox.place.key)
    #expect(try sandbox.unlock().notices == [notice])
    #expect(throws: VaultError.wrongPassphrase) { try sandbox.unlock("lemon") }
    try sandbox.remove(sandbox.place.key)
    #expect(try sandbox.unlock().notices == [notice])
  }

  @Test func `notices an older journal, and takes it when told that it is right`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let older = try sandbox.contents(sandbox.place.journal)
    try vault.save(.note(2), now: Sandbox.now)
    try sandbox.put(older, at: sandbox.place.journal)

    #expect(throws: VaultError.olderGeneration(found: 2, remembered: 3)) { try sandbox.unlock() }
    var accepted = try sandbox.unlock(accepting: 2)
    try accepted.save(.note(3), now: Sandbox.now)
    #expect(accepted.generation == 4)
    #expect(try sandbox.unlock().history().records == [.note(1), .note(3)])
  }

  @Test func `takes no journal sealed to another key`() throws {
    _ = try sandbox.create()
    let other = X25519Identity.generate()
    let text = JournalText(generation: 9, lines: [])
    try sandbox.put(sandbox.sealed(text, with: other), at: sandbox.place.journal)

    #expect(throws: VaultError.foreignKey(path: sandbox.place.journal)) { try sandbox.unlock() }
  }

  @Test func `takes no journal that somebody else sealed to its recipient`() throws {
    let vault = try sandbox.create()
    let text = Array("{\"count\":0,\"device\":\"\",\"generation\":9,\"kith\":1}\n".utf8)
    let forged = try AgeFile.encrypt(text, to: [vault.identity.recipient]) { fileKey in
      let code = X25519Identity.generate()
        .originCode(for: fileKey, label: "9", context: "kith journal origin v1")
      return [Stanza(type: "kith/auth", arguments: ["9"], body: code)]
    }
    let expected = VaultError.unknownWriter(path: sandbox.place.journal)

    try sandbox.put(forged, at: sandbox.place.journal)
    #expect(throws: expected) { try sandbox.unlock() }
    try sandbox.put(
      AgeFile.encrypt(text, to: [vault.identity.recipient]), at: sandbox.place.journal)
    #expect(throws: expected) { try sandbox.unlock() }
  }

  @Test func `says that a newer program wrote it`() throws {
    let vault = try sandbox.create()
    let content = Array(#"{"kith":2,"shape":"unknown"}"#.utf8)
    let newer = try AgeFile.encrypt(content, to: [vault.identity.recipient]) { fileKey in
      let code = vault.identity
        .originCode(for: fileKey, label: "9", context: "kith journal origin v1")
      return [Stanza(type: "kith/auth", arguments: ["9"], body: code)]
    }
    try sandbox.put(newer, at: sandbox.place.journal)
    #expect(
      throws: VaultError.newerVersion(.journal, path: sandbox.place.journal, version: 2)
    ) { try sandbox.unlock() }

    let key = try AgeFile.encrypt(
      Array("# kith key v2\nsomething else\n".utf8),
      under: Passphrase(Array(Sandbox.phrase.utf8), workFactor: 2))
    try sandbox.put(key, at: sandbox.place.key)
    #expect(
      throws: VaultError.newerVersion(.key, path: sandbox.place.key, version: 2)
    ) { try sandbox.unlock() }
  }

  @Test func `says that its files may not be read`() throws {
    _ = try sandbox.create()
    let gate = CallGate(.lastingFailure(13, of: .read), at: 0)

    #expect(throws: VaultError.unreadable(path: sandbox.place.key)) {
      try sandbox.unlock(on: gate.disk)
    }
  }

  @Test func `takes a folder or a pipe in place of a file for what it is`() throws {
    _ = try sandbox.create()
    try sandbox.remove(sandbox.place.journal)
    try FileManager.default.createDirectory(
      atPath: sandbox.place.journal, withIntermediateDirectories: true)

    #expect(throws: VaultError.notAFile(path: sandbox.place.journal)) { try sandbox.unlock() }
  }

  @Test func `opens for reading where nothing can be written`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let gate = CallGate(.lastingFailure(30, of: .write), at: 0)

    var opened = try sandbox.unlock(on: gate.disk)

    #expect(opened.notices == [.readOnly(path: sandbox.place.directory)])
    #expect(opened.history().records == [.note(1)])
    #expect(throws: VaultError.readOnly(path: sandbox.place.journal)) {
      try opened.save(.note(2), now: Sandbox.now)
    }
  }

  @Test func `puts an exchanged recipient right, and says so`() throws {
    let vault = try sandbox.create()
    let own = Array("\(vault.identity.recipient.string)\n".utf8)
    let other = X25519Identity.generate().recipient.string
    try sandbox.put(Array("\(other)\n".utf8), at: sandbox.place.recipient)

    let notices = try sandbox.unlock().notices

    #expect(notices == [.recipientExchanged(path: sandbox.place.recipient)])
    #expect(try sandbox.contents(sandbox.place.recipient) == own)
  }

  @Test func `says so when others may look into its folder`() throws {
    _ = try sandbox.create()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: sandbox.place.directory)

    #expect(try sandbox.unlock().notices == [.openToOthers(path: sandbox.place.directory)])
  }

  @Test func `speaks in lower case, without a period, and says what to do`() {
    let errors: [VaultError] = [
      .wrongPassphrase, .wrongRecoveryCode, .notAVault(directory: "/v"),
      .damaged(.journal, path: "/v/journal.age", .truncated),
      .noSpace(path: "/v/journal.age"),
      .olderGeneration(found: 2, remembered: 3), .busy(directory: "/v"),
    ]

    for error in errors {
      let text = error.description
      #expect(text.first?.isLowercase == true || text.first == "/")
      #expect(!text.hasSuffix("."))
      #expect(text.contains(";"))
    }
    #expect(
      VaultError.damaged(.journal, path: "/v/journal.age", .truncated).description
        == "the journal in /v/journal.age is damaged: its end is missing; it was left as it is; "
        + "what is whole in it can be saved, or a backup put back")
  }
}

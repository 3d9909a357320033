import Coach
import Foundation
import TestSupport
import Testing

@testable import JournalStorage

@Suite struct `A change of key` {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  /// A vault with something of everything in it.
  private func furnished(_ sandbox: Sandbox) throws -> Vault {
    var vault = try sandbox.create()
    let day = 86_400
    for number in 1...3 {
      let now = LocalTime(epochSeconds: Sandbox.now.epochSeconds + number * day)
      try vault.save(.note(number), now: now)
    }
    try vault.seal(.sitting(8, replies: ["half"]))
    try Inbox(sandbox.place).add(.note(9, "on the bus"))
    return vault
  }

  private func rekey(_ vault: inout Vault) throws(VaultError) -> RekeyNote {
    var typed = Array(Sandbox.phrase.utf8)
    return try vault.rekey(passphrase: &typed, workFactor: 2)
  }

  @Test func `seals everything anew, and the old code opens nothing`() throws {
    var vault = try furnished(sandbox)
    let old = vault.key
    let before = try sandbox.snapshot()

    let note = try rekey(&vault)

    #expect(note.backupCount == 3)
    #expect(note.draftCount == 2)
    #expect(note.leftBehind == [])
    #expect(vault.recoveryCode != old.recoveryCode)
    let opened = try sandbox.unlock()
    #expect(opened.history().records == [.note(1), .note(2), .note(3)])
    #expect(try opened.drafts() == [.sitting(8, replies: ["half"])])
    #expect(try opened.captures().captures.map(\.record) == [.note(9, "on the bus")])
    #expect(opened.notices == [])
    #expect(try opened.verify().isSound)
    #expect(throws: VaultError.wrongRecoveryCode) { try sandbox.unlock(old.recoveryCode) }
    for path in try sandbox.files() where path.hasSuffix(".age") {
      #expect(try sandbox.contents(path) != before[path], "\(path)")
      let bytes = try sandbox.contents(path)
      let error = fault { () throws(VaultError) in
        try SealedValue.plaintext(
          of: bytes, with: old.identities, part: .backup, path: path)
      }
      #expect(error != nil, "\(path)")
    }
  }

  @Test func `needs the right passphrase, and changes nothing without it`() throws {
    var vault = try furnished(sandbox)
    let before = try sandbox.snapshot()
    var typed = Array("lemon".utf8)

    #expect(throws: VaultError.wrongPassphrase) {
      try vault.rekey(passphrase: &typed, workFactor: 2)
    }
    #expect(try sandbox.snapshot() == before)
  }

  @Test func `takes no recovery code for the passphrase`() throws {
    var vault = try furnished(sandbox)
    let before = try sandbox.snapshot()

    for code in [
      vault.recoveryCode, vault.recoveryCode.lowercased(), "AGE-SECRET-KEY-1 plain words",
    ] {
      var typed = Array(code.utf8)
      #expect(throws: VaultError.recoveryCodeForPassphrase) {
        try vault.rekey(passphrase: &typed, workFactor: 2)
      }
      typed = Array(code.utf8)
      #expect(throws: VaultError.recoveryCodeForPassphrase) {
        try vault.changePassphrase(to: &typed, workFactor: 2)
      }
    }
    #expect(try sandbox.snapshot() == before)
  }

  @Test func `notices a journal of before that is put back with its key`() throws {
    var vault = try furnished(sandbox)
    let before = try sandbox.snapshot()
    _ = try rekey(&vault)
    for path in [sandbox.place.journal, sandbox.place.key, sandbox.place.keyCopy] {
      try sandbox.put(before[path] ?? [], at: path)
    }

    #expect(throws: VaultError.olderGeneration(found: 4, remembered: 5)) { try sandbox.unlock() }
  }

  @Test func `in another window keeps this one from sealing what nobody could open`() throws {
    var other = try furnished(sandbox)
    var vault = try sandbox.unlock()
    _ = try rekey(&other)
    let expected = VaultError.keyChanged(directory: sandbox.place.directory)

    #expect(throws: expected) { try vault.seal(.sitting(4)) }
    #expect(throws: expected) { try vault.save(.note(4), now: Sandbox.now) }
    var typed = Array("new".utf8)
    #expect(throws: expected) { try vault.changePassphrase(to: &typed, workFactor: 2) }
    try Inbox(sandbox.place).add(.note(4, "kept after all"))
    let words = try sandbox.unlock().captures().captures.map(\.record.words)
    #expect(Set(words) == ["on the bus", "kept after all"])
  }

  @Test func `that is broken off at any call is brought to its end by the next unlock`() throws {
    var outcomes: Set<String> = []
    let step = FaultCount.isFull ? 1 : 5
    for turn in stride(from: 0, to: 400, by: step) {
      let sandbox = try Sandbox()
      var vault = try furnished(sandbox)
      let code = vault.recoveryCode
      let gate = CallGate(.death, at: turn)
      vault = vault.on(gate.disk)
      let outcome = fault { () throws(VaultError) in try rekey(&vault) }
      guard gate.wasReached else { break }

      #expect(outcome != nil)
      let opened = try sandbox.unlock()
      #expect(opened.history().records == [.note(1), .note(2), .note(3)], "turn \(turn)")
      #expect(try opened.drafts() == [.sitting(8, replies: ["half"])])
      #expect(try opened.captures().captures.map(\.record) == [.note(9, "on the bus")])
      #expect(opened.key.identities.count == 1)
      #expect(try opened.verify().files.allSatisfy { $0.fault == nil }, "turn \(turn)")
      outcomes.insert(opened.recoveryCode == code ? "old" : "new")
      #expect(try sandbox.unlock().notices == [], "turn \(turn)")
      #expect(try !sandbox.files().contains { $0.contains(".kith-") }, "turn \(turn)")
      try FaultCount.tally(1)
    }
    #expect(outcomes == ["old", "new"])
  }
}

@Suite struct `A change of passphrase` {
  @Test func `that is broken off is put right by the next unlock`() throws {
    for turn in 0..<80 {
      let sandbox = try Sandbox()
      let vault = try sandbox.create()
      let gate = CallGate(.death, at: turn)
      var typed = Array("new words".utf8)
      let outcome = fault { () throws(VaultError) in
        try vault.on(gate.disk).changePassphrase(to: &typed, workFactor: 2)
      }
      guard gate.wasReached else { break }

      #expect(outcome != nil)
      let isNew = fault { () throws(VaultError) in try sandbox.unlock("new words") } == nil
      _ = try sandbox.unlock(isNew ? "new words" : Sandbox.phrase)
      let key = try sandbox.contents(sandbox.place.key)
      #expect(try sandbox.contents(sandbox.place.keyCopy) == key)
      let other = fault { () throws(VaultError) in
        try sandbox.unlock(isNew ? Sandbox.phrase : "new words")
      }
      #expect(other == .wrongPassphrase)
      try FaultCount.tally(1)
    }
  }
}

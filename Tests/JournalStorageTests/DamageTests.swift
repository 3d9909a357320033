import Age
import Coach
import Foundation
import Testing

@testable import JournalStorage

@Suite struct `A damaged file` {
  let sandbox: Sandbox
  let passphrase = Passphrase(Array(Sandbox.phrase.utf8), workFactor: 2, workLimit: 12)

  init() throws {
    sandbox = try Sandbox()
  }

  @Test func `is never called a wrong passphrase when it is a key, whatever bit is flipped`() throws
  {
    _ = try sandbox.create()
    let key = try sandbox.contents(sandbox.place.key)

    for index in key.indices {
      for bit in 0..<8 {
        var altered = key
        altered[index] ^= 1 << UInt8(bit)
        let error = openKey(altered)
        #expect(error?.isDamage(of: .key) == true, "byte \(index), bit \(bit)")
      }
    }
  }

  @Test func `is never called a wrong passphrase when it is a key, wherever it is cut off`() throws
  {
    _ = try sandbox.create()
    let key = try sandbox.contents(sandbox.place.key)

    for count in key.indices {
      #expect(openKey(Array(key.prefix(count)))?.isDamage(of: .key) == true, "\(count) bytes")
    }
    #expect(openKey(key + [10])?.isDamage(of: .key) == true)
  }

  private func openKey(_ bytes: [UInt8]) -> VaultError? {
    fault { () throws(VaultError) in
      try KeyFile.open(bytes, with: passphrase, path: "key.age")
    }
  }

  private func openJournal(_ bytes: [UInt8], with identity: X25519Identity) -> VaultError? {
    fault { () throws(VaultError) in
      try JournalFile(opening: bytes, with: identity, path: "journal.age")
    }
  }

  /// Every byte of the header and of the ends of the payload, and samples of what lies between;
  /// the full run takes every byte.
  private func places(in file: [UInt8]) -> [Int] {
    file.indices.filter { index in
      Torture.isFull || index < 450 || index >= file.count - 40 || index % 4099 == 0
    }
  }

  @Test func `is refused as damaged when it is a journal, whatever byte is altered`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let journal = try sandbox.contents(sandbox.place.journal)

    for index in places(in: journal) {
      var altered = journal
      altered[index] ^= 1 << UInt8(index % 8)
      let error = openJournal(altered, with: vault.identity)
      #expect(error?.isDamage(of: .journal) == true, "byte \(index)")
    }
  }

  @Test func `is refused as damaged when it is a journal, wherever it is cut off`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let journal = try sandbox.contents(sandbox.place.journal)

    for count in places(in: journal) {
      let error = openJournal(Array(journal.prefix(count)), with: vault.identity)
      #expect(error?.isDamage(of: .journal) == true, "\(count) bytes")
    }
  }

  @Test func `is left as it is by a save that finds it`() throws {
    var vault = try sandbox.create()
    var journal = try sandbox.contents(sandbox.place.journal)
    journal[300] ^= 1
    journal[100] ^= 1
    try sandbox.put(journal, at: sandbox.place.journal)

    #expect(throws: VaultError.damaged(.journal, path: sandbox.place.journal, .header)) {
      try vault.save(.note(1), now: Sandbox.now)
    }
    #expect(try sandbox.contents(sandbox.place.journal) == journal)
  }
}

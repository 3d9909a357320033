import Age
import Coach
import Foundation
import Testing

@testable import JournalStorage

@Suite struct `A damaged file` {
  let sandbox: Sandbox
  let passphrase = Passphrase(Array(Sandbox.phrase.utf8), workFactor: 2, workLimit: 12)
  let damagedKey = VaultError.damaged(.key, path: "key.age")
  let damagedJournal = VaultError.damaged(.journal, path: "journal.age")

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
        #expect(throws: damagedKey, "byte \(index), bit \(bit)") {
          try KeyFile.open(altered, with: passphrase, path: "key.age")
        }
      }
    }
  }

  @Test func `is never called a wrong passphrase when it is a key, wherever it is cut off`() throws
  {
    _ = try sandbox.create()
    let key = try sandbox.contents(sandbox.place.key)

    for count in key.indices {
      #expect(throws: damagedKey) {
        try KeyFile.open(Array(key.prefix(count)), with: passphrase, path: "key.age")
      }
    }
    #expect(throws: damagedKey) {
      try KeyFile.open(key + [10], with: passphrase, path: "key.age")
    }
  }

  /// Every byte of the header and of the ends of the payload, and samples of what lies between;
  /// `KITH_EXHAUSTIVE` takes every byte.
  private func places(in file: [UInt8]) -> [Int] {
    let isExhaustive = ProcessInfo.processInfo.environment["KITH_EXHAUSTIVE"] != nil
    return file.indices.filter { index in
      isExhaustive || index < 450 || index >= file.count - 40 || index % 4099 == 0
    }
  }

  @Test func `is refused as damaged when it is a journal, whatever byte is altered`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let journal = try sandbox.contents(sandbox.place.journal)

    for index in places(in: journal) {
      var altered = journal
      altered[index] ^= 1 << UInt8(index % 8)
      #expect(throws: damagedJournal, "byte \(index)") {
        try JournalFile(opening: altered, with: vault.identity, path: "journal.age")
      }
    }
  }

  @Test func `is refused as damaged when it is a journal, wherever it is cut off`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let journal = try sandbox.contents(sandbox.place.journal)

    for count in places(in: journal) {
      #expect(throws: damagedJournal, "\(count) bytes") {
        try JournalFile(
          opening: Array(journal.prefix(count)), with: vault.identity, path: "journal.age")
      }
    }
  }

  @Test func `is left as it is by a save that finds it`() throws {
    var vault = try sandbox.create()
    var journal = try sandbox.contents(sandbox.place.journal)
    journal[300] ^= 1
    journal[100] ^= 1
    try sandbox.put(journal, at: sandbox.place.journal)

    #expect(throws: VaultError.damaged(.journal, path: sandbox.place.journal)) {
      try vault.save(.note(1), now: Sandbox.now)
    }
    #expect(try sandbox.contents(sandbox.place.journal) == journal)
  }
}

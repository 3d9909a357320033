import Age
import Coach
import Foundation
import TestSupport
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
    try FaultCount.tally(key.count * 8)
  }

  @Test func `is never called a wrong passphrase when it is a key, wherever it is cut off`() throws
  {
    _ = try sandbox.create()
    let key = try sandbox.contents(sandbox.place.key)

    for count in key.indices {
      #expect(openKey(Array(key.prefix(count)))?.isDamage(of: .key) == true, "\(count) bytes")
    }
    #expect(openKey(key + [10])?.isDamage(of: .key) == true)
    try FaultCount.tally(key.count + 1)
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

  /// Every byte of the header and of the ends of the payload, and samples of what lies between.
  private func places(in file: [UInt8]) -> [Int] {
    file.indices.filter { index in
      index < 450 || index >= file.count - 40 || index % 4099 == 0
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
    try FaultCount.tally(places(in: journal).count)
  }

  @Test func `is refused as damaged when it is a journal, wherever it is cut off`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let journal = try sandbox.contents(sandbox.place.journal)

    for count in places(in: journal) {
      let error = openJournal(Array(journal.prefix(count)), with: vault.identity)
      #expect(error?.isDamage(of: .journal) == true, "\(count) bytes")
    }
    try FaultCount.tally(places(in: journal).count)
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

/// Another program, which may be built for speed, does to a whole vault what takes too long here.
@Suite struct `A vault that is damaged bit by bit` {
  /// The program; a full run names one that was built for speed.
  private static let driver =
    ProcessInfo.processInfo.environment["KITH_TORTURE_DRIVER"]
    ?? Products.path(of: "damage-driver")

  /// The faults of the everyday run lie this far apart, in bits and in lengths.
  private static let sparseStep = 40_009

  @Test func `is never opened, never called anything else, and never written over`() throws {
    let shares = FaultCount.isFull ? ProcessInfo.processInfo.activeProcessorCount : 1
    let step = FaultCount.isFull ? shares : Self.sparseStep
    let sandboxes = try (0..<shares).map { _ in try Sandbox() }
    let children = try sandboxes.enumerated().map { share, sandbox in
      try ChildProcess(Self.driver, [sandbox.root, "\(share)", "\(step)"])
    }
    for outcome in children.map({ $0.finish() }) {
      #expect(outcome.status == 0)
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.count == 4)
      for line in lines {
        let tried = line.firstMatch(of: /: (\d+) tried, 0 accepted, 0 misnamed, 0 rewritten$/)
        try FaultCount.tally(#require(tried.flatMap { Int($0.output.1) }, "\(line)"))
      }
    }
  }
}

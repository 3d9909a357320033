import Age
import Coach
import Foundation
import TestSupport
import Testing

@testable import JournalStorage

@Suite struct `A journal of several pieces` {
  static let noteCount = 60

  let sandbox: Sandbox
  let key: VaultKey
  let journal: [UInt8]
  let headerCount: Int

  /// A line of each note is about 4 KiB long, so that 16 of them lie in a piece.
  init() throws {
    sandbox = try Sandbox()
    var vault = try sandbox.create()
    let words = String(repeating: "a long day ", count: 350)
    try vault.save((0..<Self.noteCount).map { .note($0, words) }, now: Sandbox.now)
    try sandbox.remove(sandbox.place.backups)
    key = vault.key
    journal = try sandbox.contents(sandbox.place.journal)
    headerCount = try AgeFile(journal).headerBytes.count + 16
  }

  private static let piece = 65_552

  private func fault(of bytes: [UInt8]) -> VaultError? {
    JournalStorageTests.fault { () throws(VaultError) in
      try JournalFile(opening: bytes, with: key.identities, path: "j")
    }
  }

  @Test func `has four of them`() {
    #expect(journal.count == headerCount + 4 * Self.piece)
  }

  @Test func `is called cut short wherever it is cut off, and never accepted`() throws {
    let step = FaultCount.isFull ? 97 : 997
    for count in stride(from: headerCount, to: journal.count, by: step) {
      #expect(fault(of: Array(journal.prefix(count))) == .damaged(.journal, path: "j", .truncated))
    }
    for pieces in 1..<4 {
      let part = Array(journal.prefix(headerCount + pieces * Self.piece))
      #expect(fault(of: part) == .damaged(.journal, path: "j", .truncated))
    }
    try FaultCount.tally((journal.count - headerCount) / step + 4)
  }

  @Test func `names the piece that was altered`() throws {
    let step = FaultCount.isFull ? 97 : 13_007
    for place in stride(from: headerCount + 5, to: journal.count, by: step) {
      var altered = journal
      altered[place] ^= 0x10
      let piece = (place - headerCount) / Self.piece + 1
      #expect(fault(of: altered) == .damaged(.journal, path: "j", .altered(pieces: [piece])))
    }
    try FaultCount.tally((journal.count - headerCount) / step)
  }

  @Test func `is refused with its pieces swapped, doubled, dropped or added to`() {
    func piece(_ index: Int) -> ArraySlice<UInt8> {
      journal[(headerCount + index * Self.piece)..<(headerCount + (index + 1) * Self.piece)]
    }
    let start = journal[..<headerCount]
    let orders: [[Int]] = [
      [1, 0, 2, 3], [0, 2, 1, 3], [0, 1, 3, 2], [0, 0, 1, 2, 3], [0, 1, 1, 2, 3], [1, 2, 3],
      [0, 2, 3], [0, 1, 2, 3, 3], [3], [0, 1, 2, 3, 0, 1, 2, 3],
    ]
    for order in orders {
      let file = Array(order.reduce(start) { $0 + piece($1) })
      #expect(fault(of: file)?.isDamage(of: .journal) == true, "\(order)")
    }
    #expect(fault(of: journal + journal)?.isDamage(of: .journal) == true)
    #expect(fault(of: journal + [10])?.isDamage(of: .journal) == true)
    #expect(fault(of: journal) == nil)
  }

  @Test(arguments: [0, 1, 2, 3])
  func `gives back every line outside a damaged piece, and is left as it is`(lost: Int) throws {
    var damaged = journal
    damaged[headerCount + lost * Self.piece + 30_000] ^= 1
    try sandbox.put(damaged, at: sandbox.place.journal)
    #expect(throws: VaultError.self) { try sandbox.unlock() }
    #expect(try key.verify().damagedPieces == [lost + 1])

    let salvage = try key.salvage()

    #expect(salvage.lostPieces == [lost + 1])
    #expect(salvage.pieceCount == 4)
    #expect(salvage.expectedLineCount == (lost == 0 ? nil : Self.noteCount))
    let plain = try AgeFile.decrypt(journal, with: .x25519(key.identity))
    let range = (lost * 65_536)..<((lost + 1) * 65_536)
    let survivors = lineRanges(of: plain).filter { !$0.overlaps(range) }.count
    #expect(salvage.savedLineCount == survivors)
    #expect(salvage.history().records.count == survivors)
    #expect(salvage.isWriterProven)
    #expect(try sandbox.contents(sandbox.place.journal) == damaged)
  }

  /// Where the lines lie, without the header line.
  private func lineRanges(of text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == 10 {
      if index > start { ranges.append(start..<index) }
      start = index + 1
    }
    return Array(ranges.dropFirst())
  }

  @Test func `is kept beside the new one when what was saved of it is kept`() throws {
    var damaged = journal
    damaged[headerCount + 2 * Self.piece + 9] ^= 1
    try sandbox.put(damaged, at: sandbox.place.journal)
    let salvage = try key.salvage()

    let (vault, note) = try key.keep(salvage, now: Sandbox.now)

    let kept = try #require(note.damagedJournal)
    #expect(try sandbox.contents(kept) == damaged)
    #expect(vault.history() == salvage.history())
    let opened = try sandbox.unlock()
    #expect(opened.history() == salvage.history())
    #expect(opened.notices == [])
    #expect(opened.generation == 3)
  }

  @Test func `gets back from its backups what a damaged piece held`() throws {
    var vault = try sandbox.unlock()
    try vault.save(.note(500), now: Sandbox.now)
    var damaged = try sandbox.contents(sandbox.place.journal)
    damaged[headerCount + 9] ^= 1
    try sandbox.put(damaged, at: sandbox.place.journal)

    let salvage = try key.salvage()

    #expect(salvage.history().records.count == Self.noteCount + 1)
    #expect(salvage.addedFromBackupsCount > 0)
    #expect(try key.salvage(includingBackups: false).addedFromBackupsCount == 0)
  }

  @Test func `has nothing to give when its key is lost in the damage`() throws {
    try sandbox.put(Array(journal.dropFirst(150)), at: sandbox.place.journal)

    #expect(throws: VaultError.nothingToSalvage(path: sandbox.place.journal)) {
      try key.salvage()
    }
  }
}

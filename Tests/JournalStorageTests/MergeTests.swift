import Coach
import Foundation
import TestSupport
import Testing

@testable import JournalStorage

@Suite struct `A merge of devices` {
  static let histories = FaultCount.number(quick: 400, full: 10_000)

  @Test func `gives the same in any order and however often, without loss or resurrection`()
    throws
  {
    for seed in 0..<Self.histories {
      var history = DeviceHistory(seed: UInt64(seed), deviceCount: 2 + seed % 2)
      for _ in 0..<(6 + seed % 20) { try history.step() }
      let texts = history.devices
      let (a, b, c) = (texts[0], texts[1], texts[texts.count - 1])
      let all = a.merged(b).merged(c)

      #expect(all.content == history.expected, "seed \(seed)")
      #expect(c.merged(b).merged(a).content == all.content, "seed \(seed)")
      #expect(a.merged(b.merged(c)).content == all.content, "seed \(seed)")
      #expect(b.merged(a).content == a.merged(b).content, "seed \(seed)")
      #expect(all.merged(a).merged(all).content == all.content, "seed \(seed)")
      #expect(all.merged(all) == all, "seed \(seed)")
    }
    try FaultCount.tally(Self.histories)
  }

  @Test func `drops what was written over, and keeps the other side of a conflict`() throws {
    var base = JournalText(generation: 1, lines: [])
    _ = try base.put(.note(1, "first"), over: base)
    var desk = base
    var phone = base
    _ = try desk.put(.note(1, "at the desk"), over: base)
    _ = try phone.put(.note(1, "on the way"), over: base)
    let met = desk.merged(phone)
    #expect(Set(met.lines.compactMap { $0.record?.words }) == ["at the desk", "on the way"])
    #expect(met.history.records.count == 1)

    var settled = met
    _ = try settled.put(.note(1, "settled"), over: met)
    let later = settled.merged(desk).merged(phone).merged(base)
    #expect(later.history.records.map(\.words) == ["settled"])
    #expect(later.lines.count == 2)
    #expect(later.merged(met).content == later.content)
  }

  @Test func `lets a deletion win over what came before it, not over what came after`() throws {
    var base = JournalText(generation: 1, lines: [])
    _ = try base.put(.note(1, "first"), over: base)
    var desk = base
    var phone = base
    var tombstone = Record.note(1)
    tombstone.body = nil
    tombstone.deleted = true
    _ = try desk.put(tombstone, over: base)
    #expect(desk.merged(phone).history.records == [])

    for words in ["once", "twice"] {
      let before = phone
      _ = try phone.put(.note(1, words), over: before)
    }
    #expect(phone.merged(desk).history.records.map(\.words) == ["twice"])
  }

  @Test func `counts lines that nobody here understands by their bytes`() throws {
    let strange = RecordLine(raw: Array(#"{"future":[1]}"#.utf8)[...])
    let other = RecordLine(raw: Array(#"{"future":[2]}"#.utf8)[...])
    let one = JournalText(generation: 1, lines: [strange])
    let two = JournalText(generation: 1, lines: [strange, other])

    #expect(one.merged(two).content == two.content)
    #expect(two.merged(one).content == two.content)
  }
}

@Suite struct `A copy of the journal from elsewhere` {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  @Test(arguments: [
    "journal.sync-conflict-20261121-120000-ABCDEFG.age",
    "journal (Ana's conflicted copy 2026-11-21).age",
    "journal (conflicted copy 2026-11-21 120000).age",
  ])
  func `is found beside it, merged and moved to the backups`(name: String) throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let path = "\(sandbox.place.directory)/\(name)"
    let old = try sandbox.contents(sandbox.place.journal)
    try vault.save(.note(2), now: Sandbox.now)
    let copy = try sandbox.contents(sandbox.place.journal)
    try sandbox.put(old, at: sandbox.place.journal)
    try sandbox.put(copy, at: path)

    var opened = try sandbox.unlock(accepting: 2)
    #expect(opened.notices == [.conflictCopies(count: 1)])
    let (notes, faults) = try opened.mergeConflictCopies(now: Sandbox.now)

    #expect(notes.map(\.addedCount) == [1])
    #expect(faults == [])
    #expect(opened.notices == [])
    #expect(try sandbox.unlock().history().records == [.note(1), .note(2)])
    #expect(try sandbox.unlock().conflictCopies() == [])
    let moved = try #require(notes.first?.movedTo)
    #expect(try sandbox.contents(moved) == copy)
  }

  @Test func `that is damaged stays where it is`() throws {
    var vault = try sandbox.create()
    let path = "\(sandbox.place.directory)/journal.sync-conflict-1.age"
    let half = Array(try sandbox.contents(sandbox.place.journal).prefix(9000))
    try sandbox.put(half, at: path)

    let faults = try vault.mergeConflictCopies(now: Sandbox.now).faults

    #expect(faults == [.damaged(.copy, path: path, .truncated)])
    #expect(try sandbox.contents(path) == half)
  }

  @Test func `of another vault needs the key of that vault`() throws {
    let other = try Sandbox()
    var theirs = try other.create()
    try theirs.save(.note(7, "from the other one"), now: Sandbox.now)
    var vault = try sandbox.create()
    let path = other.place.journal

    #expect(throws: VaultError.otherVault(path: path)) {
      try vault.merge(path, now: Sandbox.now)
    }
    let wrong = FileSecret.recoveryCode(Array(vault.recoveryCode.utf8))
    #expect(throws: VaultError.foreignKey(path: path)) {
      try vault.merge(path, openedWith: wrong, now: Sandbox.now)
    }
    let secret = FileSecret.keyFile(
      path: other.place.key, passphrase: Array(Sandbox.phrase.utf8))
    let note = try vault.merge(other.place.directory, openedWith: secret, now: Sandbox.now)

    #expect(note.addedCount == 1)
    #expect(note.movedTo == nil)
    #expect(try sandbox.unlock().history().records == [.note(7, "from the other one")])
  }

  @Test func `brings what it has new, and says how much`() throws {
    var vault = try sandbox.create()
    for number in 1...3 { try vault.save(.note(number), now: Sandbox.now) }
    let copy = sandbox.root + "/copy.age"
    try sandbox.put(sandbox.contents(sandbox.place.journal), at: copy)
    try vault.save(.note(1, "edited here", rev: 2), now: Sandbox.now)
    try vault.delete(.id(2), now: Sandbox.now)
    let before = vault.history()

    let note = try vault.merge(copy, now: Sandbox.now)

    #expect(note.addedCount == 0)
    #expect(note.updatedCount == 0)
    #expect(note.keptVersionCount == 0)
    #expect(vault.history() == before)
    #expect(throws: VaultError.notFound(path: copy + ".gone")) {
      try vault.merge(copy + ".gone", now: Sandbox.now)
    }
  }
}

import Age
import Coach
import Foundation
import Testing

@testable import JournalStorage

@Suite struct `A backup to a folder` {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  private func stick() throws -> String {
    let path = sandbox.root + "/stick"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  @Test func `is a vault of its own that opens under the same passphrase`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    try Inbox(sandbox.place).add(.note(2, "on the bus"))
    let stick = try stick()

    let note = try vault.backUp(to: stick, now: Sandbox.now)
    let second = try vault.backUp(to: stick, now: Sandbox.now)

    #expect(note.folder == stick + "/kith-backup-\(Sandbox.now.day)")
    #expect(second.folder == note.folder + "-2")
    #expect(note.recordCount == 1)
    var typed = Array(Sandbox.phrase.utf8)
    let copy = try Vault.unlock(
      VaultPlace(directory: note.folder, stateDirectory: sandbox.root + "/other"),
      passphrase: &typed)
    #expect(copy.history() == vault.history())
    #expect(try copy.captures().captures.map(\.record) == [.note(2, "on the bus")])
  }

  @Test func `leaves nothing half-made where it cannot be written`() throws {
    let vault = try sandbox.create()
    let stick = try stick()
    let gate = CallGate(.lastingFailure(28, of: .write), at: 0)

    #expect(throws: VaultError.self) { try vault.on(gate.disk).backUp(to: stick, now: Sandbox.now) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: stick) == [])
    #expect(throws: VaultError.notFound(path: stick + "/gone")) {
      try vault.backUp(to: stick + "/gone", now: Sandbox.now)
    }
  }

  @Test func `is brought back in place of the journal, which is kept`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let folder = try vault.backUp(to: stick(), now: Sandbox.now).folder
    try vault.save(.note(2), now: Sandbox.now)
    let before = try sandbox.contents(sandbox.place.journal)

    let note = try vault.restore(from: folder, .replacing, now: Sandbox.now)

    #expect(note.recordCount == 1)
    #expect(note.removedCount == 1)
    #expect(try sandbox.contents(#require(note.keptJournal)) == before)
    #expect(try sandbox.unlock().history().records == [.note(1)])
    #expect(try sandbox.unlock().notices == [])
    let kept = try #require(note.keptJournal)
    #expect(try vault.restore(from: kept, .merging, now: Sandbox.now).addedCount == 1)
    #expect(try sandbox.unlock().history().records == [.note(1), .note(2)])
  }

  @Test func `takes the place of a damaged journal, which stays beside it`() throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let folder = try vault.backUp(to: stick(), now: Sandbox.now).folder
    let half = Array(try sandbox.contents(sandbox.place.journal).prefix(999))
    try sandbox.put(half, at: sandbox.place.journal)
    let key = vault.key

    #expect(throws: VaultError.damaged(.journal, path: sandbox.place.journal, .truncated)) {
      try key.restore(from: folder, .merging, now: Sandbox.now)
    }
    let (opened, note) = try key.restore(from: folder, .replacing, now: Sandbox.now)

    #expect(opened.history().records == [.note(1)])
    #expect(try sandbox.contents(#require(note.keptJournal)) == half)
    #expect(try sandbox.unlock().history().records == [.note(1)])
  }
}

@Suite struct `Verifying a vault` {
  @Test func `counts what is there and changes nothing`() throws {
    let sandbox = try Sandbox()
    var vault = try sandbox.create()
    for number in 1...3 { try vault.save(.note(number), now: Sandbox.now) }
    try vault.delete(.id(3), now: Sandbox.now)
    try vault.seal(.sitting(4))
    let before = try sandbox.snapshot()

    let report = try vault.verify()

    #expect(report.recordCount == 2)
    #expect(report.kinds == ["note": 2])
    #expect(report.deletedCount == 1)
    #expect(report.generation == 5)
    #expect(report.pieceCount == 1)
    #expect(report.isSound)
    #expect(
      report.files.map(\.part) == [.journal, .key, .key, .recipient, .backup, .draft])
    #expect(try sandbox.snapshot() == before)
  }

  @Test func `names each file that is not whole`() throws {
    let sandbox = try Sandbox()
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let backup = sandbox.place.backup(2)
    var altered = try sandbox.contents(backup)
    altered[5000] ^= 1
    try sandbox.put(altered, at: backup)
    try sandbox.put([], at: sandbox.place.keyCopy)
    try sandbox.put([1], at: sandbox.place.directory + "/letter.txt")

    let report = try vault.verify()

    #expect(!report.isSound)
    #expect(
      report.files.compactMap(\.fault) == [
        .damaged(.key, path: sandbox.place.keyCopy, .empty),
        .damaged(.backup, path: backup, .altered(pieces: [1])),
      ])
    #expect(report.strangeFiles == [sandbox.place.directory + "/letter.txt"])
    #expect(try sandbox.unlock().notices == [.keyCopyMended(path: sandbox.place.keyCopy)])
  }
}

@Suite struct `A clock that is wrong` {
  /// An hour back, ten years back, 1970, 2038, 9999, and the hours around a change of the clocks.
  static let clocks = [
    -3600, -315_360_000, -1_795_000_000, 352_483_648, 251_607_000_000, 12_345, -12_345,
  ]

  @Test(arguments: clocks) func `decides nothing: the version does`(shift: Int) throws {
    let sandbox = try Sandbox()
    var vault = try sandbox.create()
    var record = Record.note(1, "first")
    try vault.save(record, now: Sandbox.now)
    record = Record.note(1, "second")
    record.at = LocalTime(epochSeconds: Sandbox.now.epochSeconds + shift, offset: 7200)
    let wrong = LocalTime(epochSeconds: Sandbox.now.epochSeconds + shift)
    try vault.save(record, now: wrong)
    try vault.save(.note(2), now: wrong)

    let opened = try sandbox.unlock()
    #expect(opened.record(.id(1))?.words == "second")
    #expect(opened.record(.id(1))?.at == record.at)
    #expect(opened.record(.id(1))?.at.offset == 7200)
    #expect(opened.generation == 4)
    #expect(opened.notices == [])
    #expect(opened.latest(9).map(\.id) == opened.history().records.map(\.id))
  }

  @Test func `shows local time as it was written, on either side of a change of the clocks`() throws
  {
    let sandbox = try Sandbox()
    var vault = try sandbox.create()
    let spelled = [
      "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00", "2026-03-29T01:59:59+01:00",
      "2026-03-29T03:00:00+02:00", "2016-12-31T23:59:60Z", "2026-01-01T00:00:00+05:45",
    ]
    for (number, text) in spelled.enumerated() {
      var record = Record.note(number)
      record.at = try #require(LocalTime(text))
      try vault.save(record, now: Sandbox.now)
    }

    let records = try sandbox.unlock().history().records
    #expect(records.map(\.at) == records.map(\.at).sorted())
    #expect(
      Set(records.map(\.at.description)).subtracting(spelled) == ["2017-01-01T00:00:00Z"])
    #expect(try sandbox.unlock().latest(2).map(\.id) == records.suffix(2).map(\.id))
  }
}

@Suite struct `A journal of a newer version` {
  /// Seals a journal text as a newer program would.
  private func put(_ text: String, generation: Int, in sandbox: Sandbox, _ vault: Vault) throws {
    let file = try AgeFile.encrypt(Array(text.utf8), to: [vault.identity.recipient]) { fileKey in
      let code = vault.identity.originCode(
        for: fileKey, label: "\(generation)", context: "kith journal origin v1")
      return [Stanza(type: "kith/auth", arguments: ["\(generation)"], body: code)]
    }
    try sandbox.put(file, at: sandbox.place.journal)
  }

  @Test func `is opened for reading, and says so`() throws {
    let sandbox = try Sandbox()
    var vault = try sandbox.create()
    try vault.save(.note(1, "old"), now: Sandbox.now)
    let line = String(decoding: vault.journal.text.lines[0].raw, as: UTF8.self)
    try put(
      #"{"count":1,"device":"","generation":9,"kith":2}"# + "\n\(line)\n", generation: 9,
      in: sandbox, vault)
    let before = try sandbox.contents(sandbox.place.journal)

    var opened = try sandbox.unlock()

    #expect(opened.notices == [.newerFormat(version: 2)])
    #expect(opened.isReadOnly)
    #expect(opened.history().records == [.note(1, "old")])
    #expect(
      throws: VaultError.newerVersion(.journal, path: sandbox.place.journal, version: 2)
    ) { try opened.save(.note(2), now: Sandbox.now) }
    #expect(try sandbox.contents(sandbox.place.journal) == before)
  }

  @Test func `keeps its lines and the members of its header byte for byte`() throws {
    let sandbox = try Sandbox()
    let vault = try sandbox.create()
    let strange = [
      #"{"id":"6f1d2c3b-0000-4000-8000-000000000077","rev":4,"kind":"dream","at":"2026-01-01T00:00:00Z","sky":[1.50,"\u00e9"]}"#,
      #"{"future": {"a" : 1e3}}"#, "not JSON at all", #"{"id":"x","rev":"4"}"#,
    ]
    let header = #"{"count":4,"device":"","generation":9,"kith":1,"sort":"up"}"#
    try put(([header] + strange).joined(separator: "\n"), generation: 9, in: sandbox, vault)

    var opened = try sandbox.unlock()
    try opened.save(.note(1), now: Sandbox.now)
    try opened.save(.note(1, "again"), now: Sandbox.now)

    let text = try sandbox.unlock().journal.text
    let lines = text.lines.map { String(decoding: $0.raw, as: UTF8.self) }
    #expect(Array(lines.prefix(4)) == strange)
    #expect(lines.count == 5)
    #expect(text.header.others["sort"]?.string == "up")
  }
}

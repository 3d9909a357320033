import Age
import Coach
import Foundation
import Synchronization
import Testing

@testable import JournalStorage

@Suite struct `A journal that is written` {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  /// A journal whose content takes exactly so many bytes before it is padded.
  private func text(of byteCount: Int) throws -> JournalText {
    let head = JournalHeader(generation: 1, device: sandbox.place.device, count: 2).encoded.count
    let small = Array(#"{"id":"a","rev":1}"#.utf8)
    let frame = Array(#"{"id":"b","rev":1,"x":""}"#.utf8)
    let filler = [UInt8](repeating: 120, count: byteCount - head - small.count - frame.count - 3)
    let large = frame.dropLast(2) + filler + frame.suffix(2)
    return JournalText(
      generation: 1, lines: [RecordLine(raw: small[...]), RecordLine(raw: large[...])])
  }

  @Test(arguments: [
    (65_535, 1), (65_536, 1), (65_537, 2), (131_071, 2), (131_072, 2), (131_073, 3),
    (196_608, 3), (262_143, 4), (262_144, 4), (262_145, 5), (1_000_000, 16),
  ])
  func `opens to the same lines, at every size of its pieces`(byteCount: Int, steps: Int) throws {
    let vault = try sandbox.create()
    let text = try text(of: byteCount)

    let sealed = try sandbox.sealed(text, with: vault.identity)

    let file = try AgeFile(sealed)
    #expect(sealed.count - file.headerBytes.count - 16 == steps * (65_536 + 16))
    #expect(
      try AgeFile.decrypt(sealed, with: .x25519(vault.identity)).count == steps * 65_536)
    let opened = try JournalFile(opening: sealed, with: vault.identity, path: "sealed")
    #expect(opened.text.lines == text.lines)
    try sandbox.put(sealed, at: sandbox.place.journal)
    let found = try sandbox.unlock(accepting: 1)
    #expect(found.journal.text.lines == text.lines)
    #expect(found.journal.headerBytes == file.headerBytes)
  }

  @Test(arguments: [0, 150, 700, 70_000, 200_000, -1])
  func `is not taken for kept when the disk gives back another byte`(place: Int) throws {
    var vault = try sandbox.create()
    try vault.save(.note(1), now: Sandbox.now)
    let before = try sandbox.contents(sandbox.place.journal)
    let disk = FaultyDisk(below: sandbox.place.directory, changing: place)
    vault = vault.on(disk.disk)

    #expect(throws: VaultError.writtenWrongly(path: sandbox.place.journal)) {
      try vault.save(.note(2, String(repeating: "rain ", count: 50_000)), now: Sandbox.now)
    }

    #expect(disk.changeCount == 1)
    #expect(try sandbox.contents(sandbox.place.journal) == before)
    #expect(vault.history().records == [.note(1)])
    #expect(try !sandbox.files().contains { $0.contains(".kith-") })
  }

  @Test(arguments: [1, 16, 65_552])
  func `is not taken for kept when the disk loses its end`(byteCount: Int) throws {
    var vault = try sandbox.create()
    let disk = FaultyDisk(below: sandbox.place.directory, cutting: byteCount)
    vault = vault.on(disk.disk)

    #expect(throws: VaultError.writtenWrongly(path: sandbox.place.journal)) {
      try vault.save(.note(2, String(repeating: "rain ", count: 50_000)), now: Sandbox.now)
    }

    #expect(disk.changeCount == 1)
    #expect(try sandbox.unlock().history().records == [])
  }

  @Test func `is kept although its backup comes back wrong, and says so`() throws {
    var vault = try sandbox.create()
    let disk = FaultyDisk(below: sandbox.place.backups, changing: 300)
    vault = vault.on(disk.disk)

    try vault.save(.note(1), now: Sandbox.now)

    let backup = "\(sandbox.place.backups)/journal-2.age"
    #expect(disk.changeCount == 1)
    #expect(vault.notices == [.backupFailed(.writtenWrongly(path: backup))])
    #expect(try !sandbox.files().contains(backup))
    #expect(try sandbox.unlock().history().records == [.note(1)])
  }

  @Test func `has the same bytes in its backup`() throws {
    var vault = try sandbox.create()
    let words = String(repeating: "rain ", count: 100_000)

    try vault.save(.note(1, words), now: Sandbox.now)

    let journal = try sandbox.contents(sandbox.place.journal)
    #expect(journal.count > 500_000)
    #expect(try sandbox.contents("\(sandbox.place.backups)/journal-2.age") == journal)
  }

  @Test func `is not backed up when it is another file by then`() throws {
    var vault = try sandbox.create()
    let other = try sandbox.sealed(JournalText(generation: 9, lines: []), with: vault.identity)
    let place = sandbox.place
    var disk = Disk()
    disk.witness = { event in
      guard event == .folderSynced(place.directory) else { return }
      // The test looks at what the program makes of it.
      try? Data(other).write(to: URL(filePath: place.journal))
    }
    vault = vault.on(disk)

    try vault.save(.note(1), now: Sandbox.now)

    #expect(vault.notices == [.backupFailed(.writtenWrongly(path: place.journal))])
    #expect(try sandbox.files().allSatisfy { !$0.hasPrefix(place.backups) })
  }

  @Test func `is refused when it would be larger than what can be opened again`() throws {
    let vault = try sandbox.create()
    let before = try sandbox.contents(sandbox.place.journal)
    let text = try text(of: 100_000)
    func write(limit: Int) throws(VaultError) {
      _ = try JournalFile.write(
        text, to: sandbox.place.journal, with: vault.identity, device: "desk", on: Disk(),
        limit: limit)
    }

    #expect(throws: VaultError.outgrown(path: sandbox.place.journal)) {
      try write(limit: 131_072)
    }
    #expect(try sandbox.contents(sandbox.place.journal) == before)
    try write(limit: 140_000)
    #expect(try sandbox.contents(sandbox.place.journal).count < 140_000)
  }
}

/// A disk that, once, keeps something else than what was synced to a folder.
private final class FaultyDisk: Sendable {
  private enum Fault {
    case changing(Int)
    case cutting(Int)
  }

  private let folder: String
  private let fault: Fault
  private let count = Mutex(0)

  /// Changes one byte, counted from the end when its place is negative.
  init(below folder: String, changing place: Int) {
    self.folder = folder
    fault = .changing(place)
  }

  /// Takes some bytes from the end.
  init(below folder: String, cutting byteCount: Int) {
    self.folder = folder
    fault = .cutting(byteCount)
  }

  var changeCount: Int { count.withLock { $0 } }

  var disk: Disk {
    var disk = Disk()
    disk.witness = { event in
      guard case .synced(let name) = event, Disk.folder(of: name) == self.folder,
        self.changeCount == 0
      else { return }
      // The counter tells the test whether it worked.
      try? self.spoil()
    }
    return disk
  }

  /// Finds the file that has no name yet among those that are open.
  private func spoil() throws {
    let open = "/proc/self/fd"
    for number in try FileManager.default.contentsOfDirectory(atPath: open) {
      let path = "\(open)/\(number)"
      // Another test may have closed it by now.
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path),
        target.hasPrefix("\(folder)/"), target.hasSuffix("(deleted)")
      else { continue }
      let file = try FileHandle(forUpdating: URL(filePath: path))
      let end = try file.seekToEnd()
      switch fault {
      case .cutting(let byteCount): try file.truncate(atOffset: end - UInt64(byteCount))
      case .changing(let place):
        let offset = place < 0 ? end - UInt64(-place) : UInt64(place)
        try file.seek(toOffset: offset)
        let byte = try file.read(upToCount: 1)?.first ?? 0
        try file.seek(toOffset: offset)
        try file.write(contentsOf: Data([byte ^ 1]))
      }
      try file.close()
      count.withLock { $0 += 1 }
    }
  }
}

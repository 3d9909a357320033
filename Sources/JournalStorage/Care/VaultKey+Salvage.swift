import Age
import Coach

extension VaultKey {
  /// Reads what can still be read of a damaged journal, and of the backups; writes nothing.
  ///
  /// - Parameter includesBackups: Whether records that only a backup has are taken as well. What
  ///   was deleted is not in the backups, so nothing deleted comes back.
  /// - Returns: What was found, to be looked at or kept.
  /// - Throws: `VaultError.nothingToSalvage` when nothing was found, and what keeps the folder
  ///   from being read.
  public func salvage(includingBackups includesBackups: Bool = true) throws(VaultError) -> Salvage {
    let bytes = try disk.contents(of: place.journal, limit: Disk.journalLimit)
    let fault = try faultOfJournal()
    let wreck = bytes.flatMap { Wreck($0, with: identities, path: place.journal) }
    var text = JournalText(generation: wreck?.generation ?? 0, lines: wreck?.lines ?? [])
    let count = text.places.count
    var read: [String] = []
    if includesBackups {
      for path in try Backups(place: place, disk: disk).paths().reversed() {
        // A backup that does not open has nothing to give.
        guard let backup = try? Backups(place: place, disk: disk).open(path, with: identities)
        else { continue }
        text.merge(backup)
        read.append(path)
      }
    }
    guard wreck != nil || !read.isEmpty else { throw .nothingToSalvage(path: place.journal) }
    return Salvage(
      fault: fault, isWriterProven: wreck?.isWriterProven ?? true,
      lostPieces: wreck?.lostPieces ?? [], pieceCount: wreck?.pieceCount ?? 0,
      expectedLineCount: wreck?.expectedLineCount, savedLineCount: wreck?.lines.count ?? 0,
      addedFromBackupsCount: text.places.count - count, backups: read, text: text)
  }

  /// Writes what was salvaged as the new journal; the damaged one stays beside it, byte for byte.
  ///
  /// - Parameters:
  ///   - salvage: What ``salvage(includingBackups:)`` found.
  ///   - now: The present time.
  /// - Returns: The unlocked vault, and what was done.
  /// - Throws: `VaultError`; the damaged journal is then still in its place.
  public func keep(
    _ salvage: Salvage, now: LocalTime
  ) throws(VaultError) -> (vault: Vault, note: SalvageNote) {
    let lock = try DirectoryLock(place, on: disk)
    let kept = try keepJournal(nil)
    var text = salvage.text
    text.generation = max(text.generation, try rememberedGeneration) + 1
    let vault = try write(text)
    _ = consume lock
    return (vault, SalvageNote(damagedJournal: kept, recordCount: text.recordCount))
  }

  private func faultOfJournal() throws(VaultError) -> VaultError? {
    do throws(VaultError) {
      _ = try openJournal()
      return nil
    } catch {
      return error
    }
  }
}

/// What is left of a damaged journal.
private struct Wreck {
  let isWriterProven: Bool
  let lostPieces: [Int]
  let pieceCount: Int
  let generation: Int
  let expectedLineCount: Int?
  let lines: [RecordLine]

  /// Reads the pieces that open; `nil` when the header does not, without which none does.
  init?(_ bytes: [UInt8], with identities: [X25519Identity], path: String) {
    // Where not even the remains of the header give the key, there is nothing to be had.
    guard
      let opened = try? AgeFile(damaged: bytes).openDamaged(
        with: identities.map { .x25519($0) })
    else { return nil }
    let label = identities.lazy.compactMap {
      JournalFile.provenLabel(in: opened.stanzas, of: opened.fileKey, by: $0)
    }.first
    let pieces = opened.salvage()
    guard pieces.contains(where: { $0 != nil }) else { return nil }
    isWriterProven = label != nil
    pieceCount = pieces.count
    lostPieces = pieces.indices.filter { pieces[$0] == nil }.map { $0 + 1 }
    generation = label.flatMap { Int($0) } ?? 0
    var runs = Self.runs(of: pieces)
    expectedLineCount = runs.first.flatMap { run in
      // Where the header line is lost, its number is too.
      run.isStart ? try? JournalHeader(parsing: run.firstLine).count : nil
    }
    if !runs.isEmpty, runs[0].isStart { runs[0].dropFirstLine() }
    lines = runs.flatMap { JournalText.lines(in: $0.whole) }.filter { $0.key != nil }
  }

  /// Pieces that hang together.
  private struct Run {
    var bytes: ArraySlice<UInt8>
    let isStart: Bool
    let isEnd: Bool

    var firstLine: ArraySlice<UInt8> { bytes.prefix { $0 != UInt8(ascii: "\n") } }

    mutating func dropFirstLine() {
      bytes = bytes.drop { $0 != UInt8(ascii: "\n") }
    }

    /// The bytes without the lines that reach over an end where something is missing.
    var whole: ArraySlice<UInt8> {
      var bytes = bytes
      if !isStart { bytes = bytes.drop { $0 != UInt8(ascii: "\n") } }
      if !isEnd { bytes = bytes[..<(bytes.lastIndex(of: UInt8(ascii: "\n")) ?? bytes.startIndex)] }
      return bytes
    }
  }

  private static func runs(of pieces: [[UInt8]?]) -> [Run] {
    var runs: [Run] = []
    var index = 0
    while index < pieces.count {
      guard pieces[index] != nil else {
        index += 1
        continue
      }
      let start = index
      var bytes: [UInt8] = []
      while index < pieces.count, let piece = pieces[index] {
        bytes += piece
        index += 1
      }
      runs.append(Run(bytes: bytes[...], isStart: start == 0, isEnd: false))
    }
    return runs
  }
}

import Coach

extension Vault {
  /// Saves a record, and drops the draft it grew out of.
  ///
  /// When it returns, the record outlasts a crash and a power cut. The draft goes only after
  /// that; a crash between the two leaves a draft whose record exists, which `drafts()` drops.
  ///
  /// - Parameters:
  ///   - record: The record; its version is raised when that number is taken.
  ///   - others: Records that are kept together with it: all of them, or none.
  ///   - draft: The id of the draft to drop; `nil` when there is none.
  ///   - now: The present time, by which backups are kept.
  /// - Returns: The record as it was saved.
  /// - Throws: `VaultError`; the draft is then still there, and the journal is whole: as it was,
  ///   or, where only the last wait for the disk failed, as it should be. Saving again is safe.
  @discardableResult
  public mutating func save(
    _ record: Record, with others: [Record] = [], dropping draft: String? = nil, now: LocalTime
  ) throws(VaultError) -> Record {
    let lock = try DirectoryLock(place, on: disk)
    sweep()
    let (base, isNewest) = try newestJournal()
    var text = base.text
    if base.headerBytes != journal.headerBytes { text.add(missingFrom: journal.text) }
    let saved = try text.put(record, over: journal.text)
    for other in others { _ = try text.put(other, over: journal.text) }
    if text.lines == base.text.lines, isNewest {
      journal = base
    } else {
      text.generation = max(base.text.generation, generation) + 1
      try write(text, over: base.text)
      backUp(now: now)
    }
    if let draft {
      // The record is safe by now; a draft that stays behind is dropped by the next `drafts()`.
      try? removeDraft(draft)
    }
    _ = consume lock
    return saved
  }

  /// Deletes a record: what it held is no longer written, only that it was deleted.
  ///
  /// Backups made before still hold it.
  ///
  /// - Parameters:
  ///   - id: The record.
  ///   - now: The present time.
  /// - Throws: `VaultError` as `save` does; `.unusableID` when there is no such record.
  public mutating func delete(_ id: String, now: LocalTime) throws(VaultError) {
    guard let record = journal.text.currentLines[id]?.record else { throw .unusableID }
    let tombstone = Record(
      id: id, rev: record.rev + 1, kind: record.kind, at: record.at, tz: record.tz, body: nil,
      deleted: true)
    try save(tombstone, now: now)
  }

  /// Removes what crashes left half-made.
  private func sweep() {
    let memory = GenerationMemory(place, identity.recipient, disk)
    for folder in [place.directory, place.drafts, place.inbox, place.backups, memory.folder] {
      // A folder that cannot be swept is no reason to keep an entry from being saved.
      try? disk.sweep(folder)
    }
  }

  /// Reads the journal again if somebody else saved it.
  private func newestJournal() throws(VaultError) -> (journal: JournalFile, isNewest: Bool) {
    guard let bytes = try disk.contents(of: place.journal) else {
      throw .missing(.journal, path: place.journal)
    }
    guard !bytes.starts(with: journal.headerBytes) else { return (journal, true) }
    let found = try JournalFile(
      opening: bytes, with: identity, path: place.journal, known: journal.text.lines)
    return (found, found.text.generation >= generation)
  }

  private mutating func write(
    _ text: JournalText, over base: JournalText
  ) throws(VaultError) {
    let lost =
      text.lostRecordCount(comparedTo: base)
      + text.lostRecordCount(comparedTo: journal.text)
    guard lost == 0 else { throw .wouldLoseRecords(count: lost) }
    let sealed = try JournalFile.seal(text, with: identity, place: place)
    try disk.replace(place.journal, with: sealed, followsLinks: true)
    journal = try JournalFile(sealed: sealed, text: text, path: place.journal)
    rememberGeneration()
  }

  /// Copies the first save of each day, and removes copies that newer ones stand for.
  private mutating func backUp(now: LocalTime) {
    do throws(VaultError) {
      try Backups(place: place, disk: disk).add(generation, now: now)
    } catch {
      notices.append(.backupFailed(error))
    }
  }
}

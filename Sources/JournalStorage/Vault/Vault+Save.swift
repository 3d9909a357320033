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
    var saved = record
    try change(now: now) { (text, seen) throws(VaultError) in
      saved = try text.put(record, over: seen)
      for other in others { _ = try text.put(other, over: seen) }
    }
    if let draft {
      // The record is safe by now; a draft that stays behind is dropped by the next `drafts()`.
      try? removeDraft(draft)
    }
    return saved
  }

  /// Saves many records at once, such as those of an import: all of them, or none.
  ///
  /// - Parameters:
  ///   - records: The records; the version of each is raised when that number is taken.
  ///   - now: The present time, by which backups are kept.
  /// - Returns: The records as they were saved.
  /// - Throws: `VaultError` as `save` does for one record.
  @discardableResult
  public mutating func save(_ records: [Record], now: LocalTime) throws(VaultError) -> [Record] {
    var saved: [Record] = []
    try change(now: now) { (text, seen) throws(VaultError) in
      for record in records { saved.append(try text.put(record, over: seen)) }
    }
    return saved
  }

  /// Changes the journal under the lock: takes up what others saved, changes it and writes it.
  ///
  /// - Parameters:
  ///   - now: The present time, by which backups are kept.
  ///   - change: Gets the text to change, and the text this window had before.
  /// - Throws: What the change throws, and what keeps the journal from being read or written.
  mutating func change(
    now: LocalTime,
    _ change: (inout JournalText, _ seen: JournalText) throws(VaultError) -> Void
  ) throws(VaultError) {
    let lock = try DirectoryLock(place, on: disk)
    sweep()
    let (base, isNewest) = try newestJournal()
    var text = base.text
    if base.headerBytes != journal.headerBytes { text.merge(journal.text) }
    try change(&text, journal.text)
    if text.lines == base.text.lines, isNewest {
      journal = base
    } else {
      text.generation = max(base.text.generation, generation) + 1
      try write(text, over: base.text)
      backUp(now: now)
    }
    _ = consume lock
  }

  /// Removes what crashes left half-made; only whoever holds the lock may call it.
  private func sweep() {
    for folder in sweptFolders {
      // A folder that cannot be swept is no reason to keep an entry from being saved.
      try? disk.sweep(folder)
    }
  }

  /// Removes what crashes left half-made, where there is any.
  ///
  /// Another window may be about to finish such a file: it holds the lock as long as it does.
  func sweepIfNeeded() throws(VaultError) {
    for folder in sweptFolders where try disk.names(in: folder).contains(where: Disk.isUnfinished) {
      let lock = try DirectoryLock(place, on: disk)
      sweep()
      _ = consume lock
      return
    }
  }

  private var sweptFolders: [String] {
    // While a key is being changed there is a memory for the old one as well.
    let memories = key.identities.map { GenerationMemory(place, $0.recipient, disk).folder }
    return [place.directory, place.drafts, place.inbox, place.backups] + memories
  }

  /// Reads the journal again if somebody else saved it.
  func newestJournal() throws(VaultError) -> (journal: JournalFile, isNewest: Bool) {
    let isKnown = try disk.begins(place.journal, with: journal.headerBytes)
    guard let isKnown else { throw .missing(.journal, path: place.journal) }
    guard !isKnown else { return (journal, true) }
    do throws(VaultError) {
      let found = try key.openJournal()
      return (found, found.text.generation >= generation)
    } catch {
      let isOld = error == .foreignKey(path: place.journal) || error == .wrongRecoveryCode
      guard isOld, try hasNewKey() else { throw error }
      throw .keyChanged(directory: place.directory)
    }
  }

  /// Whether the vault has another recipient by now, as a change of key in another window leaves.
  func hasNewKey() throws(VaultError) -> Bool {
    let found = try disk.contents(of: place.recipient, limit: 1 << 16)
    return found != nil && found != identity.recipient.fileContents
  }

  /// Writes the journal, unless that would lose records.
  mutating func write(_ text: JournalText, over base: JournalText) throws(VaultError) {
    var lost = text.lostRecordCount(comparedTo: base)
    if base.lines != journal.text.lines { lost += text.lostRecordCount(comparedTo: journal.text) }
    guard lost == 0 else { throw .wouldLoseRecords(count: lost) }
    try replaceJournal(with: text)
  }

  /// Writes the journal, whatever was in it before.
  mutating func replaceJournal(with text: JournalText) throws(VaultError) {
    journal = try key.writeJournal(text)
    rememberGeneration()
  }

  /// Copies the first save of each day, and removes copies that newer ones stand for.
  private mutating func backUp(now: LocalTime) {
    do throws(VaultError) {
      try Backups(place: place, disk: disk)
        .add(beginning: journal.headerBytes, generation, now: now)
    } catch {
      notices.append(.backupFailed(error))
    }
  }
}

extension VaultKey {
  /// Writes the journal in its place.
  func writeJournal(_ text: JournalText) throws(VaultError) -> JournalFile {
    try JournalFile.write(
      text, to: place.journal, with: identity, device: place.device, followsLinks: true, on: disk)
  }
}

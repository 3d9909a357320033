import Age
import Coach

extension VaultKey {
  /// Brings back a backup.
  ///
  /// The journal that was there is kept among the backups, or, when it is damaged, beside the new
  /// one. A deleted record does not come back by merging: its tombstone counts.
  ///
  /// - Parameters:
  ///   - path: The backup: a file of the backups folder, or a folder that `backUp` made.
  ///   - manner: Whether it is merged into the journal or takes its place.
  ///   - secret: What opens it, where it is sealed to another key; `nil` otherwise.
  ///   - now: The present time.
  /// - Returns: The unlocked vault, and what was done.
  /// - Throws: `VaultError` for the backup or the vault; `.damaged` when it is to be merged and
  ///   the journal is damaged, for which `.replacing` or a salvage is the way.
  public func restore(
    from path: String, _ manner: RestoreManner, openedWith secret: FileSecret? = nil,
    now: LocalTime
  ) throws(VaultError) -> (vault: Vault, note: RestoreNote) {
    let backup = try otherJournal(path, secret)
    switch manner {
    case .merging:
      var vault = try unlock(acceptedGeneration: try openJournal().text.generation)
      let before = vault.journal.text
      try vault.change(now: now) { (text, _) throws(VaultError) in text.merge(backup) }
      return (vault, RestoreNote(backup, before: before, after: vault.journal.text, kept: nil))
    case .replacing:
      return try replace(with: backup, now: now)
    }
  }

  private func replace(
    with backup: JournalText, now: LocalTime
  ) throws(VaultError) -> (vault: Vault, note: RestoreNote) {
    let lock = try DirectoryLock(place, on: disk)
    var before: JournalText?
    do throws(VaultError) {
      before = try openJournal().text
    } catch {
      guard error.kind == .damaged || error.kind == .exchanged else { throw error }
    }
    let kept = try keepJournal(before)
    var text = backup
    let newest = max(backup.generation, before?.generation ?? 0, try rememberedGeneration)
    text.generation = newest + 1
    let vault = try write(text)
    _ = consume lock
    return (vault, RestoreNote(backup, before: before, after: text, kept: kept))
  }

  /// Writes a journal in place of one that was kept aside.
  func write(_ text: JournalText) throws(VaultError) -> Vault {
    var vault = Vault(key: self, journal: try writeJournal(text))
    vault.rememberGeneration()
    return vault
  }

  /// Copies the journal to where it is kept: among the backups when it is whole, and beside its
  /// place when it is damaged.
  func keepJournal(_ whole: JournalText?) throws(VaultError) -> String? {
    guard let bytes = try disk.contents(of: place.journal, limit: Disk.journalLimit),
      !bytes.isEmpty
    else { return nil }
    let path: String
    if let whole {
      path = try Backups(place: place, disk: disk).keptPath(whole.generation)
      try disk.makeFolder(place.backups)
    } else {
      path = place.damagedJournal(try disk.randomName())
    }
    try disk.replace(path, with: bytes)
    return path
  }
}

extension Vault {
  /// Brings back a backup, as ``VaultKey/restore(from:_:openedWith:now:)`` does.
  ///
  /// - Parameters:
  ///   - path: The backup.
  ///   - manner: Whether it is merged into the journal or takes its place.
  ///   - secret: What opens it, where it is sealed to another key; `nil` otherwise.
  ///   - now: The present time.
  /// - Returns: What was done.
  /// - Throws: `VaultError` for the backup or the vault.
  public mutating func restore(
    from path: String, _ manner: RestoreManner, openedWith secret: FileSecret? = nil,
    now: LocalTime
  ) throws(VaultError) -> RestoreNote {
    let (vault, note) = try key.restore(from: path, manner, openedWith: secret, now: now)
    self = vault
    return note
  }
}

extension RestoreNote {
  fileprivate init(
    _ backup: JournalText, before: JournalText?, after: JournalText, kept: String?
  ) {
    backupGeneration = backup.generation
    recordCount = after.recordCount
    func living(_ text: JournalText?) -> Set<RecordKey> {
      guard let text else { return [] }
      return Set(text.places.filter { !text.lines[$0.value].isTombstone }.keys)
    }
    addedCount = living(after).subtracting(living(before)).count
    removedCount = living(before).subtracting(living(after)).count
    keptJournal = kept
  }
}

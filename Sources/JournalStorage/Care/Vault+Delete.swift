import Age
import Coach

extension Vault {
  /// Deletes records from every file that kith keeps.
  ///
  /// The backups are written again without them first, and the journal last, so that a record
  /// that is gone from the journal is gone from the backups too.
  ///
  /// - Parameters:
  ///   - ids: The records; those that are not there, or were deleted, count for nothing.
  ///   - now: The present time.
  /// - Returns: What was done, and which copies cannot be reached.
  /// - Throws: `VaultError`; the records are then still in the journal. Doing it again is safe.
  @discardableResult
  public mutating func delete(_ ids: Set<String>, now: LocalTime) throws(VaultError) -> DeletionNote
  {
    let lock = try DirectoryLock(place, on: disk)
    let (base, _) = try newestJournal()
    var text = base.text
    text.merge(journal.text)
    let known = ids.filter { text.current(RecordKey($0)).map { !$0.isTombstone } ?? false }
    let tombstones = try known.sorted().map { (id) throws(VaultError) in
      try tombstone(of: id, in: text)
    }
    var unreachable = try unreachableCopies
    let rewritten = try rewriteBackups(without: tombstones, leaving: &unreachable)
    let drafts = try removeWaiting(ids, leaving: &unreachable)
    if !tombstones.isEmpty {
      for line in tombstones { text.bury(line) }
      text.generation = max(base.text.generation, generation) + 1
      try write(text, over: base.text)
    }
    _ = consume lock
    return DeletionNote(
      recordCount: known.count, backupCount: rewritten, draftCount: drafts,
      unreachable: unreachable)
  }

  /// Deletes one record from every file that kith keeps.
  ///
  /// - Parameters:
  ///   - id: The record.
  ///   - now: The present time.
  /// - Returns: What was done, and which copies cannot be reached.
  /// - Throws: `VaultError` as above; `.unusableID` when there is no such record.
  @discardableResult
  public mutating func delete(_ id: String, now: LocalTime) throws(VaultError) -> DeletionNote {
    guard journal.text.current(RecordKey(id)) != nil else { throw .unusableID }
    return try delete([id], now: now)
  }

  private func tombstone(
    of id: String, in text: JournalText
  ) throws(VaultError) -> RecordLine {
    guard let line = text.current(RecordKey(id)), let outline = RecordOutline(line) else {
      throw .unusableID
    }
    return try RecordLine(
      Record(
        id: id, rev: line.rev + 1, kind: outline.kind, at: outline.at, tz: outline.tz, body: nil,
        deleted: true))
  }

  /// Writes the backups that hold any of the records again, with tombstones in their place.
  private func rewriteBackups(
    without tombstones: [RecordLine], leaving unreachable: inout [UnreachableCopy]
  ) throws(VaultError) -> Int {
    var count = 0
    guard !tombstones.isEmpty else { return 0 }
    for path in try Backups(place: place, disk: disk).paths() {
      do throws(VaultError) {
        guard var text = try Backups(place: place, disk: disk).open(path, with: key.identities)
        else { continue }
        let found = tombstones.filter { $0.key.map { text.current($0) != nil } ?? false }
        guard !found.isEmpty else { continue }
        for line in found { text.bury(line) }
        try Backups(place: place, disk: disk).rewrite(path, with: text, sealedTo: identity)
        count += 1
      } catch {
        guard !error.endsWriting else { throw error }
        unreachable.append(.damagedFile(path: path))
      }
    }
    return count
  }

  /// Removes the drafts and captures of the records.
  private func removeWaiting(
    _ ids: Set<String>, leaving unreachable: inout [UnreachableCopy]
  ) throws(VaultError) -> Int {
    var count = 0
    for id in ids where id.isFileName {
      guard try disk.status(of: place.draft(id)) != nil else { continue }
      try disk.remove(place.draft(id))
      count += 1
    }
    let waiting = try captures()
    for capture in waiting.captures where ids.contains(capture.record.id) {
      try disk.remove(capture.path)
      count += 1
    }
    for path in try disk.names(in: place.directory) where VaultPlace.isDamagedJournal(path) {
      unreachable.append(.damagedFile(path: "\(place.directory)/\(path)"))
    }
    try disk.syncFolders([place.drafts, place.inbox])
    return count
  }
}

extension JournalText {
  /// Puts a tombstone in place of every version of its record.
  mutating func bury(_ tombstone: RecordLine) {
    replaceLines(lines.filter { $0.key != tombstone.key } + [tombstone])
  }
}

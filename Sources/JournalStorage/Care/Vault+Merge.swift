import Age
import Coach

extension Vault {
  /// The copies of the journal that a synchronisation program left beside it.
  ///
  /// - Returns: Their paths; each can be merged like any other file.
  /// - Throws: `VaultError.unreadable` when the folder may not be looked into.
  public func conflictCopies() throws(VaultError) -> [String] {
    try key.conflictCopies()
  }

  /// Takes over what another copy of the journal has and this one lacks.
  ///
  /// Records are united by their ids. Of two versions of one record the higher one counts, and
  /// the other is kept with it unless it was written over; what either has deleted is gone. A
  /// conflict copy goes to the backups when all of it is in the journal.
  ///
  /// - Parameters:
  ///   - path: The file, or the folder of another vault.
  ///   - secret: What opens it, where it is the journal of another vault; `nil` otherwise.
  ///   - now: The present time.
  /// - Returns: What was new.
  /// - Throws: `VaultError`: `.otherVault` when a secret is needed, `.damaged` and others for the
  ///   file, and what `save` throws.
  public mutating func merge(
    _ path: String, openedWith secret: FileSecret? = nil, now: LocalTime
  ) throws(VaultError) -> MergeNote {
    let other = try key.otherJournal(path, secret)
    let isConflictCopy = try conflictCopies().contains(path)
    let before = journal.text
    try change(now: now) { (text, _) throws(VaultError) in text.merge(other) }
    var movedTo: String?
    if isConflictCopy {
      let kept = try Backups(place: place, disk: disk).keptPath(other.generation)
      try disk.makeFolder(place.backups)
      try disk.move(path, to: kept)
      movedTo = kept
    }
    return MergeNote(path: path, before: before, after: journal.text, movedTo: movedTo)
  }

  /// Merges every copy of the journal that a synchronisation program left beside it.
  ///
  /// - Parameter now: The present time.
  /// - Returns: One note for each copy that was merged, and one error for each that was not.
  /// - Throws: `VaultError.unreadable` when the folder may not be looked into.
  public mutating func mergeConflictCopies(
    now: LocalTime
  ) throws(VaultError) -> (notes: [MergeNote], faults: [VaultError]) {
    var notes: [MergeNote] = []
    var faults: [VaultError] = []
    for path in try conflictCopies() {
      do throws(VaultError) {
        notes.append(try merge(path, now: now))
      } catch {
        faults.append(error)
      }
    }
    notices.removeAll { if case .conflictCopies = $0 { true } else { false } }
    if !faults.isEmpty { notices.append(.conflictCopies(count: faults.count)) }
    return (notes, faults)
  }
}

extension MergeNote {
  fileprivate init(path: String, before: JournalText, after: JournalText, movedTo: String?) {
    self.path = path
    self.movedTo = movedTo
    addedCount = after.places.keys.count { before.places[$0] == nil }
    updatedCount = after.places.keys.count { key in
      before.current(key).map { $0 != after.current(key) } ?? false
    }
    keptVersionCount = max(0, after.olderVersionCount - before.olderVersionCount)
  }
}

extension VaultKey {
  /// Opens a copy of the journal from elsewhere.
  ///
  /// - Parameters:
  ///   - path: The file, or a folder with a journal in it.
  ///   - secret: What opens it, where this key does not.
  /// - Returns: Its content.
  /// - Throws: `.notFound`, `.otherVault`, or what keeps it from being opened.
  func otherJournal(_ path: String, _ secret: FileSecret?) throws(VaultError) -> JournalText {
    var path = path
    if let status = try disk.status(of: path), status.is_directory == 1 { path += "/journal.age" }
    guard let bytes = try disk.contents(of: path, limit: Disk.journalLimit) else {
      throw .notFound(path: path)
    }
    let other = try secret.map { (secret) throws(VaultError) in try secret.identities(on: disk) }
    do throws(VaultError) {
      return try JournalFile(
        opening: bytes, with: identities + (other ?? []), path: path, part: .copy
      ).text
    } catch {
      guard error == .foreignKey(path: path) else { throw error }
      throw secret == nil ? .otherVault(path: path) : error
    }
  }

  /// The copies of the journal that a synchronisation program left beside it: they keep the
  /// beginning and the end of its name, and every program puts something else between.
  func conflictCopies() throws(VaultError) -> [String] {
    try disk.names(in: place.directory).filter { name in
      name.hasPrefix("journal") && name.hasSuffix(".age") && name != "journal.age"
        && !VaultPlace.isDamagedJournal(name)
    }.map { "\(place.directory)/\($0)" }
  }
}

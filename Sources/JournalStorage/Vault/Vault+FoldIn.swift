import Coach

/// What became of the captures that waited in the inbox.
public struct FoldIn: Equatable, Sendable {
  /// How many of them are in the journal now that were not there before.
  public var count = 0

  /// What keeps other files of the inbox from being taken over; they are left as they are.
  public var faults: [VaultError] = []
}

extension Vault {
  /// Takes everything that waits in the inbox over into the journal, in one save.
  ///
  /// Whoever has the public recipient can put something into the inbox. Therefore only words are
  /// taken over, always as a note that is marked as captured; a capture can neither change nor
  /// delete what the journal holds.
  ///
  /// - Parameters:
  ///   - now: The present time.
  ///   - newID: Gives a random UUID, for a capture whose own id is taken or no id at all.
  /// - Returns: How many were taken over, and what is wrong with the others.
  /// - Throws: `VaultError` when they could not be saved; they wait in the inbox then.
  public mutating func foldIn(
    now: LocalTime, newID: () -> String
  ) throws(VaultError) -> FoldIn {
    let (waiting, faults) = try captures()
    var fold = FoldIn(faults: faults)
    var records: [Record] = []
    var done: [Capture] = []
    for capture in waiting {
      guard capture.record.isPlainNote else {
        // A newer program may capture more than words.
        fold.faults.append(.newerVersion(.capture, path: capture.path, version: 2))
        continue
      }
      done.append(capture)
      if let record = noteToAdd(for: capture.record, newID: newID) { records.append(record) }
    }
    if let first = records.first {
      try save(first, with: Array(records.dropFirst()), now: now)
      fold.count = records.count
    }
    for capture in done {
      // A file that stays behind is recognised the next time.
      try? disk.remove(capture.path)
    }
    return fold
  }

  /// What is to be kept of a capture; `nil` when the journal has it already.
  private func noteToAdd(for capture: Record, newID: () -> String) -> Record? {
    var note = Record(
      id: capture.id, kind: .note, at: capture.at, tz: capture.tz, tags: capture.tags,
      body: Entry(notes: capture.body?.notes ?? []))
    note.body?.captured = true
    guard let known = journal.text.current(RecordKey(capture.id))?.record else {
      if !capture.id.isFileName { note.id = newID() }
      return note
    }
    if known.deleted == true { return nil }
    guard known.body?.captured == true else {
      note.id = newID()
      return note
    }
    let (before, after) = (known.words, note.words)
    if before.hasPrefix(after) { return nil }
    // A note that was taken over while it was still being written, and has grown since.
    if after.hasPrefix(before), known.rev == 1 { note.rev = 2 } else { note.id = newID() }
    return note
  }
}

extension Record {
  fileprivate var isPlainNote: Bool {
    kind == .note && deleted != true && body?.notes.isEmpty == false
  }

  fileprivate var words: String {
    (body?.notes ?? []).map(\.text.plaintext).joined(separator: "\n")
  }
}

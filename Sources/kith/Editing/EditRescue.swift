import Coach
import JournalStorage

/// Keeps words that are on their way into an entry, whatever happens before they are there.
///
/// While they are typed they are sealed into the inbox now and then, so that neither a power cut nor
/// a kill costs more than some seconds of them; the next unlock takes them into the journal.
struct EditRescue {
  /// Makes the entry that holds such words by themselves.
  let entry: (String) -> Record

  /// Takes an entry into the journal.
  let save: (Record) throws -> Void

  private let slot: Inbox.Slot

  /// Makes a place for the words of one passage.
  ///
  /// - Parameters:
  ///   - inbox: Where they wait while they are typed.
  ///   - entry: Makes the entry that holds them by themselves.
  ///   - save: Takes that entry into the journal.
  /// - Throws: `VaultError` when the system gives no name for a file.
  init(
    in inbox: Inbox, entry: @escaping (String) -> Record,
    save: @escaping (Record) throws -> Void
  ) throws {
    slot = try inbox.newSlot()
    self.entry = entry
    self.save = save
  }

  /// Seals the words so far; where they are those of before, nothing has to be kept.
  func note(_ words: String, insteadOf before: String) throws {
    guard !words.isEmpty, words != before else { return try slot.clear() }
    var record = entry(words)
    // Nothing but a note is ever taken out of the inbox.
    record.kind = .note
    try slot.keep(record)
  }

  /// Takes the words into the journal as an entry of their own.
  func keep(_ words: String) throws {
    try save(entry(words))
    try slot.clear()
  }

  /// Drops what waits in the inbox, once the words are in their entry or are not wanted.
  func end() throws { try slot.clear() }
}

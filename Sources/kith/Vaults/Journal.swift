import Coach
import JournalStorage

/// The journal of this run: a vault, or nothing at all when nothing is to be kept.
struct Journal {
  private var vault: Vault?
  private var unkept: [Record] = []

  /// A journal that keeps nothing beyond this run.
  init() {
    vault = nil
  }

  /// The journal in a vault.
  init(_ vault: Vault) {
    self.vault = vault
  }

  /// Whether nothing that is written outlasts this run.
  var keepsNothing: Bool { vault == nil }

  /// Everything the journal holds.
  func history() throws -> History {
    guard let vault else { return History(records: unkept) }
    return vault.history()
  }

  /// The sittings that were left before their end, oldest first.
  func drafts() throws -> [Draft] {
    try vault?.drafts().reversed() ?? []
  }

  /// The sitting with an agenda that was left before its end; `nil` when there is none.
  func draft(for agenda: Agenda) throws -> Draft? {
    try drafts().last { $0.agenda == agenda }
  }

  /// Seals a sitting that is under way.
  func seal(_ draft: Draft) throws {
    try vault?.seal(draft)
  }

  /// Drops a sitting that left nothing.
  func drop(_ draft: Draft) throws {
    try vault?.drop(draft: draft.id)
  }

  /// Keeps a record and drops the draft it grew out of.
  mutating func keep(_ record: Record, now: LocalTime) throws {
    guard vault != nil else { return unkept.append(record) }
    try vault?.save(record, dropping: record.id, now: now)
  }
}

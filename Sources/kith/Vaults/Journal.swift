import Coach
import JournalStorage

/// The journal of this run: a vault, or nothing at all when nothing is to be kept.
struct Journal {
  private(set) var vault: Vault?
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

  /// Whether the vault can be read but nothing can be kept in it.
  var isReadOnly: Bool {
    vault?.notices.contains { if case .readOnly = $0 { true } else { false } } ?? false
  }

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
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - draft: The id of the draft, where it is not that of the record.
  ///   - people: The people its sitting named, changed or removed; kept together with it.
  ///   - now: The present time.
  /// - Returns: What to tell the person, though the record is safe.
  /// - Throws: `VaultError` when it could not be kept; the draft is still there then.
  @discardableResult
  mutating func keep(
    _ record: Record, of draft: String? = nil, with people: [Record] = [], now: LocalTime
  ) throws -> [VaultNotice] {
    guard let known = vault?.notices.count else {
      let ids = Set(people.map(\.id))
      unkept.removeAll { ids.contains($0.id) || $0.id == record.id }
      unkept += people + [record]
      return []
    }
    try vault?.save(record, with: people, dropping: draft ?? record.id, now: now)
    return Array(vault?.notices.dropFirst(known) ?? [])
  }

  /// Does something with the vault that changes it.
  ///
  /// - Throws: ``Failure`` when nothing is kept in this run, or what the change throws.
  mutating func change<Answer>(_ body: (inout Vault) throws -> Answer) throws -> Answer {
    guard var vault else {
      throw Failure(message: "nothing is kept in this run", hint: "leave out --no-save")
    }
    defer { self.vault = vault }
    return try body(&vault)
  }
}

import Coach
import Exports
import JournalStorage

extension Journal {
  /// The numbers and ids of the entries.
  func index() throws -> EntryIndex {
    guard let vault else { return EntryIndex(try history()) }
    return EntryIndex(
      vault.outlines().map { EntryIndex.Label(id: $0.id, kind: $0.kind, at: $0.at) })
  }

  /// The record with an id; `nil` when there is none.
  func record(_ id: String) throws -> Record? {
    guard let vault else { return try history().records.first { $0.id == id } }
    return vault.record(id)
  }

  /// The entry that a typed word names.
  ///
  /// - Throws: ``Failure`` when it names none.
  func record(named word: String) throws -> Record {
    do {
      guard let record = try record(try index().find(word).id) else {
        throw EntryIndex.Fault.noSuchID
      }
      return record
    } catch let fault as EntryIndex.Fault {
      throw Failure(fault)
    }
  }

  /// Finds the newest entries that a filter means.
  ///
  /// - Parameters:
  ///   - filter: Which entries are meant.
  ///   - limit: How many are wanted.
  ///   - index: The numbers and ids of all entries.
  /// - Returns: The entries, oldest first, and how many the filter means in all.
  /// - Throws: `VaultFailure` when the journal cannot be read.
  func entries(
    _ filter: EntryFilter, newest limit: Int = .max, in index: EntryIndex
  ) throws -> (shown: [Record], count: Int) {
    guard let vault, filter.isEmpty else {
      let found = try history().entries(filter)
      return (found.suffix(limit), found.count)
    }
    let listed = index.listed
    return (listed.suffix(limit).compactMap { vault.record($0.id) }, listed.count)
  }

  /// The entries that a query means, oldest first.
  func search(_ query: SearchQuery) throws -> [FoundEntry] {
    var search = JournalSearch(query)
    let people = try query.filter.people.isEmpty ? [] : history().people
    let records = try vault?.records { search.mayMean(line: $0) } ?? history().records
    return records.compactMap { record in
      search.hits(in: record, people: people).map { FoundEntry(record: record, hits: $0) }
    }
  }
}

extension Visit {
  /// Keeps a new version of a record, and says what else is to be told.
  func keep(_ record: Record, in journal: inout Journal) throws {
    for notice in try journal.keep(record, now: host.clock.now) {
      host.tell("kith: \(notice)")
    }
  }
}

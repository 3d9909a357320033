import Coach
import JournalStorage

/// What people do with a journal, as the commands of kith do it, without the program around it.
enum JournalWork {
  /// Saves an entry in an open vault.
  ///
  /// - Returns: How long it took, without the unlocking.
  /// - Throws: `VaultError`.
  static func saveOne(home: String) throws -> Lap {
    var vault = try Journals.unlock(home: home)
    var entries = MadeEntries(seed: UInt64(vault.generation))
    let record = entries.make(1)[0].record
    return try Lap.timing { try vault.save(record, now: Journals.start) }.1
  }

  /// Unlocks a vault and reads its last ten entries, with their numbers.
  ///
  /// - Throws: `VaultError`; ``BenchError`` when they are not ten.
  static func lastTen(home: String) throws -> Lap {
    let (records, lap) = try Lap.timing {
      let vault = try Journals.unlock(home: home)
      return vault.index.listed.suffix(10).compactMap { vault.record($0.id) }
    }
    guard records.count == 10 else { throw BenchError("there are not ten entries") }
    return lap
  }

  /// Unlocks a vault and searches it for a word.
  ///
  /// - Throws: `VaultError`; ``BenchError`` when nothing was found.
  static func search(home: String) throws -> Lap {
    let query = SearchQuery(terms: [SearchTerm(MadeEntries.soughtWord)].compactMap(\.self))
    let (found, lap) = try Lap.timing {
      let vault = try Journals.unlock(home: home)
      var search = JournalSearch(query)
      let found = vault.records { search.mayMean(line: $0) }.compactMap { search.hits(in: $0) }
      let index = vault.index
      return index.listed.isEmpty ? [] : found
    }
    guard found.count >= 10 else { throw BenchError("the search found too little") }
    return lap
  }
}

extension Vault {
  /// The numbers of the entries, as the commands show them.
  fileprivate var index: EntryIndex {
    EntryIndex(outlines().map { EntryIndex.Label(id: $0.id, kind: $0.kind, at: $0.at) })
  }
}

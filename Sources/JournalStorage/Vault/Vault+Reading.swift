import Coach

extension Vault {
  /// Finds one record.
  ///
  /// - Parameter id: Its id.
  /// - Returns: Its newest version; `nil` when there is none or it was deleted.
  public func record(_ id: String) -> Record? {
    guard let line = journal.text.current(RecordKey(id)), !line.isTombstone else { return nil }
    return line.record
  }

  /// Finds the versions of a record that do not count at present.
  ///
  /// There are some where two computers changed one record without knowing of each other.
  ///
  /// - Parameter id: The record's id.
  /// - Returns: The versions, the highest first; nearly always none.
  public func otherVersions(of id: String) -> [Record] {
    let key = RecordKey(id)
    let current = journal.text.current(key)
    return journal.text.lines.filter { $0.key == key && $0 != current && !$0.isTombstone }
      .sorted { $0.outranks($1) }.compactMap(\.record)
  }

  /// Finds the latest records without decoding the others.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - kinds: Only records of these kinds; all when it is `nil`.
  /// - Returns: The records, oldest first, as ``History/records`` has them.
  public func latest(_ count: Int, of kinds: Set<Record.Kind>? = nil) -> [Record] {
    let lines = journal.text.currentLines.filter { !$0.isTombstone && $0.moment != nil }
      .sorted { ($0.moment ?? 0) > ($1.moment ?? 0) }
    var found: [Record] = []
    var least: Int?
    for line in lines {
      // Records of one second are put in order by their ids, so all of them are looked at.
      if found.count >= count, line.moment != least { break }
      guard kinds == nil || line.kind.map({ kinds?.contains($0) ?? true }) ?? false,
        let record = line.record
      else { continue }
      found.append(record)
      least = line.moment
    }
    return Array(History(records: found).records.suffix(count))
  }

  /// What is known of every record without decoding what was written in it, oldest first.
  public func outlines() -> [RecordOutline] {
    RecordOutline.all(in: journal.text)
  }
}

import Coach

extension Vault {
  /// Reads the records whose lines are not passed over, and decodes no others.
  ///
  /// - Parameter isMeant: Looks at a line as the journal holds it, in JSON; false passes it over.
  /// - Returns: The newest versions, oldest first, without what was deleted.
  public func records(where isMeant: (ArraySlice<UInt8>) -> Bool) -> [Record] {
    let lines = journal.text.currentLines.filter { !$0.isTombstone && isMeant($0.raw) }
    return History(records: lines.compactMap(\.record)).records
  }
}

import Coach

/// A copy that was written outside the vault.
public struct PastExport: Equatable, Sendable {
  /// Where it was written.
  public let path: String

  /// What form it has, such as `markdown` or `backup`.
  public let format: String

  /// When it was written.
  public let at: LocalTime
}

extension Vault {
  /// Keeps in the journal that a copy was written outside the vault, so that deleting can name it.
  ///
  /// - Parameters:
  ///   - path: Where it was written.
  ///   - format: What form it has, such as `markdown` or `backup`.
  ///   - id: The id of the new record, a random UUID.
  ///   - at: The present time.
  ///   - tz: The IANA name of the time zone.
  /// - Throws: `VaultError` as `save` does.
  public mutating func remember(
    exportTo path: String, format: String, id: String, at: LocalTime, tz: String
  ) throws(VaultError) {
    let record = Record(
      id: id, kind: .export, at: at, tz: tz, tags: [format], body: Entry(topic: path))
    try save(record, now: at)
  }

  /// The copies that were written outside the vault, oldest first.
  public func exports() -> [PastExport] {
    latest(.max, of: [.export]).compactMap { record in
      guard let path = record.body?.topic else { return nil }
      return PastExport(path: path, format: record.tags.first ?? "", at: record.at)
    }
  }

  /// The copies of what the vault held that cannot be reached from here.
  var unreachableCopies: [UnreachableCopy] {
    get throws(VaultError) {
      try conflictCopies().map { .conflictCopy(path: $0) }
        + exports().map { .export(path: $0.path, format: $0.format) }
        + [.otherDevices, .snapshots, .diskRemnants]
    }
  }
}

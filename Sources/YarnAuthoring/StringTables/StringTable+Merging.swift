extension StringTable {
  /// What merging did to a table.
  public struct MergeCounts: Equatable, Sendable {
    /// Lines that the table did not have.
    public var added = 0

    /// Translations whose source text has changed since they were made.
    public var changed = 0

    /// Rows whose line is no longer in the scripts.
    public var removed = 0
  }

  /// What stands before the source text in comments that merging writes.
  private static let sourceMark = "source: "
  private static let changeMark = "changed, source: "
  private static let removalMark = "no longer in the scripts"

  /// A table to be filled in: every line of a project with an empty text in a language.
  ///
  /// The comment of each row holds the text to translate.
  public func template(for language: String) -> StringTable {
    StringTable(
      rows.map { row in
        var row = row
        row.language = language
        row.comment = Self.sourceMark + row.text
        row.text = ""
        return row
      })
  }

  /// Brings translations up to date with the scripts.
  ///
  /// Translations are never lost. Lines that are new get a row with an empty text. A translation
  /// whose source text has changed keeps its old `lock`, which shows that it needs a review; once
  /// it is revised, the translator empties the `lock`, and the next merge fills it in. Rows of
  /// lines that are gone stand at the end. Comments of translators stay.
  ///
  /// - Parameters:
  ///   - base: The table of the scripts, in the language they are written in.
  ///   - language: The language to bring up to date.
  ///   - prunes: Whether rows of lines that are gone are dropped.
  /// - Returns: The rows of that language, and what was done.
  public func merged(
    with base: StringTable, language: String, prunes: Bool = false
  ) -> (table: StringTable, counts: MergeCounts) {
    let own = rows.filter { $0.language == language }
    let translations = Dictionary(own.map { ($0.id, $0) }) { first, _ in first }
    var counts = MergeCounts()
    var merged = base.template(for: language).rows
    for index in merged.indices {
      guard let old = translations[merged[index].id] else {
        counts.added += 1
        continue
      }
      let lock = merged[index].lock
      let isChanged = !old.text.isEmpty && !old.lock.isEmpty && old.lock != lock
      if isChanged { counts.changed += 1 }
      merged[index].text = old.text
      merged[index].lock = isChanged ? old.lock : lock
      let mark = isChanged ? Self.changeMark : Self.sourceMark
      merged[index].comment = Self.isOwn(old.comment) ? mark + base.rows[index].text : old.comment
    }
    let known = Set(merged.map(\.id))
    let gone = own.filter { !known.contains($0.id) }
    counts.removed = gone.count
    if !prunes { merged += gone.map(Self.markedAsGone) }
    return (StringTable(merged), counts)
  }

  private static func markedAsGone(_ row: Row) -> Row {
    var row = row
    if isOwn(row.comment) { row.comment = removalMark }
    return row
  }

  /// Whether a comment was written by merging, so that merging may replace it.
  private static func isOwn(_ comment: String) -> Bool {
    comment.isEmpty || comment == removalMark || comment.hasPrefix(sourceMark)
      || comment.hasPrefix(changeMark)
  }
}

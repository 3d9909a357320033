/// How far the translation of a project into a language has come.
public struct TranslationStatus: Equatable, Sendable {
  /// The language.
  public var language: String

  /// How many lines the project has.
  public var lineCount: Int

  /// How many have a translation that fits their text.
  public var translated = 0

  /// The ids of lines without a translation, in the order of the scripts.
  public var missing: [String] = []

  /// The ids of lines whose text has changed since they were translated.
  public var outdated: [String] = []

  /// The ids that are in the table but in no script.
  public var unknown: [String] = []

  /// Compares translations with the scripts.
  ///
  /// - Parameters:
  ///   - table: The translations.
  ///   - base: The table of the scripts, in the language they are written in.
  ///   - language: The language to look at.
  public init(of table: StringTable, against base: StringTable, language: String) {
    self.language = language
    lineCount = base.rows.count
    let own = table.rows.filter { $0.language == language }
    let translations = Dictionary(own.map { ($0.id, $0) }) { first, _ in first }
    for row in base.rows {
      guard let translation = translations[row.id], !translation.text.isEmpty else {
        missing.append(row.id)
        continue
      }
      if translation.lock.isEmpty || translation.lock == row.lock {
        translated += 1
      } else {
        outdated.append(row.id)
      }
    }
    let known = Set(base.rows.map(\.id))
    unknown = own.map(\.id).filter { !known.contains($0) }
  }

  /// How many of a hundred lines have a translation that fits, rounded down.
  public var percent: Int { lineCount == 0 ? 100 : translated * 100 / lineCount }

  /// Whether nothing is left to do.
  public var isComplete: Bool { missing.isEmpty && outdated.isEmpty && unknown.isEmpty }
}

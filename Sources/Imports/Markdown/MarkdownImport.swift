import Coach

/// Reads one entry from a Markdown file.
public struct MarkdownImport {
  private let file: String
  private let settings: ImportSettings

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - file: The path of the file as messages name it; its name may tell the date and the title.
  ///   - settings: The person's own zone, and the rest that all formats need.
  public init(file: String, settings: ImportSettings) {
    self.file = file
    self.settings = settings
  }

  /// Reads the entry.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - modified: Seconds since 1970 at which the file was last changed, for a file that tells no
  ///     date itself.
  /// - Returns: One entry, or none when there are no words, and what to tell of it.
  /// - Throws: ``ImportFaults`` when the lines at the head of the file cannot be read.
  public func batch(of text: String, modified: Int) throws(ImportFaults) -> ImportBatch {
    do throws(ImportFault) {
      return try read(text, modified)
    } catch {
      throw ImportFaults([error])
    }
  }

  private func read(_ text: String, _ modified: Int) throws(ImportFault) -> ImportBatch {
    var batch = ImportBatch()
    batch.met(.markdown)
    let head = try FrontMatter(text, file: file)
    let name = DatedName(path: file)
    let (at, tz) = try moment(head, name, modified, &batch)
    let words = head.body.drop { $0.isNewline }
    let title = Self.title(head.title, name.title, before: words)
    let text = [title, words.isEmpty ? nil : String(words)].compactMap { $0 }
      .joined(separator: "\n\n")
    let hasWords = words.unicodeScalars.contains { !$0.properties.isWhitespace }
    batch.add(
      hasWords || head.title != nil ? text : "", tags: head.tags, at: at, tz: tz, from: .markdown,
      id: settings.newID())
    return batch
  }

  /// The title to put before the words; `nil` where they begin with it or with one of their own.
  private static func title(
    _ told: String?, _ named: String?, before words: Substring
  ) -> String? {
    guard let told else { return words.hasPrefix("#") ? nil : named }
    let first = words.prefix { !$0.isNewline }.drop { "# ".contains($0) }
    return first == told ? nil : told
  }

  /// The moment of the entry: from the head of the file, its name, or the file itself.
  private func moment(
    _ head: FrontMatter, _ name: DatedName, _ modified: Int, _ batch: inout ImportBatch
  ) throws(ImportFault) -> (at: LocalTime, tz: String) {
    let place = head.dateLine.map { ImportFault.Place.line($0, column: 1) } ?? .file
    if let time = head.date ?? name.time {
      guard let found = batch.resolve(time, zone: head.zone, settings) else {
        throw ImportFault(.timeOutOfRange, file: file, place: place)
      }
      return found
    }
    batch.note(.fileDate)
    let whole = WrittenTime(wall: modified, offset: 0, hasTimeOfDay: true)
    guard let found = batch.resolve(whole, zone: head.zone ?? settings.zone, settings) else {
      throw ImportFault(.timeOutOfRange, file: file)
    }
    return found
  }
}

import Coach
import FoundationEssentials

/// Writes what a search found as JSON, for other programs.
public struct SearchJSON: Sendable {
  /// Makes a writer.
  public init() {}

  private struct Entry: Encodable {
    let number: Int?
    let id: String
    let kind: String
    let at: String
    let tz: String
    let hits: [Place]
  }

  private struct Place: Encodable {
    let question: String?
    let item: String?
    let text: String
    let start: Int
    let length: Int
  }

  private struct Tag: Encodable {
    let tag: String
    let entries: Int
  }

  /// Writes entries and the places in them.
  ///
  /// A place is told by the whole text it is in and by where it begins and how long it is, both
  /// counted in Unicode scalars.
  ///
  /// - Parameters:
  ///   - found: The entries and their places.
  ///   - index: The numbers of the entries.
  /// - Returns: One JSON array, which ends in a line end.
  /// - Throws: `EncodingError` when a value has no JSON form, which none has.
  public func array(of found: [FoundEntry], _ index: EntryIndex) throws -> String {
    try text(
      of: found.map { entry in
        let record = entry.record
        return Entry(
          number: index.number(of: record.id), id: record.id, kind: record.kind.rawValue,
          at: record.at.description, tz: record.tz, hits: entry.hits.map(place))
      })
  }

  /// Writes tags and how many entries each has.
  ///
  /// - Parameter tags: The tags.
  /// - Returns: One JSON array, which ends in a line end.
  /// - Throws: `EncodingError` when a value has no JSON form, which none has.
  public func array(ofTags tags: [(tag: String, entries: Int)]) throws -> String {
    try text(of: tags.map { Tag(tag: $0.tag, entries: $0.entries) })
  }

  private func place(_ hit: SearchHit) -> Place {
    let words = hit.passage.text.plaintext
    let scalars = words.unicodeScalars
    return Place(
      question: hit.passage.question, item: hit.passage.item?.linkID.rawValue, text: words,
      start: scalars.distance(from: scalars.startIndex, to: hit.range.lowerBound),
      length: scalars.distance(from: hit.range.lowerBound, to: hit.range.upperBound))
  }

  private func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}

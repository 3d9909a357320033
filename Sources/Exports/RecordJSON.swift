import Coach
import FoundationEssentials

/// Writes records as JSON, for other programs.
public struct RecordJSON: Sendable {
  /// Makes a writer.
  public init() {}

  /// Writes records as one JSON array, keys sorted, one level of indent a level.
  ///
  /// - Parameter records: The records, in the order in which they appear.
  /// - Returns: The text, which ends in a line end.
  /// - Throws: `EncodingError` when a value has no JSON form, which no record has.
  public func array(of records: [Record]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(records), as: UTF8.self) + "\n"
  }
}

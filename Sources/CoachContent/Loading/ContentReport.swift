import Foundation

/// What a check of the content found.
public struct ContentReport: Equatable, Sendable {
  /// The faults, by file and line.
  public var faults: [ContentFault]
  /// How many nodes the scripts have.
  public var nodeCount: Int
  /// How many lines the scripts say.
  public var lineCount: Int
  /// How many questionnaires and measures there are.
  public var formCount: Int

  /// How many of the faults are errors.
  public var errorCount: Int { faults.count { $0.severity == .error } }

  /// One line that sums up.
  public var summary: String {
    let warnings = faults.count - errorCount
    return "\(nodeCount) nodes, \(lineCount) lines, \(formCount) forms: "
      + "\(errorCount) \(errorCount == 1 ? "error" : "errors"), "
      + "\(warnings) \(warnings == 1 ? "warning" : "warnings")"
  }

  /// The faults as a JSON array for editors.
  ///
  /// - Throws: `EncodingError`, which no fault causes.
  public func json() throws -> String {
    let rows = faults.map {
      Row(
        code: $0.code, severity: $0.severity.rawValue, file: $0.file, line: $0.line,
        column: $0.column, message: $0.message)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(rows), as: UTF8.self) + "\n"
  }

  private struct Row: Encodable {
    var code: String
    var severity: String
    var file: String
    var line: Int
    var column: Int
    var message: String
  }
}

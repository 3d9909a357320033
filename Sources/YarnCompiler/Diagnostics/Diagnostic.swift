/// A remark of the compiler, with the place where the author can act on it.
public struct Diagnostic: Equatable, Sendable {
  /// How much a remark matters.
  public enum Severity: String, Equatable, Sendable {
    /// There is no program until this is mended.
    case error

    /// Probably a mistake.
    case warning

    /// Worth knowing.
    case info
  }

  /// A place in a file.
  public struct Location: Equatable, Comparable, Sendable {
    /// The line, counted from 1.
    public var line: Int

    /// The column in UTF-16 units, counted from 1.
    public var column: Int

    /// Creates a location.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    /// Orders locations as they stand in a file.
    public static func < (left: Location, right: Location) -> Bool {
      (left.line, left.column) < (right.line, right.column)
    }
  }

  /// Yarn Spinner's code for the remark, such as `YS0012`.
  public var code: String

  /// How much it matters.
  public var severity: Severity

  /// The name of the source.
  public var file: String

  /// Where the stretch of text starts.
  public var start: Location

  /// Where the stretch of text ends, exclusive.
  public var end: Location

  /// What is wrong and what to do.
  public var message: String

  /// The line of the script that the remark starts in.
  public var sourceLine: String

  /// Creates a remark, for those who read files and tables that belong to scripts.
  public init(
    code: String, severity: Severity, file: String, start: Location, end: Location,
    message: String, sourceLine: String
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.start = start
    self.end = end
    self.message = message
    self.sourceLine = sourceLine
  }
}

extension Diagnostic: CustomStringConvertible {
  /// One line in the form compilers use, so that editors can jump to it.
  public var description: String {
    "\(file):\(start.line):\(start.column): \(severity.rawValue): \(message) [\(code)]"
  }

  /// The remark with the script's line below it and a mark under the place.
  ///
  /// Of a line of enormous length only the part around the place is shown.
  public var excerpt: String {
    let line = Array(sourceLine.utf16.prefix(start.column + 1000))
    let first = line.count > 2000 ? max(0, start.column - 100) : 0
    let shown = line.dropFirst(first)
    let column = start.column - 1 - first
    let length = start.line == end.line ? end.column - start.column : 1
    let width = max(1, min(length, shown.count - column))
    let indent = shown.prefix(column).map { $0 == 9 ? "\t" : " " }.joined()
    return description + "\n" + String(decoding: shown, as: UTF16.self) + "\n" + indent
      + String(repeating: "^", count: width)
  }
}

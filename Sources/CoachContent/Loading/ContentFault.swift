/// A mistake in the content, with the place where its author can mend it.
public struct ContentFault: Error, Equatable, Sendable {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// The content cannot be used.
    case error
    /// The content can be used, and reads or behaves worse than it could.
    case warning
  }

  /// The code, `KI` for kith's own and `YS` for the script language's.
  public var code: String
  /// How much it matters.
  public var severity: Severity
  /// The file, relative to the content folder.
  public var file: String
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1.
  public var column: Int
  /// What is wrong and what to do.
  public var message: String

  /// Makes a fault.
  public init(
    _ code: String, _ severity: Severity = .error, file: String, line: Int = 1, column: Int = 1,
    _ message: String
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }
}

extension ContentFault: CustomStringConvertible {
  /// One line in the form compilers use, so that editors can jump to it.
  public var description: String {
    "\(file):\(line):\(column): \(severity.rawValue): \(message) [\(code)]"
  }
}

/// Everything that is wrong with a content folder.
public struct ContentFaults: Error, Equatable, Sendable {
  /// The faults, by file and line.
  public var faults: [ContentFault]
}

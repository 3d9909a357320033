/// A `key: value` line above a node's body.
public struct Header: Equatable, Sendable {
  /// The word before the colon.
  public var key: String

  /// The text after the colon, without surrounding whitespace and comments.
  public var value: String

  /// The line of the file, counted from 1.
  public var line: Int

  /// Creates a header.
  public init(key: String, value: String, line: Int) {
    self.key = key
    self.value = value
    self.line = line
  }
}

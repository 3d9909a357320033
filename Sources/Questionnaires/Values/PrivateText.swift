/// Words the person wrote, which must never reach a log, an error message or a test report.
public struct PrivateText: Hashable, Sendable {
  /// The words themselves; reading this property is the only way to show them.
  public var plaintext: String

  /// Wraps words of the person.
  public init(_ plaintext: String) {
    self.plaintext = plaintext
  }
}

extension PrivateText: Codable {
  /// Reads the words from a plain string.
  public init(from decoder: any Decoder) throws {
    plaintext = try String(from: decoder)
  }

  /// Writes the words as a plain string, for sealed files and for exports the person asked for.
  public func encode(to encoder: any Encoder) throws {
    try plaintext.encode(to: encoder)
  }
}

extension PrivateText: ExpressibleByStringLiteral {
  /// Wraps a literal.
  public init(stringLiteral value: String) {
    plaintext = value
  }
}

extension PrivateText: CustomStringConvertible, CustomDebugStringConvertible {
  /// A placeholder that stands in for the words.
  public var description: String { "‹private›" }

  /// A placeholder that stands in for the words.
  public var debugDescription: String { description }
}

extension PrivateText: CustomReflectable {
  /// A mirror without children, so that `dump` and debuggers show nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

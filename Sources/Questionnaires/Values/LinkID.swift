/// The name of an item within a questionnaire, by which answers are told apart.
public struct LinkID: RawRepresentable, Hashable, Codable, CodingKeyRepresentable, Sendable {
  /// The name as the form spells it.
  public var rawValue: String

  /// Makes a link id from its spelling.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Makes a link id from its spelling.
  public init(_ text: String) {
    rawValue = text
  }
}

extension LinkID: ExpressibleByStringLiteral {
  /// Makes a link id from a literal.
  public init(stringLiteral value: String) {
    rawValue = value
  }
}

extension LinkID: CustomStringConvertible {
  /// The name as the form spells it.
  public var description: String { rawValue }
}

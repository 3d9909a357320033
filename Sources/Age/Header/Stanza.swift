/// One entry of a header: usually the file key, wrapped for one recipient.
///
/// A reader passes over stanzas whose type it does not know, which leaves room for entries that
/// are not recipients at all.
///
/// Source: age v1, “Recipient stanza”.
public struct Stanza: Equatable, Sendable {
  /// What the stanza is; the first word of its line.
  public var type: String

  /// The further words of its line.
  public var arguments: [String]

  /// The bytes below its line.
  public var body: [UInt8]

  /// Creates a stanza.
  ///
  /// - Parameters:
  ///   - type: What the stanza is.
  ///   - arguments: Further words; like the type, each of visible ASCII characters.
  ///   - body: The bytes it carries.
  public init(type: String, arguments: [String], body: [UInt8]) {
    self.type = type
    self.arguments = arguments
    self.body = body
  }
}

extension Stanza {
  /// The number of columns after which a body goes on in the next line.
  static let columnLimit = 64

  /// The stanza as it stands in a header.
  var encoded: [UInt8] {
    var encoded = Array("-> \(([type] + arguments).joined(separator: " "))\n".utf8)
    let body = Base64.encode(body)
    var start = 0
    while start <= body.count {
      encoded += body[start..<min(start + Self.columnLimit, body.count)] + [UInt8(ascii: "\n")]
      start += Self.columnLimit
    }
    return encoded
  }
}

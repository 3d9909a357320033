import FoundationEssentials

extension JSONValue: Codable {
  /// Reads a value from any coder.
  ///
  /// A decoder tells neither the order of members nor the digits of a number, so members come
  /// sorted and numbers shortest. `init(parsing:)` keeps both.
  ///
  /// - Parameter decoder: Where to read from.
  /// - Throws: `DecodingError` when the coder's value has no counterpart in JSON.
  public init(from decoder: any Decoder) throws {
    // Absence means only that the value is no object.
    let object = try? decoder.container(keyedBy: Key.self)
    // Absence means only that the value is no array.
    let array = try? decoder.unkeyedContainer()
    if let container = object {
      let keys = container.allKeys.sorted { $0.stringValue < $1.stringValue }
      self = .object(
        JSONObject(
          try keys.map {
            .init(key: $0.stringValue, value: try container.decode(JSONValue.self, forKey: $0))
          }))
    } else if var container = array {
      var elements: [JSONValue] = []
      while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
      self = .array(elements)
    } else {
      self = try Self.scalar(try decoder.singleValueContainer())
    }
  }

  private static func scalar(_ container: any SingleValueDecodingContainer) throws -> JSONValue {
    if container.decodeNil() { return .null }
    // Absence means only that the value is of another kind.
    if let value = try? container.decode(Bool.self) { return .bool(value) }
    // As above.
    if let value = try? container.decode(Decimal.self) { return .number(value.description) }
    return .string(try container.decode(String.self))
  }

  /// Writes the value to any coder.
  ///
  /// - Parameter encoder: Where to write to.
  /// - Throws: Whatever the coder throws.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let object):
      var container = encoder.container(keyedBy: Key.self)
      for member in object.members {
        try container.encode(member.value, forKey: Key(stringValue: member.key))
      }
    case .array(let elements):
      var container = encoder.unkeyedContainer()
      for element in elements { try container.encode(element) }
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let value): try value.encode(to: encoder)
    case .string(let text): try text.encode(to: encoder)
    case .number(let text):
      guard let number = Decimal(string: text) else {
        preconditionFailure("a JSON number is always a decimal number")
      }
      // The container, not the number, knows that a coder writes numbers its own way.
      var container = encoder.singleValueContainer()
      try container.encode(number)
    }
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
      self.stringValue = stringValue
    }

    init?(intValue: Int) {
      nil
    }
  }
}

extension Value {
  private enum CodingKeys: String, CodingKey { case number, string, bool }

  /// Reads a value that `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let string = try container.decodeIfPresent(String.self, forKey: .string) {
      self = .string(string)
    } else if let bool = try container.decodeIfPresent(Bool.self, forKey: .bool) {
      self = .bool(bool)
    } else {
      let text = try container.decode(String.self, forKey: .number)
      guard let number = Float(text) else {
        throw DecodingError.dataCorruptedError(
          forKey: .number, in: container, debugDescription: "the text is no number")
      }
      self = .number(number)
    }
  }

  /// Writes the value under the name of its type.
  ///
  /// Numbers are written as text, since not every format knows infinity.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .number(let number): try container.encode(number.description, forKey: .number)
    case .string(let string): try container.encode(string, forKey: .string)
    case .bool(let bool): try container.encode(bool, forKey: .bool)
    }
  }
}

import FoundationEssentials

/// The members of an object by which FHIR tells the type of a value, such as `valueInteger`.
private struct ValueKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) {
    self.stringValue = stringValue
  }

  init?(intValue: Int) {
    nil
  }
}

extension AnswerValue: Codable {
  /// Reads the one member `value…` of a FHIR object, such as `{"valueInteger": 3}`.
  ///
  /// - Throws: `DecodingError` when there is no such member, or more than one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: ValueKey.self)
    let keys = container.allKeys.filter { $0.stringValue.hasPrefix("value") }
    guard let key = keys.first, keys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath, debugDescription: "an answer needs exactly one value"))
    }
    func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
      try container.decode(type, forKey: key)
    }
    switch key.stringValue {
    case "valueBoolean": self = .boolean(try read(Bool.self))
    case "valueInteger": self = .integer(try read(Int.self))
    case "valueDecimal": self = .decimal(try read(Decimal.self))
    case "valueString": self = .string(try read(PrivateText.self))
    case "valueCoding": self = .coding(try read(Coding.self))
    case "valueDate": self = .date(try read(PartialDate.self))
    case "valueDateTime": self = .dateTime(try read(DateTime.self))
    case "valueTime": self = .time(try read(TimeOfDay.self))
    case "valueQuantity": self = .quantity(try read(Quantity.self))
    case "valueUri": self = .uri(try read(PrivateText.self))
    default: self = .unsupported(String(key.stringValue.dropFirst("value".count)))
    }
  }

  /// Writes the value as the one member `value…` that names its type.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: ValueKey.self)
    let key = ValueKey(stringValue: "value" + typeName)
    switch self {
    case .boolean(let value): try container.encode(value, forKey: key)
    case .integer(let value): try container.encode(value, forKey: key)
    case .decimal(let value): try container.encode(value, forKey: key)
    case .string(let value), .uri(let value): try container.encode(value, forKey: key)
    case .coding(let value): try container.encode(value, forKey: key)
    case .date(let value): try container.encode(value, forKey: key)
    case .dateTime(let value): try container.encode(value, forKey: key)
    case .time(let value): try container.encode(value, forKey: key)
    case .quantity(let value): try container.encode(value, forKey: key)
    case .unsupported: try container.encodeNil(forKey: key)
    }
  }

  /// The name of the type as it stands after `value` in FHIR.
  var typeName: String {
    switch self {
    case .boolean: "Boolean"
    case .integer: "Integer"
    case .decimal: "Decimal"
    case .string: "String"
    case .coding: "Coding"
    case .date: "Date"
    case .dateTime: "DateTime"
    case .time: "Time"
    case .quantity: "Quantity"
    case .uri: "Uri"
    case .unsupported(let name): name
    }
  }
}

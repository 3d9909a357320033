import FoundationEssentials

extension AnswerValue {
  /// Reads the member of a FHIR object whose name is a prefix followed by the name of a type.
  ///
  /// - Parameters:
  ///   - prefix: `value`, `answer` and the like.
  ///   - object: The object that holds the member.
  init?(_ prefix: String, in object: JSONValue) {
    let members = object.object?.members ?? []
    let values = members.lazy.filter { $0.key.hasPrefix(prefix) && $0.key != prefix }
      .compactMap { AnswerValue(type: String($0.key.dropFirst(prefix.count)), json: $0.value) }
    guard let value = values.first else { return nil }
    self = value
  }

  private init?(type: String, json: JSONValue) {
    switch (type, json) {
    case ("Boolean", .bool(let value)): self = .boolean(value)
    case ("Coding", .object): self = .coding(Coding(json))
    case ("Quantity", .object): self = .quantity(Quantity(json))
    case ("Reference", .object):
      // A reference can be compared, though not asked for.
      guard let address = json["reference"]?.string else { return nil }
      self = .uri(PrivateText(address))
    case ("Integer", .number(let text)), ("Decimal", .number(let text)):
      guard let value = AnswerValue(type: type, number: text) else { return nil }
      self = value
    case (_, .string(let text)):
      guard let value = AnswerValue(type: type, text: text) else { return nil }
      self = value
    default: return nil
    }
  }

  private init?(type: String, number text: String) {
    if type == "Integer", let value = Int(text) {
      self = .integer(value)
    } else if let value = Decimal(string: text) {
      self = .decimal(value)
    } else {
      return nil
    }
  }

  private init?(type: String, text: String) {
    let value: AnswerValue? =
      switch type {
      case "String": .string(PrivateText(text))
      case "Uri": .uri(PrivateText(text))
      case "Date": PartialDate(text).map(AnswerValue.date)
      case "DateTime": DateTime(text).map(AnswerValue.dateTime)
      case "Time": TimeOfDay(text).map(AnswerValue.time)
      default: nil
      }
    guard let value else { return nil }
    self = value
  }
}

extension Coding {
  init(_ json: JSONValue) {
    self.init(
      system: json["system"]?.string, version: json["version"]?.string,
      code: json["code"]?.string, display: json["display"]?.string)
  }
}

extension Quantity {
  init(_ json: JSONValue) {
    self.init(
      value: json["value"]?.decimal, comparator: json["comparator"]?.string,
      unit: json["unit"]?.string, system: json["system"]?.string, code: json["code"]?.string)
  }
}

extension JSONValue {
  /// The number; `nil` when the value is none.
  var decimal: Decimal? {
    if case .number(let text) = self { Decimal(string: text) } else { nil }
  }
}

/// Any member of an object, by its name.
private struct MemberKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) {
    stringValue = name
  }

  init?(stringValue: String) {
    self.stringValue = stringValue
  }

  init?(intValue: Int) {
    nil
  }
}

extension KeyedDecodingContainer<MemberKey> {
  /// The members that are not known by name.
  fileprivate func others(_ known: (String) -> Bool) throws -> JSONObject {
    var found = JSONObject()
    for key in allKeys.sorted(by: { $0.stringValue < $1.stringValue })
    where !known(key.stringValue) {
      found[key.stringValue] = try decode(JSONValue.self, forKey: key)
    }
    return found
  }
}

extension KeyedEncodingContainer<MemberKey> {
  fileprivate mutating func encode(others: JSONObject) throws {
    for member in others.members {
      try encode(member.value, forKey: MemberKey(member.key))
    }
  }
}

extension QuestionnaireResponse: Codable {
  /// Reads a FHIR R4 resource of type `QuestionnaireResponse`.
  ///
  /// - Throws: `DecodingError` when it is something else or an answer cannot be read.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: MemberKey.self)
    let type = MemberKey("resourceType")
    guard try container.decode(String.self, forKey: type) == "QuestionnaireResponse" else {
      throw DecodingError.dataCorruptedError(
        forKey: type, in: container, debugDescription: "not a questionnaire response")
    }
    let known: Set = ["resourceType", "questionnaire", "status", "language", "authored", "item"]
    self.init(
      questionnaire: try container.decodeIfPresent(String.self, forKey: .init("questionnaire")),
      status: try container.decode(Status.self, forKey: MemberKey("status")),
      language: try container.decodeIfPresent(String.self, forKey: MemberKey("language")),
      authored: try container.decodeIfPresent(String.self, forKey: MemberKey("authored")),
      items: try container.decodeIfPresent([Item].self, forKey: MemberKey("item")) ?? [],
      others: try container.others(known.contains))
  }

  /// Writes a FHIR R4 resource.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: MemberKey.self)
    try container.encode("QuestionnaireResponse", forKey: MemberKey("resourceType"))
    try container.encodeIfPresent(language, forKey: MemberKey("language"))
    try container.encodeIfPresent(questionnaire, forKey: MemberKey("questionnaire"))
    try container.encode(status, forKey: MemberKey("status"))
    try container.encodeIfPresent(authored, forKey: MemberKey("authored"))
    try container.encode(others: others)
    if !items.isEmpty { try container.encode(items, forKey: MemberKey("item")) }
  }
}

extension QuestionnaireResponse.Item: Codable {
  /// Reads an element of `item`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: MemberKey.self)
    self.init(
      linkID: try container.decode(LinkID.self, forKey: MemberKey("linkId")),
      answers: try container.decodeIfPresent(
        [QuestionnaireResponse.Answer].self, forKey: MemberKey("answer")) ?? [],
      items: try container.decodeIfPresent(
        [QuestionnaireResponse.Item].self, forKey: MemberKey("item")) ?? [],
      others: try container.others { $0 == "linkId" || $0 == "answer" || $0 == "item" })
  }

  /// Writes an element of `item`; FHIR forbids empty lists, so those are left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: MemberKey.self)
    try container.encode(linkID, forKey: MemberKey("linkId"))
    try container.encode(others: others)
    if !answers.isEmpty { try container.encode(answers, forKey: MemberKey("answer")) }
    if !items.isEmpty { try container.encode(items, forKey: MemberKey("item")) }
  }
}

extension QuestionnaireResponse.Answer: Codable {
  /// Reads an element of `answer`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: MemberKey.self)
    let key = container.allKeys.first { $0.stringValue.hasPrefix("value") }
    let value = key == nil ? .unsupported("") : try AnswerValue(from: decoder)
    var others = try container.others { $0 == "item" || $0.hasPrefix("value") }
    if let key, try value.holdsLess(than: container, key) {
      let whole = try container.decode(JSONValue.self, forKey: key)
      if value.json != whole { others[key.stringValue] = whole }
    }
    self.init(
      value,
      items: try container.decodeIfPresent(
        [QuestionnaireResponse.Item].self, forKey: MemberKey("item")) ?? [],
      others: others)
  }

  /// Writes an element of `answer`.
  public func encode(to encoder: any Encoder) throws {
    let key = "value" + value.typeName
    var container = encoder.container(keyedBy: MemberKey.self)
    if let kept = others[key], AnswerValue(member: value.typeName, kept) == value {
      try container.encode(kept, forKey: MemberKey(key))
    } else if key != "value" {
      try value.encode(to: encoder)
    }
    for member in others.members where !member.key.hasPrefix("value") {
      try container.encode(member.value, forKey: MemberKey(member.key))
    }
    if !items.isEmpty { try container.encode(items, forKey: MemberKey("item")) }
  }
}

extension AnswerValue {
  private static let known: Set = ["system", "version", "code", "display"]
  private static let knownOfQuantity: Set = ["value", "comparator", "unit", "system", "code"]

  /// Whether the member it was read from says more than it does.
  fileprivate func holdsLess(
    than container: KeyedDecodingContainer<MemberKey>, _ key: MemberKey
  ) throws -> Bool {
    let names = if case .quantity = self { Self.knownOfQuantity } else { Self.known }
    return switch self {
    case .boolean, .integer, .decimal, .string, .uri, .date: false
    case .dateTime(let moment): try container.decode(String.self, forKey: key) != "\(moment)"
    case .time(let time): try container.decode(String.self, forKey: key) != "\(time)"
    case .coding, .quantity:
      try !container.nestedContainer(keyedBy: MemberKey.self, forKey: key).allKeys.allSatisfy {
        names.contains($0.stringValue)
      }
    case .unsupported: true
    }
  }
}

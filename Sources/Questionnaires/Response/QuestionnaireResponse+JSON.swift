extension QuestionnaireResponse {
  private static let members: Set = [
    "resourceType", "questionnaire", "status", "language", "authored", "item",
  ]

  /// Reads a FHIR R4 resource of type `QuestionnaireResponse` without losing anything.
  ///
  /// - Parameter json: The resource.
  /// - Throws: `ResponseError` when it is anything else, with the place of the fault.
  public init(json: JSONValue) throws(ResponseError) {
    guard json["resourceType"]?.string == "QuestionnaireResponse" else { throw .notAResponse }
    guard let status = json["status"]?.string.flatMap(Status.init) else { throw .unknownStatus }
    self.init(
      questionnaire: try json.text("questionnaire"), status: status,
      language: try json.text("language"), authored: try json.text("authored"),
      items: try Item.list(json["item"], below: ItemPath()),
      others: json.object?.without(Self.members) ?? JSONObject())
  }

  /// Reads a response from JSON text.
  ///
  /// - Parameter text: The whole document.
  /// - Throws: `ResponseError` when the text is not JSON or not a response.
  public init(parsing text: String) throws(ResponseError) {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: text)
    } catch {
      throw .syntax(error)
    }
    try self.init(json: json)
  }

  /// The response as a FHIR R4 resource; nothing in it is empty.
  public var json: JSONValue {
    var object: JSONObject = ["resourceType": .string("QuestionnaireResponse")]
    for name in ["id", "meta", "implicitRules"] { object[name] = others[name] }
    object["language"] = language.map(JSONValue.string)
    for member in others.members { object[member.key] = member.value }
    object["questionnaire"] = questionnaire.map(JSONValue.string)
    object["status"] = .string(status.rawValue)
    object["authored"] = authored.map(JSONValue.string)
    if !items.isEmpty { object["item"] = .array(items.map(\.json)) }
    return .object(object)
  }
}

extension QuestionnaireResponse.Item {
  private static let members: Set = ["linkId", "answer", "item"]

  fileprivate static func list(
    _ json: JSONValue?, below path: ItemPath
  ) throws(ResponseError) -> [QuestionnaireResponse.Item] {
    guard let json else { return [] }
    guard case .array(let elements) = json else { throw .wrongShape("item", at: path) }
    var seen: [LinkID: Int] = [:]
    var items: [QuestionnaireResponse.Item] = []
    for element in elements {
      guard let name = element["linkId"]?.string, !name.isEmpty else {
        throw .missingLinkID(below: path)
      }
      let index = seen[LinkID(name), default: 0]
      seen[LinkID(name)] = index + 1
      items.append(try Self(element, at: path.appending(LinkID(name), index)))
    }
    return items
  }

  private init(_ json: JSONValue, at path: ItemPath) throws(ResponseError) {
    var answers: [QuestionnaireResponse.Answer] = []
    if let list = json["answer"] {
      guard case .array(let elements) = list else { throw .wrongShape("answer", at: path) }
      for element in elements { answers.append(try .init(element, at: path)) }
    }
    self.init(
      linkID: path.steps.last?.linkID ?? "", answers: answers,
      items: try Self.list(json["item"], below: path),
      others: json.object?.without(Self.members) ?? JSONObject())
  }

  var json: JSONValue {
    var object: JSONObject = ["linkId": .string(linkID.rawValue)]
    for member in others.members { object.append(member) }
    if !answers.isEmpty { object["answer"] = .array(answers.map(\.json)) }
    if !items.isEmpty { object["item"] = .array(items.map(\.json)) }
    return .object(object)
  }
}

extension QuestionnaireResponse.Answer {
  fileprivate init(_ json: JSONValue, at path: ItemPath) throws(ResponseError) {
    guard let object = json.object else { throw .unreadableAnswer(path) }
    let keys = object.members.map(\.key).filter { $0.hasPrefix("value") && $0 != "value" }
    guard keys.count < 2 else { throw .unreadableAnswer(path) }
    var others = object.without(["item"])
    var value = AnswerValue.unsupported("")
    if let key = keys.first {
      let type = String(key.dropFirst("value".count))
      guard let read = AnswerValue(member: type, json[key]) else { throw .unreadableAnswer(path) }
      value = read
      // What can be written again from the value alone is not kept twice.
      if value.json == json[key] { others[key] = nil }
    }
    self.init(
      value, items: try QuestionnaireResponse.Item.list(json["item"], below: path), others: others)
  }

  var json: JSONValue {
    var object = JSONObject()
    let key = "value" + value.typeName
    let kept = others[key]
    // A value that was changed since it was read is written as it is.
    let isKept = kept != nil && AnswerValue(member: value.typeName, kept) == value
    if key != "value" { object[key] = isKept ? kept : value.json }
    for member in others.members where !member.key.hasPrefix("value") {
      object[member.key] = member.value
    }
    if !items.isEmpty { object["item"] = .array(items.map(\.json)) }
    return .object(object)
  }
}

extension QuestionnaireResponse.Answer {
  /// The value as it can be compared: a reference by its address.
  var comparable: AnswerValue {
    guard value == .unsupported("Reference") else { return value }
    return others["valueReference"]?["reference"]?.string.map { .uri(PrivateText($0)) } ?? value
  }
}

extension AnswerValue {
  /// Reads the value of a member of an answer, by the name of its type; a type that cannot be
  /// asked for is known by its name alone.
  init?(member type: String, _ json: JSONValue?) {
    guard let json else { return nil }
    guard AnswerValue.types.contains(type) else {
      self = .unsupported(type)
      return
    }
    guard let value = AnswerValue("value", in: .object([("value" + type): json])) else {
      return nil
    }
    self = value
  }

  private static let types: Set = [
    "Boolean", "Integer", "Decimal", "String", "Coding", "Date", "DateTime", "Time", "Quantity",
    "Uri",
  ]

  /// The value as FHIR writes it; `null` where nothing but the type is known.
  public var json: JSONValue {
    switch self {
    case .boolean(let value): .bool(value)
    case .integer(let value): .number("\(value)")
    case .decimal(let value): .number("\(value)")
    case .string(let text), .uri(let text): .string(text.plaintext)
    case .date(let date): .string("\(date)")
    case .dateTime(let moment): .string("\(moment)")
    case .time(let time): .string("\(time)")
    case .coding(let coding):
      .strings([
        ("system", coding.system), ("version", coding.version), ("code", coding.code),
        ("display", coding.display),
      ])
    case .quantity(let quantity): quantity.json
    case .unsupported: .null
    }
  }
}

extension Quantity {
  fileprivate var json: JSONValue {
    var object = JSONObject()
    object["value"] = value.map { .number("\($0)") }
    let rest = JSONValue.strings([
      ("comparator", comparator), ("unit", unit), ("system", system), ("code", code),
    ])
    for member in rest.object?.members ?? [] { object.append(member) }
    return .object(object)
  }
}

extension JSONValue {
  /// An object of those strings that are there.
  fileprivate static func strings(_ members: [(String, String?)]) -> JSONValue {
    .object(
      JSONObject(
        members.compactMap { name, text in
          text.map { JSONObject.Member(key: name, value: .string($0)) }
        }))
  }

  /// A member that has to be a string where it is there.
  fileprivate func text(_ name: String) throws(ResponseError) -> String? {
    guard let value = self[name] else { return nil }
    guard let text = value.string else { throw .wrongShape(name, at: ItemPath()) }
    return text
  }
}

extension JSONObject {
  /// The members but some.
  func without(_ names: Set<String>) -> JSONObject {
    var rest = JSONObject()
    for member in members where !names.contains(member.key) { rest.append(member) }
    return rest
  }
}

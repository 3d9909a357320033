import Questionnaires
import Yams

/// Turns a questionnaire written in YAML into the FHIR form.
struct QuestionnaireYAML {
  let reader: YAMLReader
  /// Whether only names and words are wanted, as in a file with another language.
  var isOverlay = false

  /// Converts a whole file.
  func convert(_ text: String) throws(YAMLFault) -> JSONValue {
    .object(try object(try reader.document(text), "Questionnaire"))
  }

  /// Converts a map to an element of a type, expanding the short keys in it.
  func object(_ node: Node, _ type: String) throws(YAMLFault) -> JSONObject {
    var object = JSONObject()
    var short: [Expansion.Entry] = []
    for (key, place, value) in try reader.map(node) {
      if let element = FHIRSchema.element(key, of: type) {
        object[key] = try self.value(value, of: element, key: key)
      } else if let known = ShortKey(rawValue: key), ShortKey.allowed(in: type).contains(known) {
        short.append(Expansion.Entry(key: known, place: place, value: value))
      } else {
        let short = ShortKey.allowed(in: type).map(\.rawValue)
        throw reader.unknownKey(key, at: place, known: FHIRSchema.keys(of: type) + short)
      }
    }
    try check(object, type, at: node)
    let expansion = Expansion(converter: self, itemType: object["type"]?.string ?? "")
    for entry in short { try expansion.expand(entry, into: &object) }
    return object
  }

  private func value(_ node: Node, of element: FHIRSchema.Element, key: String) throws(YAMLFault)
    -> JSONValue
  {
    guard element.isList else { return try single(node, element.kind, key: key) }
    var elements: [JSONValue] = []
    for node in try reader.list(node) {
      elements.append(try single(node, element.kind, key: key))
    }
    return .array(elements)
  }

  private func single(_ node: Node, _ kind: FHIRSchema.Element.Kind, key: String)
    throws(YAMLFault) -> JSONValue
  {
    switch kind {
    case .object(let type): .object(try object(node, type))
    case .scalar(let type): try scalar(node, type, key: key)
    }
  }

  /// Converts a single value by the type of its element.
  func scalar(_ node: Node, _ type: ScalarType, key: String) throws(YAMLFault) -> JSONValue {
    let text = try reader.text(node, of: key)
    guard let value = type.value(of: text) else {
      throw reader.fault(.wrongType(key: key, expected: type), at: node)
    }
    if let allowed = Self.allowedCodes[key], !allowed.contains(text) {
      throw reader.fault(.notOneOf(key: key, allowed: allowed), at: node)
    }
    return value
  }
}

extension QuestionnaireYAML {
  private static let allowedCodes = [
    "operator": ["exists", "=", "!=", ">", "<", ">=", "<="],
    "enableBehavior": ["all", "any"],
    "retention": ["keep", "ask", "never"],
    "gate": ["person"],
    "resourceType": ["Questionnaire", "ValueSet"],
  ]

  private static let itemTypes = [
    "group", "display", "boolean", "decimal", "integer", "date", "dateTime", "time", "string",
    "text", "url", "choice", "open-choice", "quantity",
  ]

  /// Checks that what an element cannot do without is there.
  private func check(_ object: JSONObject, _ type: String, at node: Node) throws(YAMLFault) {
    let needed = [
      "Questionnaire": ["resourceType", "status"], "Item": ["linkId", "type"],
      "EnableWhen": ["question", "operator"], "Concept": ["code"], "Extension": ["url"],
    ]
    for key in needed[type] ?? [] where object[key] == nil && !(isOverlay && key != "linkId") {
      throw reader.fault(.missingKey(key), at: node)
    }
    if type == "Item", let code = object["type"]?.string, !Self.itemTypes.contains(code) {
      throw reader.fault(.notOneOf(key: "type", allowed: Self.itemTypes), at: node)
    }
  }
}

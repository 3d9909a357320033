import Questionnaires
import Yams

/// Writes out the short keys of one element as the FHIR they stand for.
struct Expansion {
  /// A short key with what stands behind it.
  struct Entry {
    let key: ShortKey
    let place: Node
    let value: Node

    var name: String { key.rawValue }
  }

  let converter: QuestionnaireYAML
  /// The type of the item the keys stand on.
  let itemType: String

  /// Adds what a short key stands for to its element.
  func expand(_ entry: Entry, into object: inout JSONObject) throws(YAMLFault) {
    guard let url = entry.key.url else {
      let linkID = object["linkId"]?.string ?? ""
      object.append(try explanation(entry, of: linkID), to: "item")
      return
    }
    for value in try values(of: entry) {
      object.append(.object([("url", .string(url))] + value), to: "extension")
    }
  }

  /// What stands beside the address in the extension, once for each extension the key stands for.
  private func values(of entry: Entry) throws(YAMLFault) -> [[(String, JSONValue)]] {
    switch entry.key {
    case .itemControl: [[("valueCodeableConcept", .control(try text(entry)))]]
    case .unit: [[("valueCoding", try unit(entry))]]
    case .calculatedExpression, .initialExpression, .enableWhenExpression:
      [[("valueExpression", .expression(try text(entry)))]]
    case .variable: try variables(entry)
    case .constraint: try constraints(entry)
    default: [[try plain(entry)]]
    }
  }

  private func plain(_ entry: Entry) throws(YAMLFault) -> (String, JSONValue) {
    guard let type = entry.key.valueType(forItemOf: itemType) else {
      throw converter.reader.fault(
        .unfitting(key: entry.name, type: itemType), at: entry.place)
    }
    let value = try converter.scalar(entry.value, type.scalar, key: entry.name)
    return ("value" + type.name, value)
  }

  private func text(_ entry: Entry) throws(YAMLFault) -> String {
    try converter.reader.text(entry.value, of: entry.name)
  }

  /// A text about a question, as the item that FHIR makes of it.
  private func explanation(_ entry: Entry, of linkID: String) throws(YAMLFault) -> JSONValue {
    [
      ("linkId", .string("\(linkID).\(entry.name)")), ("type", .string("display")),
      ("text", .string(try text(entry))),
      (
        "extension",
        .array([
          .object([
            ("url", .string(ExtensionURL.itemControl)),
            ("valueCodeableConcept", .control(entry.name)),
          ])
        ])
      ),
    ].object
  }

  private func unit(_ entry: Entry) throws(YAMLFault) -> JSONValue {
    guard case .scalar = entry.value else {
      return .object(try converter.object(entry.value, "Coding"))
    }
    return .object(["display": .string(try text(entry))])
  }

  private func variables(_ entry: Entry) throws(YAMLFault) -> [[(String, JSONValue)]] {
    var found: [[(String, JSONValue)]] = []
    for (name, _, value) in try converter.reader.map(entry.value) {
      let expression = try converter.reader.text(value, of: name)
      found.append([("valueExpression", .expression(expression, name: name))])
    }
    return found
  }

  private func constraints(_ entry: Entry) throws(YAMLFault) -> [[(String, JSONValue)]] {
    let types = ["key": "Id", "severity": "Code", "human": "String", "expression": "String"]
    var found: [[(String, JSONValue)]] = []
    for rule in try converter.reader.list(entry.value) {
      var parts: [JSONValue] = []
      for (key, place, value) in try converter.reader.map(rule) {
        guard let type = types[key] else {
          throw converter.reader.unknownKey(key, at: place, known: types.keys.sorted())
        }
        let text = try converter.reader.text(value, of: key)
        parts.append(.object([("url", .string(key)), ("value" + type, .string(text))]))
      }
      found.append([("extension", .array(parts))])
    }
    return found
  }
}

extension JSONValue {
  fileprivate static func control(_ code: String) -> JSONValue {
    let system = "http://hl7.org/fhir/questionnaire-item-control"
    return .object([
      "coding": .array([.object(["system": .string(system), "code": .string(code)])])
    ])
  }

  fileprivate static func expression(_ text: String, name: String? = nil) -> JSONValue {
    let named = name.map { [("name", JSONValue.string($0))] } ?? []
    return .object(named + [("language", .string("text/fhirpath")), ("expression", .string(text))])
  }

  fileprivate static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(JSONObject(members.map { JSONObject.Member(key: $0.0, value: $0.1) }))
  }
}

extension [(String, JSONValue)] {
  fileprivate var object: JSONValue { .object(self) }
}

extension JSONObject {
  fileprivate mutating func append(_ value: JSONValue, to key: String) {
    self[key] = .array((self[key]?.elements ?? []) + [value])
  }
}

/// A form: questions, groups and texts, as FHIR R4 describes them.
///
/// Everything in the form is kept, understood or not, so that writing it again loses nothing.
public struct Questionnaire: Equatable, Sendable {
  /// The whole form as it was read.
  public let json: JSONValue
  /// Its items, in order.
  public let items: [Item]
  private let retentions: [LinkID: Retention]

  /// Makes a form of its JSON.
  ///
  /// - Parameter json: A FHIR R4 resource of type `Questionnaire`.
  /// - Throws: `QuestionnaireError.notAQuestionnaire` when it is anything else.
  public init(json: JSONValue) throws(QuestionnaireError) {
    guard json["resourceType"]?.string == "Questionnaire" else { throw .notAQuestionnaire }
    self.json = json
    let valueSets = Self.valueSets(in: json)
    items = json["item"]?.elements.map { Item($0, valueSets: valueSets) } ?? []
    retentions = Self.retentions(of: items, within: .keep)
  }

  /// Reads a form from JSON text.
  ///
  /// - Parameter text: The whole document.
  /// - Throws: `QuestionnaireError` when the text is not JSON or not a form.
  public init(parsing text: String) throws(QuestionnaireError) {
    let json: JSONValue
    do {
      json = try JSONValue(parsing: text)
    } catch {
      throw .syntax(error)
    }
    try self.init(json: json)
  }

  /// The form's name for programs.
  public var id: String? { json["id"]?.string }

  /// The address of the form, the same for all its versions.
  public var url: String? { json["url"]?.string }

  /// The version of the form.
  public var version: String? { json["version"]?.string }

  /// The address with the version, by which responses name the form.
  public var canonical: String? {
    guard let url else { return nil }
    return version.map { "\(url)|\($0)" } ?? url
  }

  /// The name of the form for people.
  public var title: String? { json["title"]?.string }

  /// The language it is written in.
  public var language: String? { json["language"]?.string }

  /// All items at all levels, in the order of the form, without those that only explain another.
  public var allItems: [Item] { items.flatMap(\.flattened) }

  /// Finds an item at any level.
  ///
  /// - Parameter linkID: The item's name.
  /// - Returns: The item; `nil` when the form has none of this name.
  public func item(_ linkID: LinkID) -> Item? { allItems.first { $0.linkID == linkID } }

  /// Tells what becomes of the answers to an item.
  ///
  /// - Parameter linkID: The item's name.
  /// - Returns: The strictest rule of the item and all that hold it; `keep` for unknown names.
  public func retention(of linkID: LinkID) -> Retention { retentions[linkID] ?? .keep }

  /// Finds the items whose answers have one retention.
  ///
  /// - Parameter retention: The retention to look for.
  /// - Returns: The names of the items, groups included.
  public func linkIDs(with retention: Retention) -> Set<LinkID> {
    Set(retentions.filter { $0.value == retention }.keys)
  }
}

extension Questionnaire: Codable {
  /// Reads a form from any coder.
  ///
  /// - Throws: `DecodingError`, or `QuestionnaireError.notAQuestionnaire`.
  public init(from decoder: any Decoder) throws {
    try self.init(json: try JSONValue(from: decoder))
  }

  /// Writes the form as it was read.
  public func encode(to encoder: any Encoder) throws {
    try json.encode(to: encoder)
  }
}

extension Questionnaire {
  /// The choices of the value sets that the form contains, by the reference to them.
  private static func valueSets(in json: JSONValue) -> [String: [AnswerOption]] {
    var sets: [String: [AnswerOption]] = [:]
    for resource in json["contained"]?.elements ?? []
    where resource["resourceType"]?.string == "ValueSet" {
      let options = options(of: resource)
      if let id = resource["id"]?.string { sets["#" + id] = options }
      if let url = resource["url"]?.string { sets[url] = options }
    }
    return sets.filter { !$0.value.isEmpty }
  }

  private static func options(of valueSet: JSONValue) -> [AnswerOption] {
    let includes = valueSet["compose"]?["include"]?.elements ?? []
    let listed = includes.flatMap { include in
      (include["concept"]?.elements ?? []).map {
        AnswerOption(concept: $0, system: include["system"]?.string)
      }
    }
    let expanded = valueSet["expansion"]?["contains"]?.elements ?? []
    return listed.isEmpty ? expanded.map { AnswerOption(concept: $0, system: nil) } : listed
  }

  private static func retentions(of items: [Item], within outer: Retention) -> [LinkID: Retention] {
    var found: [LinkID: Retention] = [:]
    for item in items {
      let retention = max(outer, item.retention ?? .keep)
      found[item.linkID] = retention
      found.merge(retentions(of: item.items, within: retention)) { first, _ in first }
    }
    return found
  }
}

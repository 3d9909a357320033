/// A form: questions, groups and texts, as FHIR R4 describes them.
///
/// Everything in the form is kept, understood or not, so that writing it again loses nothing.
public struct Questionnaire: Sendable {
  /// The whole form as it was read.
  public let json: JSONValue
  /// Its items, in order.
  public let items: [Item]
  /// The items in one list, with what follows from the form alone.
  let index: FormIndex

  /// Makes a form of its JSON.
  ///
  /// - Parameter json: A FHIR R4 resource of type `Questionnaire`.
  /// - Throws: `QuestionnaireError.notAQuestionnaire` when it is anything else.
  public init(json: JSONValue) throws(QuestionnaireError) {
    guard json["resourceType"]?.string == "Questionnaire" else { throw .notAQuestionnaire }
    self.json = json
    let valueSets = ValueSetLibrary(containedIn: json).options
    items = json["item"]?.elements.map { Item($0, valueSets: valueSets) } ?? []
    index = FormIndex(items)
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

  /// What has to come before the form is opened, in a word of the host; `nil` where nothing has.
  public var gate: String? { json.extensionValue(ExtensionURL.gate)?.string }

  /// All items at all levels, in the order of the form, without those that only explain another.
  public var allItems: [Item] { index.items }

  /// How many items the form has at all levels, with those that only explain another.
  public var itemCount: Int {
    var count = 0
    var waiting = [json]
    while let holder = waiting.popLast() {
      let items = holder["item"]?.elements ?? []
      count += items.count
      waiting += items
    }
    return count
  }

  /// Finds an item at any level.
  ///
  /// - Parameter linkID: The item's name.
  /// - Returns: The item; `nil` when the form has none of this name.
  public func item(_ linkID: LinkID) -> Item? { index.places[linkID].map { index.items[$0] } }

  /// Tells what becomes of the answers to an item.
  ///
  /// - Parameter linkID: The item's name.
  /// - Returns: The strictest rule of the item and all that hold it; `keep` for unknown names.
  public func retention(of linkID: LinkID) -> Retention {
    index.places[linkID].map { index.retentions[$0] } ?? .keep
  }

  /// Finds the items whose answers have one retention.
  ///
  /// - Parameter retention: The retention to look for.
  /// - Returns: The names of the items, groups included.
  public func linkIDs(with retention: Retention) -> Set<LinkID> {
    Set(index.places.filter { index.retentions[$0.value] == retention }.keys)
  }
}

extension Questionnaire: Equatable {
  /// Compares what was read; everything else follows from it.
  public static func == (left: Questionnaire, right: Questionnaire) -> Bool {
    left.json == right.json
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

/// The elements of FHIR R4 that a questionnaire may hold, with their types.
///
/// Source: the StructureDefinitions of FHIR 4.0.1. Left out is what has no place in a form.
enum FHIRSchema {
  /// What stands behind a key.
  struct Element: Equatable {
    /// The kind of value.
    enum Kind: Equatable {
      case scalar(ScalarType)
      case object(String)
    }

    var kind: Kind
    var isList: Bool
  }

  /// The element of a type under a key; `nil` when the type has none.
  ///
  /// Elements whose name ends with their type, such as `valueInteger`, are found by that ending.
  static func element(_ key: String, of type: String) -> Element? {
    if let element = elements[type]?[key] { return element }
    guard let stem = choiceStems[type], key.hasPrefix(stem) else { return nil }
    return choice(String(key.dropFirst(stem.count)))
  }

  /// The keys of a type, for suggestions.
  static func keys(of type: String) -> [String] {
    let choices = choiceStems[type].map { stem in choiceTypes.map { stem + $0 } } ?? []
    return (elements[type].map { Array($0.keys) } ?? []) + choices
  }

  private static let choiceStems = [
    "Extension": "value", "AnswerOption": "value", "Initial": "value", "EnableWhen": "answer",
    "UsageContext": "value",
  ]

  private static let choiceTypes = [
    "Boolean", "Integer", "Decimal", "String", "Date", "DateTime", "Time", "Uri", "Url", "Code",
    "Canonical", "Markdown", "Id", "Coding", "CodeableConcept", "Quantity", "Expression",
    "Reference", "Period",
  ]

  private static func choice(_ type: String) -> Element? {
    guard choiceTypes.contains(type) else { return nil }
    if elements[type] != nil { return Element(kind: .object(type), isList: false) }
    let name = type.prefix(1).lowercased() + type.dropFirst()
    return Element(kind: .scalar(ScalarType(rawValue: name) ?? .string), isList: false)
  }

  /// One line a type: its name, then its elements.
  ///
  /// A colon gives a type other than string, a star makes a list.
  private static let elements: [String: [String: Element]] = {
    let common = " id extension:Extension* modifierExtension:Extension*"
    let rows = table.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let names = (row[1] + common).split(separator: " ").map(named)
        return (String(row[0]), Dictionary(names) { first, _ in first })
      })
  }()

  private static func named(_ entry: Substring) -> (String, Element) {
    let isList = entry.hasSuffix("*")
    let parts = entry.drop(while: { $0 == "*" }).filter { $0 != "*" }.split(separator: ":")
    let type = parts.count == 2 ? String(parts[1]) : "string"
    let kind = ScalarType(rawValue: type).map(Element.Kind.scalar) ?? .object(type)
    return (String(parts[0]), Element(kind: kind, isList: isList))
  }

  private static let table = """
    Questionnaire resourceType url identifier:Identifier* version name title derivedFrom* status \
    experimental:boolean subjectType* date:dateTime publisher contact:ContactDetail* description \
    useContext:UsageContext* jurisdiction:CodeableConcept* purpose copyright approvalDate:date \
    lastReviewDate:date effectivePeriod:Period code:Coding* item:Item* contained:ValueSet* \
    language implicitRules meta:Meta text:Narrative
    Item linkId definition code:Coding* prefix text type enableWhen:EnableWhen* enableBehavior \
    required:boolean repeats:boolean readOnly:boolean maxLength:integer answerValueSet \
    answerOption:AnswerOption* initial:Initial* item:Item*
    AnswerOption initialSelected:boolean
    Initial id
    EnableWhen question operator
    Extension url
    Coding system version code display userSelected:boolean
    CodeableConcept coding:Coding* text
    Quantity value:decimal comparator unit system code
    Expression description name language expression reference
    Reference reference type display
    Period start:dateTime end:dateTime
    Identifier use type:CodeableConcept system value
    ContactDetail name telecom:ContactPoint*
    ContactPoint system value use rank:integer
    UsageContext code:Coding
    Meta versionId lastUpdated:dateTime source profile* security:Coding* tag:Coding*
    Narrative status div
    ValueSet resourceType url version name title status experimental:boolean date:dateTime \
    publisher description copyright language compose:Compose text:Narrative
    Compose inactive:boolean include:Include* exclude:Include*
    Include system version concept:Concept* valueSet*
    Concept code display designation:Designation*
    Designation language use:Coding value
    """
}

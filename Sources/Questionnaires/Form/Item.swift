/// A question, a group of items, or a text within a questionnaire.
public struct Item: Equatable, Sendable {
  /// The name by which its answers are told apart.
  public var linkID: LinkID
  /// What it is.
  public var type: ItemType
  /// What it says or asks.
  public var text: String
  /// What stands before the text, such as a number.
  public var prefix: String?
  /// Whether the form cannot be completed without it.
  public var isRequired: Bool
  /// Whether it takes several answers, or a group several repetitions.
  public var repeats: Bool
  /// Whether the person cannot change it, because it is worked out.
  public var isReadOnly: Bool
  /// Whether it is never shown.
  public var isHidden: Bool
  /// The conditions on other answers.
  public var enableWhen: [EnableWhen]
  /// How the conditions are joined; `nil` where the form does not say.
  public var enableBehavior: EnableBehavior?
  /// What it offers to choose from.
  public var options: [AnswerOption]
  /// The address of the choices, where they are not in the form itself.
  public var valueSet: String?
  /// The answers it begins with.
  public var initial: [AnswerValue]
  /// What its answers have to keep to.
  public var limits: Limits
  /// What becomes of its answers; `nil` where the item that holds it decides.
  public var retention: Retention?
  /// Help for the one who answers.
  public var help: String?
  /// Why it is asked.
  public var why: String?
  /// What the lower end of a scale means.
  public var lower: String?
  /// What the upper end of a scale means.
  public var upper: String?
  /// The unit of a number.
  public var unit: Coding?
  /// The invitation to answer in own words.
  public var openLabel: String?
  /// The item whose answer names one repetition of this group.
  public var itemLabel: LinkID?
  /// Whether all repetitions of the group are named before their details are asked.
  public var namesFirst = false
  /// Whether its value is worked out by an expression.
  public var isCalculated: Bool
  /// How it would like to be shown.
  public var presentation = Presentation()
  /// The names of the texts that only explain it.
  public var explanations: [LinkID] = []
  /// The items it holds, without those that only explain it.
  public var items: [Item]
}

extension Item {
  /// Reads an item and all it holds.
  ///
  /// - Parameters:
  ///   - json: The item's object.
  ///   - valueSets: The choices of the value sets within the form, by reference.
  init(_ json: JSONValue, valueSets: [String: [AnswerOption]]) {
    let children = json["item"]?.elements ?? []
    let options = json["answerOption"]?.elements.compactMap(AnswerOption.init) ?? []
    let valueSet = json["answerValueSet"]?.string
    let contained = valueSet.flatMap {
      valueSets[$0] ?? valueSets[ValueSetLibrary.unversioned($0)]
    }
    linkID = LinkID(json["linkId"]?.string ?? "")
    type = ItemType(code: json["type"]?.string ?? "")
    text = json["text"]?.string ?? ""
    prefix = json["prefix"]?.string
    isRequired = json["required"]?.bool ?? false
    repeats = json["repeats"]?.bool ?? false
    isReadOnly = json["readOnly"]?.bool ?? false
    isHidden = json.extensionValue(ExtensionURL.hidden)?.bool ?? false
    enableWhen = json["enableWhen"]?.elements.compactMap(EnableWhen.init) ?? []
    enableBehavior = json["enableBehavior"]?.string.flatMap(EnableBehavior.init)
    self.options = contained ?? options
    self.valueSet = contained == nil ? valueSet : nil
    initial = json["initial"]?.elements.compactMap { AnswerValue("value", in: $0) } ?? []
    limits = Limits(json)
    retention = json.extensionValue(ExtensionURL.retention)?.string.flatMap(Retention.init)
    help = Self.explanation("help", in: children)
    why = json.extensionValue(ExtensionURL.why)?.string
    lower = Self.explanation("lower", in: children)
    upper = Self.explanation("upper", in: children)
    unit =
      json.extensionValue(ExtensionURL.unit).map(Coding.init)
      ?? Self.explanation("unit", in: children).map { Coding(display: $0) }
    openLabel = json.extensionValue(ExtensionURL.openLabel)?.string
    itemLabel = json.extensionValue(ExtensionURL.itemLabel)?.string.map(LinkID.init(rawValue:))
    isCalculated = json.extensionValue(ExtensionURL.calculatedExpression) != nil
    namesFirst = json.extensionValue(ExtensionURL.namesFirst)?.bool ?? false
    presentation = Presentation(json)
    presentation.prompt = Self.explanation("prompt", in: children)
    presentation.flyover = Self.explanation("flyover", in: children)
    explanations = children.filter { $0.explanationKind != nil }
      .compactMap { $0["linkId"]?.string.map(LinkID.init(rawValue:)) }
    items = children.filter { $0.explanationKind == nil }.map { Item($0, valueSets: valueSets) }
  }

  private static func explanation(_ kind: String, in children: [JSONValue]) -> String? {
    children.first { $0.explanationKind == kind }?["text"]?.string
  }

  /// The item and all it holds, in the order of the form.
  public var flattened: [Item] { [self] + items.flatMap(\.flattened) }

  /// The answers it begins with, from its own list or from the choices marked so.
  var initialAnswers: [AnswerValue] {
    initial.isEmpty ? options.filter(\.isInitial).map(\.value) : initial
  }
}

extension JSONValue {
  /// What a text that belongs to a question tells about it: `help`, `lower`, `upper` and the like.
  ///
  /// A text with conditions of its own is an item like any other, because it does not always
  /// apply when the question does.
  fileprivate var explanationKind: String? {
    guard self["type"]?.string == "display", self["enableWhen"] == nil,
      extensionValue(ExtensionURL.enableWhenExpression) == nil,
      extensionValue(ExtensionURL.hidden)?.bool != true
    else { return nil }
    let codes = extensionValue(ExtensionURL.itemControl)?["coding"]?.elements ?? []
    let kinds: Set = ["help", "lower", "upper", "unit", "flyover", "prompt"]
    return codes.compactMap { $0["code"]?.string }.first(where: kinds.contains)
  }
}

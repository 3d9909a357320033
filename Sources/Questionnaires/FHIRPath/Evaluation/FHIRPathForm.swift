import FoundationEssentials

/// A form as expressions see it.
struct FHIRPathForm: Sendable {
  let questionnaire: Questionnaire
  /// What the items say, by link id; filled only where an expression asks for it.
  let items: [LinkID: JSONObject]
  /// The weights of concepts that a contained code system gives.
  private let concepts: [String: Decimal]
  /// The lists of choices that have weights, for values of which nobody knows the item.
  private let weighedOptions: [[AnswerOption]]

  init(_ questionnaire: Questionnaire, listsItems: Bool) {
    self.questionnaire = questionnaire
    var items: [LinkID: JSONObject] = [:]
    if listsItems { Self.list(questionnaire.json["item"]?.elements ?? [], in: &items) }
    self.items = items
    var concepts: [String: Decimal] = [:]
    for resource in questionnaire.json["contained"]?.elements ?? [] {
      Self.addWeights(of: resource, to: &concepts)
    }
    self.concepts = concepts
    weighedOptions = Self.weighedOptions(questionnaire)
  }

  /// Collects the lists of choices with weights; many items share one, which is kept once.
  private static func weighedOptions(_ questionnaire: Questionnaire) -> [[AnswerOption]] {
    var lists: [[AnswerOption]] = []
    for item in questionnaire.allItems where item.options.contains(where: { $0.weight != nil }) {
      if !lists.suffix(8).contains(item.options) { lists.append(item.options) }
    }
    return lists
  }

  /// What a coding or another choice weighs, as an answer to an item if one is given.
  func weight(of value: AnswerValue, to linkID: LinkID?) -> Decimal? {
    if let linkID, let item = questionnaire.item(linkID) {
      if let weight = Self.weight(of: value, among: item.options) { return weight }
    }
    if case .coding(let coding) = value, let weight = concepts[Self.key(coding)] { return weight }
    guard linkID == nil else { return nil }
    return weighedOptions.lazy.compactMap { Self.weight(of: value, among: $0) }.first
  }

  /// A coding without a system is the choice with its code, where only one has that code.
  private static func weight(of value: AnswerValue, among options: [AnswerOption]) -> Decimal? {
    if let option = options.first(where: { $0.matches(value) }) { return option.weight }
    guard case .coding(let coding) = value, coding.system == nil else { return nil }
    let alike = options.filter { $0.value.code == coding.code }
    return alike.count == 1 ? alike.first?.weight : nil
  }

  private static func list(_ elements: [JSONValue], in items: inout [LinkID: JSONObject]) {
    for element in elements {
      guard let object = element.object else { continue }
      if let name = object["linkId"]?.string { items[LinkID(name)] = object }
      list(object["item"]?.elements ?? [], in: &items)
    }
  }
}

extension FHIRPathForm {
  private static func key(_ coding: Coding) -> String {
    (coding.system ?? "") + "|" + (coding.code ?? "")
  }

  /// Reads what a contained code system or value set says about the weight of its concepts.
  private static func addWeights(of resource: JSONValue, to weights: inout [String: Decimal]) {
    switch resource["resourceType"]?.string {
    case "CodeSystem":
      let names = (resource["property"]?.elements ?? []).filter {
        $0["uri"]?.string?.hasSuffix("#itemWeight") == true
      }.compactMap { $0["code"]?.string }
      addConcepts(
        resource["concept"]?.elements ?? [], system: resource["url"]?.string,
        properties: Set(names + ["itemWeight"]), to: &weights)
    case "ValueSet":
      for include in resource["compose"]?["include"]?.elements ?? [] {
        addConcepts(
          include["concept"]?.elements ?? [], system: include["system"]?.string, properties: [],
          to: &weights)
      }
      addConcepts(
        resource["expansion"]?["contains"]?.elements ?? [], system: nil, properties: [],
        to: &weights)
    default: break
    }
  }

  private static func addConcepts(
    _ concepts: [JSONValue], system: String?, properties: Set<String>,
    to weights: inout [String: Decimal]
  ) {
    for concept in concepts {
      let own = concept["property"]?.elements.first {
        properties.contains($0["code"]?.string ?? "")
      }
      let property = own?.object?.members.first { $0.key.hasPrefix("value") }?.value.decimal
      let coding = Coding(
        system: concept["system"]?.string ?? system, code: concept["code"]?.string)
      if let weight = concept.itemWeight ?? property, weights[key(coding)] == nil {
        weights[key(coding)] = weight
      }
      for inner in ["concept", "contains"] {
        addConcepts(
          concept[inner]?.elements ?? [], system: system, properties: properties, to: &weights)
      }
    }
  }
}

extension JSONValue {
  /// The weight that an extension of the value gives, under its present or its former name.
  fileprivate var itemWeight: Decimal? {
    (extensionValue(ExtensionURL.itemWeight) ?? extensionValue(ExtensionURL.ordinalValue))?.decimal
  }
}

extension FHIRPathEnvironment {
  /// What a value weighs: by its own extension, else as a choice of the form.
  func weight(of element: FHIRPathElement) -> Decimal? {
    switch element {
    case .coding(let coding, let linkID): form?.weight(of: .coding(coding), to: linkID)
    case .object(let object, _):
      JSONValue.object(object).itemWeight
        ?? object.members.first { $0.key.hasPrefix("value") }?.value.itemWeight
        ?? choiceWeight(object)
    case .answer(let item, let index):
      element.member("value").first.flatMap(ownWeight)
        ?? form?.weight(of: item.answers[index].value, to: item.linkID)
    case .string(let text): form?.weight(of: .string(PrivateText(text)), to: nil)
    case .integer(let value): form?.weight(of: .integer(value), to: nil)
    case .boolean, .decimal, .moment, .quantity, .response, .item: nil
    }
  }

  private func ownWeight(_ element: FHIRPathElement) -> Decimal? {
    guard case .object(let object, _) = element else { return nil }
    return JSONValue.object(object).itemWeight
  }

  private func choiceWeight(_ object: JSONObject) -> Decimal? {
    let coding = Coding(object["valueCoding"] ?? .object(object))
    return coding.code.flatMap { _ in form?.weight(of: .coding(coding), to: nil) }
  }
}

extension Questionnaire {
  /// Finds the faults of the form.
  ///
  /// - Returns: The faults, in the order of the form; those of expressions last.
  public func faults() -> [FormFault] {
    var check = FormCheck(self)
    check.visitRoot()
    check.visit(json["item"]?.elements ?? [], below: "")
    return check.faults + check.expressionFaults(Calculation(self))
  }

  /// The first fault for which the form must not be filled in; `nil` when there is none.
  ///
  /// It costs much less than all faults.
  public var refusal: FormFault? {
    var check = FormCheck(self)
    check.visitRoot()
    check.visitExtensions(json["item"]?.elements ?? [], below: "")
    if let fault = check.faults.first(where: \.isRefusal) { return fault }
    return index.isCircular ? faults().first(where: \.isRefusal) : nil
  }
}

/// Goes over a form and looks for faults.
private struct FormCheck {
  var faults: [FormFault] = []
  private let questionnaire: Questionnaire
  private var conditions: ConditionCheck
  private var seen: Set<LinkID> = []

  init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    conditions = ConditionCheck(questionnaire)
  }

  mutating func visitRoot() {
    let json = questionnaire.json
    var problems = extensionProblems(json)
    let status = json["status"]?.string ?? ""
    if !["draft", "active", "retired", "unknown"].contains(status) {
      problems.append(.unknownStatus)
    }
    if let name = json["name"]?.string, !name.isMachineName { problems.append(.invalidName) }
    for resource in json["contained"]?.elements ?? [] where resource["modifierExtension"] != nil {
      problems += extensionProblems(resource)
    }
    faults += problems.map { FormFault(linkID: "", problem: $0) }
  }

  mutating func visit(_ items: [JSONValue], below path: String) {
    for (place, json) in items.enumerated() {
      let path = path + (path.isEmpty ? "" : ".") + "item[\(place)]"
      let name = LinkID(json["linkId"]?.string ?? "")
      var problems: [FormFault.Problem] = []
      if name.rawValue.isEmpty {
        problems.append(.missingLinkID)
      } else if !seen.insert(name).inserted {
        problems.append(.duplicateLinkID)
      }
      // What the item holds is visited by itself; reading it here too would take for ever.
      let item = Item(.object(json.object?.without(["item"]) ?? JSONObject()), valueSets: [:])
      problems += structure(item, json) + options(item, json) + limits(item)
      problems += conditions.problems(of: item, json)
      faults += problems.map { FormFault(linkID: name, problem: $0, path: path) }
      visit(json["item"]?.elements ?? [], below: path)
    }
  }

  /// Looks for nothing but extensions that forbid to go on.
  mutating func visitExtensions(_ items: [JSONValue], below path: String) {
    for (place, json) in items.enumerated() {
      let path = path + (path.isEmpty ? "" : ".") + "item[\(place)]"
      if json["modifierExtension"] != nil || json["extension"] != nil {
        let name = LinkID(json["linkId"]?.string ?? "")
        faults += extensionProblems(json).map { FormFault(linkID: name, problem: $0, path: path) }
      }
      visitExtensions(json["item"]?.elements ?? [], below: path)
    }
  }

  func expressionFaults(_ calculation: Calculation) -> [FormFault] {
    let order = questionnaire.index.places
    return calculation.faults.map {
      FormFault(linkID: $0.linkID, problem: .expression($0.words))
    }.sorted { (order[$0.linkID] ?? -1) < (order[$1.linkID] ?? -1) }
  }

  private func structure(_ item: Item, _ json: JSONValue) -> [FormFault.Problem] {
    var problems = extensionProblems(json)
    let hasItems = json["item"]?.elements.isEmpty == false
    switch item.type {
    case .unsupported(""): problems.append(.missingType)
    case .unsupported(let code):
      let isKnown = ["attachment", "reference"].contains(code)
      problems.append(isKnown ? .unaskableType(code) : .unsupportedType(code))
    case .group:
      if !hasItems { problems.append(.emptyGroup) }
      if json["initial"] != nil { problems.append(.initialOnGroup) }
    case .display:
      if hasItems { problems.append(.displayWithItems) }
      for member in ["required", "repeats", "readOnly", "initial", "code"]
      where json[member] != nil {
        problems.append(.displayWith(member))
      }
    default: break
    }
    return problems + labelProblems(item, json)
  }

  private func labelProblems(_ item: Item, _ json: JSONValue) -> [FormFault.Problem] {
    guard !json.extensions(ExtensionURL.itemLabel).isEmpty else { return [] }
    guard item.type == .group, let label = item.itemLabel else { return [.misplacedItemLabel] }
    return questionnaire.index.holds(label, within: item.linkID) ? [] : [.unknownItemLabel(label)]
  }

  private func extensionProblems(_ json: JSONValue) -> [FormFault.Problem] {
    let modifiers = json["modifierExtension"]?.elements ?? []
    let critical =
      json.extensions(ExtensionURL.sdcCriticalExtension)
      + json.extensions(ExtensionURL.criticalExtension)
    return modifiers.map { .modifierExtension($0["url"]?.string ?? "") }
      + critical.compactMap { element in
        let value = element.object?.members.first { $0.key.hasPrefix("value") }?.value.string
        guard let url = value, !ExtensionURL.supported.contains(url) else { return nil }
        return .criticalExtension(url)
      }
  }
}

extension FormCheck {
  private static let typesWithOptions: Set = [
    "choice", "open-choice", "decimal", "integer", "date", "dateTime", "time", "string", "quantity",
  ]
  private static let typesWithLength: Set = [
    "boolean", "decimal", "integer", "string", "text", "url", "open-choice",
  ]

  private func options(_ item: Item, _ json: JSONValue) -> [FormFault.Problem] {
    var problems: [FormFault.Problem] = []
    let type = json["type"]?.string ?? ""
    let hasOptions = json["answerOption"] != nil
    let valueSet = json["answerValueSet"]?.string
    if hasOptions && valueSet != nil { problems.append(.twoSourcesOfOptions) }
    if hasOptions || valueSet != nil, !Self.typesWithOptions.contains(type) {
      problems.append(.optionsOnType(type))
    }
    if json["maxLength"] != nil, !Self.typesWithLength.contains(type) {
      problems.append(.maxLengthOnType(type))
    }
    if hasOptions && json["initial"] != nil { problems.append(.initialBesideOptions) }
    let initialCount = json["initial"]?.elements.count ?? 0
    if initialCount > 1 && !item.repeats { problems.append(.severalInitialValues) }
    if let valueSet, questionnaire.item(item.linkID)?.options.isEmpty == true {
      problems.append(
        valueSet.hasPrefix("#") ? .missingValueSet(valueSet) : .remoteValueSet(valueSet))
    }
    if item.type == .choice, !hasOptions, valueSet == nil { problems.append(.noOptions) }
    if Set(item.options.map(\.value)).count < item.options.count {
      problems.append(.repeatedOption)
    }
    return problems + values(item, json)
  }

  private func values(_ item: Item, _ json: JSONValue) -> [FormFault.Problem] {
    var problems: [FormFault.Problem] = []
    let options = json["answerOption"]?.elements ?? []
    if item.options.count < options.count || item.options.contains(where: { !item.takes($0.value) })
    {
      problems.append(.unfittingValue("answerOption"))
    }
    let initial = json["initial"]?.elements ?? []
    guard item.type.isQuestion else { return problems }
    if item.initial.count < initial.count, !item.type.isUnsupported {
      problems.append(.unfittingValue("initial"))
    } else if item.initial.contains(where: { !item.takes($0) }) {
      problems.append(.unfittingValue("initial"))
    }
    return problems
  }

  private func limits(_ item: Item) -> [FormFault.Problem] {
    let limits = item.limits
    var problems: [FormFault.Problem] = []
    if let minimum = limits.minimum, let maximum = limits.maximum,
      minimum.order(to: maximum) == .greater
    {
      problems.append(.impossibleLimits("minValue is larger than maxValue"))
    }
    if let minimum = limits.minLength, let maximum = limits.maxLength, minimum > maximum {
      problems.append(.impossibleLimits("minLength is larger than maxLength"))
    }
    if let minimum = limits.minOccurs, let maximum = limits.maxOccurs, minimum > maximum {
      problems.append(.impossibleLimits("minOccurs is larger than maxOccurs"))
    }
    if let maximum = limits.maxOccurs, maximum < 1 {
      problems.append(.impossibleLimits("maxOccurs is less than 1"))
    }
    // What matters is only whether it can be read.
    if let pattern = limits.pattern, (try? Regex(pattern)) == nil {
      problems.append(.invalidPattern)
    } else if let pattern = limits.pattern, TextPattern(pattern).nestsRepetitions {
      problems.append(.slowPattern)
    }
    return problems
  }
}

extension Item {
  /// Whether a value that the form gives can be an answer to the item.
  fileprivate func takes(_ value: AnswerValue) -> Bool {
    switch (type, value) {
    case (.boolean, .boolean), (.integer, .integer), (.decimal, .decimal), (.date, .date),
      (.dateTime, .dateTime), (.time, .time), (.string, .string), (.text, .string),
      (.quantity, .quantity), (.url, .uri), (.choice, _), (.openChoice, _), (.unsupported, _),
      (.group, _), (.display, _):
      true
    default: false
    }
  }
}

extension ItemType {
  fileprivate var isUnsupported: Bool {
    if case .unsupported = self { true } else { false }
  }
}

extension String {
  /// Whether it begins with a capital letter and has letters, digits and underscores only.
  fileprivate var isMachineName: Bool {
    guard let first = unicodeScalars.first, ("A"..."Z").contains(first), count <= 255 else {
      return false
    }
    return unicodeScalars.allSatisfy {
      $0 == "_" || ($0.isASCII && $0.properties.isAlphabetic) || ("0"..."9").contains($0)
    }
  }
}

extension FormIndex {
  /// Whether an item is another one or lies within it.
  func holds(_ inner: LinkID, within outer: LinkID) -> Bool {
    guard let outer = places[outer], let inner = places[inner] else { return false }
    return outer <= inner && inner < ends[outer]
  }
}

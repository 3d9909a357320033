extension Questionnaire {
  /// Finds the faults of the form.
  ///
  /// - Returns: The faults, in the order of the form.
  public func faults() -> [FormFault] {
    var check = FormCheck(self)
    if json["modifierExtension"] != nil {
      check.faults.append(FormFault(linkID: "", problem: .modifierExtension))
    }
    check.visit(json["item"]?.elements ?? [])
    return check.faults
  }
}

/// Goes over a form and looks for faults.
private struct FormCheck {
  var faults: [FormFault] = []
  private var conditions: ConditionCheck
  private var seen: Set<LinkID> = []

  init(_ questionnaire: Questionnaire) {
    conditions = ConditionCheck(questionnaire)
  }

  mutating func visit(_ items: [JSONValue]) {
    for json in items {
      let item = Item(json, valueSets: [:])
      let isNew = seen.insert(item.linkID).inserted
      let found = [
        item.linkID.rawValue.isEmpty ? FormFault.Problem.missingLinkID : nil,
        isNew || item.linkID.rawValue.isEmpty ? nil : .duplicateLinkID,
      ]
      let problems =
        found.compactMap { $0 } + structure(item, json) + options(item, json)
        + conditions.problems(of: item, json)
      faults += problems.map { FormFault(linkID: item.linkID, problem: $0) }
      visit(json["item"]?.elements ?? [])
    }
  }

  private func structure(_ item: Item, _ json: JSONValue) -> [FormFault.Problem] {
    var problems: [FormFault.Problem] = []
    if case .unsupported(let code) = item.type { problems.append(.unsupportedType(code)) }
    if json["modifierExtension"] != nil { problems.append(.modifierExtension) }
    let hasItems = json["item"]?.elements.isEmpty == false
    if item.type == .group && !hasItems { problems.append(.emptyGroup) }
    let answerRules = ["required", "repeats", "readOnly", "initial", "code"]
    if item.type == .display, answerRules.contains(where: { json[$0] != nil }) {
      problems.append(.displayWithAnswerRules)
    }
    for url in [ExtensionURL.enableWhenExpression, ExtensionURL.initialExpression]
    where json.extensionValue(url) != nil {
      problems.append(.expressionNotWorkedOut(String(url.dropFirst(ExtensionURL.sdc.count))))
    }
    if let label = item.itemLabel, !item.flattened.contains(where: { $0.linkID == label }) {
      problems.append(.unknownItemLabel(label))
    }
    return problems
  }

  private func options(_ item: Item, _ json: JSONValue) -> [FormFault.Problem] {
    var problems: [FormFault.Problem] = []
    let hasOptions = json["answerOption"] != nil
    let valueSet = json["answerValueSet"]?.string
    if hasOptions && valueSet != nil { problems.append(.twoSourcesOfOptions) }
    if hasOptions && json["initial"] != nil { problems.append(.initialBesideOptions) }
    if item.initial.count > 1 && !item.repeats { problems.append(.severalInitialValues) }
    if let valueSet, conditions.questionnaire.item(item.linkID)?.options.isEmpty == true {
      problems.append(.remoteValueSet(valueSet))
    }
    return problems
  }
}

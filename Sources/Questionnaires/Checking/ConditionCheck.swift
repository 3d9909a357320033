/// Looks for faults in the conditions of items.
struct ConditionCheck {
  let questionnaire: Questionnaire
  private let items: [LinkID: Item]
  /// The repeating groups that hold an item.
  private let repeatingGroups: [LinkID: Set<LinkID>]

  init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    items = Dictionary(questionnaire.allItems.map { ($0.linkID, $0) }) { first, _ in first }
    repeatingGroups = Self.groups(of: questionnaire.items, within: [])
  }

  /// The faults in the conditions of one item.
  func problems(of item: Item, _ json: JSONValue) -> [FormFault.Problem] {
    let written = json["enableWhen"]?.elements.count ?? 0
    var problems = item.enableWhen.flatMap { self.problems(of: $0, on: item) }
    if written > item.enableWhen.count { problems.append(.unreadableCondition) }
    if written > 1 && item.enableBehavior == nil { problems.append(.missingEnableBehavior) }
    if isCircular(item) { problems.append(.circularConditions) }
    return problems
  }

  private func problems(of condition: EnableWhen, on item: Item) -> [FormFault.Problem] {
    let name = condition.question
    if condition.expected == .unsupported("") { return [.unreadableCondition] }
    guard let target = items[name] else { return [.unknownTarget(name)] }
    if item.flattened.contains(where: { $0.linkID == name }) { return [.targetInside(name)] }
    guard target.type.isQuestion else { return [.targetIsNoQuestion(name)] }
    let outside = repeatingGroups[name, default: []]
      .subtracting(repeatingGroups[item.linkID, default: []])
    return (outside.isEmpty ? [] : [.targetInRepeatingGroup(name)])
      + comparisonProblems(condition, target)
  }

  private func comparisonProblems(_ condition: EnableWhen, _ target: Item) -> [FormFault.Problem] {
    let name = condition.question
    if condition.comparison == .exists {
      if case .boolean = condition.expected { return [] }
      return [.existsWithoutBoolean(name)]
    }
    guard target.canBeAnswered(with: condition.expected) else { return [.typeMismatch(name)] }
    if case .coding = condition.expected, !target.options.isEmpty,
      !target.options.contains(where: { $0.matches(condition.expected) })
    {
      return [.noSuchOption(name)]
    }
    let isDisputed =
      condition.comparison == .notEquals && !(target.isRequired && !target.repeats)
    return isDisputed ? [.disputedInequality(name)] : []
  }

  /// Whether conditions lead from an item back to itself.
  private func isCircular(_ item: Item) -> Bool {
    var reached: Set<LinkID> = []
    var waiting = item.enableWhen.map(\.question)
    while let next = waiting.popLast() {
      if next == item.linkID { return true }
      if reached.insert(next).inserted { waiting += items[next]?.enableWhen.map(\.question) ?? [] }
    }
    return false
  }

  private static func groups(of items: [Item], within outer: Set<LinkID>) -> [LinkID: Set<LinkID>] {
    var found: [LinkID: Set<LinkID>] = [:]
    for item in items {
      let isRepeating = item.type == .group && item.repeats
      found[item.linkID] = outer
      let inner = isRepeating ? outer.union([item.linkID]) : outer
      found.merge(groups(of: item.items, within: inner)) { first, _ in first }
    }
    return found
  }
}

extension Item {
  /// Whether an answer of this type can be given to the item.
  fileprivate func canBeAnswered(with value: AnswerValue) -> Bool {
    if options.contains(where: { $0.value.typeName == value.typeName }) { return true }
    return switch (type, value) {
    case (.boolean, .boolean), (.integer, .integer), (.decimal, .decimal), (.decimal, .integer),
      (.date, .date), (.dateTime, .dateTime), (.time, .time), (.string, .string), (.text, .string),
      (.quantity, .quantity), (.choice, .coding), (.openChoice, .coding), (.openChoice, .string),
      (.url, .uri), (.url, .string):
      true
    case (.unsupported, _): true
    default: false
    }
  }
}

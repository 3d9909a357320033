/// Looks for faults in the conditions of items.
struct ConditionCheck {
  private let index: FormIndex
  /// The innermost repeating group that each item lies in; -1 for none.
  private var repeatingGroups: [Int] = []
  private let circular: Set<LinkID>

  init(_ questionnaire: Questionnaire) {
    index = questionnaire.index
    circular = index.isCircular ? index.circularItems : []
    repeatingGroups.reserveCapacity(index.items.count)
    for item in index.items.indices {
      let parent = index.parents[item]
      guard parent >= 0 else {
        repeatingGroups.append(-1)
        continue
      }
      let isRepeating = index.items[parent].type == .group && index.items[parent].repeats
      repeatingGroups.append(isRepeating ? parent : repeatingGroups[parent])
    }
  }

  /// The faults in the conditions of one item.
  func problems(of item: Item, _ json: JSONValue) -> [FormFault.Problem] {
    let written = json["enableWhen"]?.elements.count ?? 0
    guard written > 0 || json["extension"] != nil else { return [] }
    var problems = item.enableWhen.flatMap { self.problems(of: $0, on: item) }
    if written > item.enableWhen.count { problems.append(.unreadableCondition) }
    if written > 1 && item.enableBehavior == nil { problems.append(.missingEnableBehavior) }
    if written > 0, json.extensionValue(ExtensionURL.enableWhenExpression) != nil {
      problems.append(.conditionsBesideExpression)
    }
    if circular.contains(item.linkID) { problems.append(.circularConditions) }
    return problems
  }

  private func problems(of condition: EnableWhen, on item: Item) -> [FormFault.Problem] {
    let name = condition.question
    if condition.expected == .unsupported("") { return [.unreadableCondition] }
    guard let place = index.places[name] else { return [.unknownTarget(name)] }
    if index.holds(name, within: item.linkID) { return [.targetInside(name)] }
    let target = index.items[place]
    guard target.type.isQuestion else { return [.targetIsNoQuestion(name)] }
    return (isUnclear(place, seenFrom: item) ? [.targetInRepeatingGroup(name)] : [])
      + comparisonProblems(condition, target)
  }

  /// Whether the target lies in a repeating group that does not hold the item.
  private func isUnclear(_ target: Int, seenFrom item: Item) -> Bool {
    let group = repeatingGroups[target]
    guard group >= 0, let place = index.places[item.linkID] else { return false }
    return !(group <= place && place < index.ends[group])
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
    return (isDisputed ? [.disputedInequality(name)] : [])
      + (condition.expected.isPartOfDate ? [.partialDate(name)] : [])
  }
}

extension FormIndex {
  /// The items whose conditions lead back to themselves.
  ///
  /// Items that lead nowhere, or that nothing leads to, are taken out until none is left.
  fileprivate var circularItems: Set<LinkID> {
    let edges = items.indices.map { item in
      (targets[item] + [parents[item]]).filter { $0 >= 0 }
    }
    var back = [[Int]](repeating: [], count: items.count)
    for (item, needed) in edges.enumerated() {
      for other in needed { back[other].append(item) }
    }
    let kept = Self.core(edges, back).intersection(Self.core(back, edges))
    return Set(kept.filter { !items[$0].enableWhen.isEmpty }.map { items[$0].linkID })
  }

  /// What is left when items without a way on are taken out again and again.
  private static func core(_ edges: [[Int]], _ back: [[Int]]) -> Set<Int> {
    var counts = edges.map(\.count)
    var waiting = counts.indices.filter { counts[$0] == 0 }
    var kept = Set(counts.indices)
    while let item = waiting.popLast() {
      kept.remove(item)
      for other in back[item] {
        counts[other] -= 1
        if counts[other] == 0 { waiting.append(other) }
      }
    }
    return kept
  }
}

extension AnswerValue {
  /// Whether it is a date of which the day is not given.
  fileprivate var isPartOfDate: Bool {
    switch self {
    case .date(let date): date.day == nil
    case .dateTime(let moment): moment.date.day == nil
    default: false
    }
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

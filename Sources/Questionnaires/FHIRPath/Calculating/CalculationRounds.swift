/// Works out a form's expressions, again and again until nothing changes.
struct CalculationRounds {
  /// How often everything may be worked out before values count as going round in a circle.
  static let limit = 12

  private let calculation: Calculation
  private let now: DateTime?
  private let kept: Set<ItemPath>
  private(set) var disabled: Set<ItemPath> = []
  /// What changed since values were worked out.
  private var changedForValues = ChangedItems()
  /// The same while values are being worked out.
  private var pending = ChangedItems()
  /// What changed since conditions were worked out.
  private var changedForConditions = ChangedItems()
  /// The items whose expressions failed when they were worked out last.
  private var failed: Set<LinkID> = []
  private(set) var outcome: CalculationOutcome
  /// The places as they are; `nil` once an answer has changed.
  private var current: CalculationPlaces?

  init(
    _ calculation: Calculation, _ outcome: CalculationOutcome, now: DateTime?, kept: Set<ItemPath>
  ) {
    self.calculation = calculation
    self.outcome = outcome
    self.now = now
    self.kept = kept
  }

  /// Begins with what the answers led to before, so that only what may differ is worked out.
  mutating func take(up previous: CalculationOutcome) {
    outcome.conditions = previous.conditions
    outcome.values = previous.values
    let changed = ChangedItems(from: previous.response, to: outcome.response)
    changedForValues = changed
    changedForConditions = changed
    failed = Set(previous.faults.map(\.linkID))
    disabled = previous.disabled
  }

  mutating func run(
    isSettled: Bool, disabled find: (QuestionnaireResponse, [ItemPath: Bool]) -> Set<ItemPath>
  ) {
    disable(find(outcome.response, outcome.conditions))
    var changed: Set<ItemPath> = []
    for _ in 0..<(isSettled ? Self.limit : 1) {
      failed.formUnion(outcome.faults.map(\.linkID))
      outcome.faults = []
      changed = work(isSettled: isSettled)
      if changed.isEmpty { break }
      if changed.contains(where: decides) { disable(find(outcome.response, outcome.conditions)) }
    }
    if isSettled { clear(changed) }
    outcome.disabled = disabled
    forget()
    finish()
  }

  /// Whether a value or a condition that changed can change what is enabled.
  private func decides(_ path: ItemPath) -> Bool {
    guard outcome.conditions[path] == nil, let linkID = path.steps.last?.linkID else { return true }
    return calculation.questionnaire.index.decides(linkID)
  }

  /// Leaves out what was worked out for places that are no more.
  private mutating func forget() {
    let paths = Set(places().places.map(\.scope.path))
    outcome.values = outcome.values.filter {
      paths.contains($0.key) && !disabled.contains($0.key) && !kept.contains($0.key)
    }
    outcome.conditions = outcome.conditions.filter { paths.contains($0.key) }
  }

  private mutating func disable(_ paths: Set<ItemPath>) {
    guard paths != disabled else { return }
    let form = calculation.questionnaire.index
    for path in paths.symmetricDifference(disabled) {
      changedForValues.insert(path, withAllIn: form)
      changedForConditions.insert(path, withAllIn: form)
    }
    disabled = paths
    current = nil
  }

  /// Values that never come to rest are no values.
  private mutating func clear(_ changed: Set<ItemPath>) {
    for path in changed.sorted(by: { $0.description < $1.description }) {
      guard let linkID = path.steps.last?.linkID else { continue }
      let isCondition = outcome.conditions[path] != nil && outcome.values[path] == nil
      outcome.faults.append(
        CalculationFault(
          linkID: linkID, role: isCondition ? .enableWhenExpression : .calculatedExpression,
          problem: .circular))
      if !isCondition { put([], fits: true, at: path) }
    }
  }

  /// Works out everything once, by turns.
  ///
  /// - Returns: The places whose value or condition is another than before.
  private mutating func work(isSettled: Bool) -> Set<ItemPath> {
    var changed: Set<ItemPath> = []
    let given = places()
    pending = changedForValues
    changedForValues = .nothing
    let last = isSettled ? calculation.turns.values.max() ?? 0 : 0
    for turn in 0...last {
      var found: [(ItemPath, CalculatedAnswers)] = []
      for place in places().places {
        let turns = isSettled ? calculation.turns[place.item.linkID] ?? 0 : 0
        guard turns == turn else { continue }
        if let answers = value(at: place) { found.append((place.scope.path, answers)) }
      }
      for (path, answers) in found {
        if put(answers.values, fits: answers.fits, at: path) { changed.insert(path) }
      }
    }
    for place in (isSettled ? places() : given).places {
      guard let expression = place.expressions.enableWhen, needsCondition(place) else { continue }
      let holds = condition(expression, at: place)
      if outcome.conditions.updateValue(holds, forKey: place.scope.path) != holds {
        changed.insert(place.scope.path)
      }
    }
    changedForConditions = .nothing
    return changed
  }

  /// Whether a condition may be another than it was.
  private func needsCondition(_ place: CalculationPlaces.Place) -> Bool {
    let linkID = place.item.linkID
    return outcome.conditions[place.scope.path] == nil || failed.contains(linkID)
      || changedForConditions.concern(calculation.reads.conditions[linkID])
  }

  /// Whether a value may be another than it was.
  private func needsValue(_ place: CalculationPlaces.Place) -> Bool {
    let linkID = place.item.linkID
    return outcome.values[place.scope.path] == nil || failed.contains(linkID)
      || pending.concern(calculation.reads.values[linkID]?.union([linkID]))
  }

  private mutating func places() -> CalculationPlaces {
    if let current { return current }
    let response = outcome.response.without(disabled)
    let environment = FHIRPathEnvironment(
      resource: .response(response), form: calculation.form, now: now)
    let places = CalculationPlaces(calculation, response, environment)
    current = places
    return places
  }
}

extension CalculationRounds {
  private mutating func value(at place: CalculationPlaces.Place) -> CalculatedAnswers? {
    let path = place.scope.path
    guard let expression = place.expressions.calculated,
      !kept.contains(path), !disabled.contains(path), needsValue(place)
    else { return nil }
    let elements = evaluate(expression, at: place, for: .calculatedExpression) ?? []
    let answers = CalculatedAnswers(elements, for: place.item)
    if !answers.fits {
      outcome.faults.append(
        CalculationFault(
          linkID: place.item.linkID, role: .calculatedExpression, problem: .wrongType))
    }
    return answers
  }

  /// Keeps a value, and puts it into the response where the item can hold it.
  ///
  /// - Returns: Whether the response is another than before.
  @discardableResult
  private mutating func put(_ values: [AnswerValue], fits: Bool, at path: ItemPath) -> Bool {
    outcome.values[path] = values
    let answers = fits ? values : []
    guard outcome.response.values(at: path) != answers else { return false }
    outcome.response.setAnswers(answers, at: path)
    pending.insert(path)
    changedForValues.insert(path)
    changedForConditions.insert(path)
    current = nil
    return true
  }

  private mutating func condition(
    _ expression: FHIRPathExpression, at place: CalculationPlaces.Place
  ) -> Bool {
    guard let elements = evaluate(expression, at: place, for: .enableWhenExpression) else {
      return false
    }
    if elements.count == 1, case .boolean(let value) = elements[0] { return value }
    return !elements.isEmpty
  }

  private mutating func evaluate(
    _ expression: FHIRPathExpression, at place: CalculationPlaces.Place,
    for role: CalculationFault.Role
  ) -> [FHIRPathElement]? {
    do {
      return try place.scope.evaluate(expression)
    } catch {
      outcome.faults.append(
        CalculationFault(linkID: place.item.linkID, role: role, problem: .expression(error)))
      return nil
    }
  }
}

extension CalculationRounds {
  /// Works out limits and rules, once all values are there.
  private mutating func finish() {
    let rules = calculation.items.values.contains {
      !$0.rules.isEmpty || $0.minimum != nil || $0.maximum != nil
    }
    guard rules || !calculation.root.rules.isEmpty else { return }
    let places = self.places()
    if !outcome.response.items.isEmpty {
      check(calculation.root.rules, in: places.root, of: "")
    }
    for place in places.places where !disabled.contains(place.scope.path) {
      let path = place.scope.path
      if let expression = place.expressions.minimum {
        outcome.minimums[path] = limit(expression, at: place, for: .minValue)
      }
      if let expression = place.expressions.maximum {
        outcome.maximums[path] = limit(expression, at: place, for: .maxValue)
      }
      // A rule says nothing about what is not answered.
      guard let answered = place.answered, !answered.answers.isEmpty || !answered.items.isEmpty
      else { continue }
      check(place.expressions.rules, in: place.scope, of: place.item.linkID)
    }
  }

  private mutating func limit(
    _ expression: FHIRPathExpression, at place: CalculationPlaces.Place,
    for role: CalculationFault.Role
  ) -> AnswerValue? {
    guard let elements = evaluate(expression, at: place, for: role), !elements.isEmpty else {
      return nil
    }
    return CalculatedAnswers(elements, for: place.item).values.first
  }

  private mutating func check(
    _ rules: [ItemExpressions.Rule], in scope: CalculationScope, of linkID: LinkID
  ) {
    for rule in rules {
      do {
        let elements = try scope.evaluate(rule.expression)
        guard elements.count == 1, case .boolean(false) = elements[0] else { continue }
        outcome.violations.append(
          .init(path: scope.path, key: rule.key, severity: rule.severity, human: rule.human))
      } catch {
        outcome.faults.append(
          CalculationFault(
            linkID: linkID, role: .constraint(rule.key), problem: .expression(error)))
      }
    }
  }
}

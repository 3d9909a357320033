extension Questionnaire {
  /// Finds the rules that a response breaks.
  ///
  /// What is answered is always checked; that nothing is missing or disabled only where the
  /// response says it is completed or amended. A draft may be incomplete.
  ///
  /// - Parameters:
  ///   - response: The response to check.
  ///   - outcome: What the form works out from the response. Without it conditions, limits and
  ///     rules that are expressions are passed over.
  /// - Returns: The faults, in the order of the response; missing answers last. What is only worth
  ///   a warning is not among them.
  public func faults(
    in response: QuestionnaireResponse, outcome: CalculationOutcome? = nil
  ) -> [ResponseFault] {
    allFaults(in: response, outcome: outcome).filter { !$0.isWarning }
  }

  /// The faults with those that are only worth a warning.
  func allFaults(
    in response: QuestionnaireResponse, outcome: CalculationOutcome? = nil
  ) -> [ResponseFault] {
    var check = ResponseCheck(form: index, outcome: outcome)
    check.visit(response.items, below: -1, at: ItemPath())
    let tree = FormTree(
      self, response: outcome?.response ?? response, conditions: outcome?.conditions ?? [:])
    check.passOverDisabled(tree)
    if response.status == .completed || response.status == .amended { check.complete(tree) }
    check.addRules()
    return check.faults
  }
}

/// Goes over a response beside its form.
private struct ResponseCheck {
  let form: FormIndex
  let outcome: CalculationOutcome?
  var faults: [ResponseFault] = []
  /// The places that the response has, with their items.
  private var present: [(path: ItemPath, item: Int, isAnswered: Bool)] = []

  init(form: FormIndex, outcome: CalculationOutcome?) {
    self.form = form
    self.outcome = outcome
  }

  mutating func visit(
    _ answered: [QuestionnaireResponse.Item], below holder: Int, at path: ItemPath
  ) {
    guard !answered.isEmpty else { return }
    let places = Dictionary(
      form.children(of: holder).map { (form.items[$0].linkID, $0) },
      uniquingKeysWith: { first, _ in first })
    var seen: [LinkID: Int] = [:]
    var last = -1
    for found in answered {
      let index = seen[found.linkID, default: 0]
      seen[found.linkID] = index + 1
      let place = path.appending(found.linkID, index)
      guard let item = places[found.linkID] else {
        // Texts that explain a question are no items of their own here.
        if !form.explanations.contains(found.linkID) { add(.unknownItem, at: place) }
        continue
      }
      let isRepetition = form.items[item].type == .group && form.items[item].repeats
      if index > 0 && !isRepetition { add(.repeatedItem, at: place) }
      if item < last { add(.outOfOrder, at: place) }
      last = max(last, item)
      present.append((place, item, !found.answers.isEmpty))
      visit(found, item, at: place)
    }
  }

  private mutating func visit(_ found: QuestionnaireResponse.Item, _ item: Int, at path: ItemPath) {
    let type = form.items[item].type
    let isMisplaced = type.isQuestion ? !found.items.isEmpty : !found.answers.isEmpty
    if isMisplaced { add(.misplacedContent, at: path) }
    if type == .group { visit(found.items, below: item, at: path) }
    if type == .display, !found.items.isEmpty { add(.misplacedContent, at: path) }
    guard type.isQuestion, !found.answers.isEmpty else { return }
    check(found, form.items[item], at: path)
    var place = path
    for (index, answer) in found.answers.enumerated() {
      place.steps[place.steps.count - 1].index = index
      visit(answer.items, below: item, at: place)
    }
  }

  private mutating func check(
    _ found: QuestionnaireResponse.Item, _ item: Item, at path: ItemPath
  ) {
    var item = item
    if let minimum = outcome?.minimums[path] { item.limits.minimum = minimum }
    if let maximum = outcome?.maximums[path] { item.limits.maximum = maximum }
    do {
      try item.check(found.answers.map(\.value))
    } catch {
      add(.answer(error), at: path)
    }
    for answer in found.answers {
      if let problem = ContentRule(item).problem(of: answer) { add(problem, at: path) }
    }
  }

  private mutating func add(_ problem: ResponseFault.Problem, at path: ItemPath) {
    faults.append(ResponseFault(path: path, problem: problem))
  }

  /// Takes out what is of no account because its item does not apply.
  mutating func passOverDisabled(_ tree: FormTree) {
    let disabled = tree.disabledPaths
    guard !disabled.isEmpty, !faults.isEmpty else { return }
    faults.removeAll { !$0.isStructural && disabled.contains($0.path) }
  }

  /// Checks what has to be true of a completed response.
  mutating func complete(_ tree: FormTree) {
    completePresent(tree.disabledPaths)
    for (index, node) in tree.nodes.enumerated() where node.isReachable && node.isEnabled {
      let item = tree.form.items[node.item]
      guard item.type != .display else { continue }
      let isFirst = node.path.steps.last?.index == 0
      let count = item.type == .group ? node.repetitions : node.answers.count
      if item.isRequired && tree.answeredCount(within: index) == 0 {
        add(.missing, at: node.path)
      } else if item.isRequired, item.repeats, isFirst, let minimum = item.limits.minOccurs,
        count < minimum
      {
        add(.tooFew(minimum: minimum), at: node.path)
      }
      if item.type == .group, item.repeats, isFirst, let maximum = item.limits.maxOccurs,
        count > maximum
      {
        add(.tooManyRepetitions(maximum: maximum), at: node.path)
      }
    }
  }

  private mutating func completePresent(_ disabled: Set<ItemPath>) {
    var outermost: ItemPath?
    for (path, item, isAnswered) in present {
      if let outermost, outermost.holds(path) { continue }
      let type = form.items[item].type
      if disabled.contains(path) {
        if type != .display { add(.disabled, at: path) }
        outermost = path
      } else if type.isQuestion, !isAnswered {
        add(.unanswered, at: path)
      }
    }
  }

  /// Adds the rules of the form's own that do not hold.
  mutating func addRules() {
    for rule in outcome?.violations ?? [] {
      add(
        .rule(key: rule.key, isWarning: rule.severity == .warning, human: rule.human),
        at: rule.path)
    }
  }
}

extension Item {
  /// Checks answers that came from elsewhere, also of types that a console cannot ask for.
  fileprivate func check(_ values: [AnswerValue]) throws(AnswerProblem) {
    if case .unsupported(let code) = type {
      let expected = code.prefix(1).uppercased() + code.dropFirst()
      let canBeKept = ["Attachment", "Reference"].contains(expected)
      guard canBeKept, values.allSatisfy({ $0 == .unsupported(expected) }) else {
        throw .wrongType
      }
      guard values.count < 2 || repeats else { throw .onlyOne }
      return
    }
    if options.isEmpty, type == .choice || type == .openChoice {
      try checkRemoteChoice(values)
    } else if let question = Question(self) {
      if type == .decimal, options.isEmpty,
        values.contains(where: { if case .integer = $0 { true } else { false } })
      {
        throw .wrongType
      }
      try question.check(values)
    }
  }

  /// Checks answers to a choice whose options are not in the form: only their type can be told.
  private func checkRemoteChoice(_ values: [AnswerValue]) throws(AnswerProblem) {
    for value in values {
      switch value {
      case .coding: continue
      case .string where type == .openChoice || valueSet == nil: continue
      default: throw .wrongType
      }
    }
    guard values.count < 2 || repeats else { throw .onlyOne }
  }
}

/// Everything a form works out by expressions: read once, worked out after each answer.
///
/// Expressions see the answers without those of disabled items. Values depend on conditions and
/// conditions on values, so both are worked out again until nothing changes.
public struct Calculation: Sendable {
  /// The form.
  public let questionnaire: Questionnaire

  /// The expressions that cannot be read, or name a variable that is nowhere.
  public let faults: [CalculationFault]

  /// The expressions of the form itself.
  let root: ItemExpressions
  /// The expressions of those items that have any.
  let items: [LinkID: ItemExpressions]
  /// Whether an item, or one that it holds, has expressions, by its place in the form's index.
  let isWorkedOut: [Bool]
  /// In which turn a calculated item is worked out: after those it names.
  let turns: [LinkID: Int]
  let form: FHIRPathForm
  /// The items that expressions look at.
  let reads: CalculationReads

  /// Reads the expressions of a form.
  ///
  /// - Parameter questionnaire: The form.
  public init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    root = ItemExpressions(questionnaire.json, linkID: "")
    var items: [LinkID: ItemExpressions] = [:]
    Self.read(questionnaire.json["item"]?.elements ?? [], into: &items)
    self.items = items
    let index = questionnaire.index
    var isWorkedOut = index.items.map { items[$0.linkID] != nil }
    for item in index.items.indices.reversed() where isWorkedOut[item] && index.parents[item] >= 0 {
      isWorkedOut[index.parents[item]] = true
    }
    self.isWorkedOut = isWorkedOut
    let all = [root] + items.values
    form = FHIRPathForm(
      questionnaire,
      listsItems: all.contains { $0.all.contains { $0.expression.text.contains("%qitem") } })
    reads = CalculationReads(questionnaire, root: root, items: items)
    turns = CalculationOrder(questionnaire, root: root, items: items).turns
    faults = CalculationCheck(questionnaire, root: root, items: items).faults
  }

  /// Whether the form has no expression that is worked out while it is filled in.
  public var isEmpty: Bool {
    let all = items.isEmpty ? [root] : [root] + items.values
    return all.allSatisfy { expressions in
      expressions.rules.isEmpty
        && [
          expressions.calculated, expressions.enableWhen, expressions.minimum, expressions.maximum,
        ].allSatisfy { $0 == nil }
    }
  }

  private static func read(_ elements: [JSONValue], into items: inout [LinkID: ItemExpressions]) {
    for element in elements {
      let linkID = LinkID(element["linkId"]?.string ?? "")
      if element["extension"] != nil {
        let expressions = ItemExpressions(element, linkID: linkID)
        if !expressions.isEmpty { items[linkID] = expressions }
      }
      read(element["item"]?.elements ?? [], into: &items)
    }
  }
}

extension Calculation: Equatable {
  /// Compares the forms; everything else follows from them.
  public static func == (left: Calculation, right: Calculation) -> Bool {
    left.questionnaire == right.questionnaire
  }
}

extension Calculation {
  /// Works out what the answers lead to.
  ///
  /// - Parameters:
  ///   - response: The answers.
  ///   - now: The moment that `now()` and `today()` give; without one they cannot be worked out.
  ///   - kept: Calculated items whose answers the person changed, and which stay so.
  ///   - previous: What the answers before the last change led to; it saves work where most of it
  ///     is still so.
  ///   - isSettled: Whether values are worked out again until nothing changes. Without it, every
  ///     expression sees the answers as they are given, and no value worked out with them.
  ///   - disabled: Finds the places of the disabled items for answers and the results of
  ///     `enableWhenExpression`; it is asked again until nothing changes.
  /// - Returns: The values, conditions and broken rules.
  public func outcome(
    of response: QuestionnaireResponse, now: DateTime? = nil, keeping kept: Set<ItemPath> = [],
    after previous: CalculationOutcome? = nil, isSettled: Bool = true,
    disabled: (QuestionnaireResponse, [ItemPath: Bool]) -> Set<ItemPath> = { _, _ in [] }
  ) -> CalculationOutcome {
    var rounds = CalculationRounds(
      self, CalculationOutcome(response: response), now: now, kept: kept)
    if let previous { rounds.take(up: previous) }
    rounds.run(isSettled: isSettled, disabled: disabled)
    return rounds.outcome
  }

  /// Works out the first values of items that have none.
  ///
  /// - Parameters:
  ///   - response: The answers.
  ///   - now: The moment that `now()` and `today()` give.
  /// - Returns: The values, by the place of their item.
  public func initialValues(
    for response: QuestionnaireResponse, now: DateTime? = nil
  ) -> [ItemPath: [AnswerValue]] {
    guard items.values.contains(where: { $0.initial != nil }) else { return [:] }
    let environment = FHIRPathEnvironment(resource: .response(response), form: form, now: now)
    var values: [ItemPath: [AnswerValue]] = [:]
    for place in CalculationPlaces(self, response, environment).places {
      guard let expression = place.expressions.initial, place.answered?.answers.isEmpty ?? true
      else { continue }
      // An item whose first value cannot be worked out simply begins without one.
      guard let elements = try? place.scope.evaluate(expression), !elements.isEmpty else {
        continue
      }
      let found = CalculatedAnswers(elements, for: place.item)
      if found.fits { values[place.scope.path] = found.values }
    }
    return values
  }
}

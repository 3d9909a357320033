extension FormFiller {
  /// Works everything out anew, and tells what is different.
  mutating func update() {
    let before = walk
    let values = outcome?.values ?? [:]
    refresh()
    lastChange = FormChange(
      from: before, to: walk, values: values, outcome?.values ?? [:],
      isRevision: progress.detour != nil)
  }

  /// Works out values, conditions and the way.
  mutating func refresh() {
    var conditions: [ItemPath: Bool] = [:]
    if !calculation.isEmpty {
      let form = questionnaire
      let result = calculation.outcome(
        of: progress.draft, now: options.now, keeping: changedByHand, after: outcome
      ) { FormTree(form, response: $0, conditions: $1).disabledPaths }
      progress.draft = result.response
      conditions = result.conditions
      outcome = result
    }
    let tree = FormTree(questionnaire, response: progress.draft, conditions: conditions)
    walk = FormWalk(tree, scope: scope, namesFirst: options.namesFirst)
  }

  /// The calculated items that the person answered; those stay as they are.
  private var changedByHand: Set<ItemPath> {
    let form = questionnaire.index
    return Set(
      walk.stops.lazy.filter { stop in
        stop.kind == .question && form.items[walk.tree.nodes[stop.node].item].isCalculated
          && progress.passed[stop.mark] == .done
      }.map(\.mark.path))
  }

  /// Gives unanswered questions the answers they begin with.
  ///
  /// - Parameter place: Where to look for them.
  mutating func setInitialAnswers(within place: ItemPath) {
    let tree = FormTree(questionnaire, response: progress.draft)
    let worked =
      calculation.isEmpty
      ? [:]
      : calculation.initialValues(
        for: progress.draft, now: options.now)
    for node in tree.nodes where node.answers.isEmpty && node.isReachable {
      guard scope?[node.item] ?? true, place.holds(node.path) else { continue }
      let initial = tree.form.items[node.item].initialAnswers
      let values = initial.isEmpty ? worked[node.path] ?? [] : initial
      if !values.isEmpty { progress.draft.setAnswers(values, at: node.path) }
    }
  }
}

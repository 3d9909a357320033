/// Looks for faults in the expressions of a form without working them out.
struct CalculationCheck {
  private(set) var faults: [CalculationFault] = []

  init(_ questionnaire: Questionnaire, root: ItemExpressions, items: [LinkID: ItemExpressions]) {
    let outer =
      FHIRPathEnvironment.standardNames + ["qitem", "Questionnaire", "QuestionnaireResponse"]
    let known = Set(outer + root.variables.map(\.name))
    check(root, known)
    guard !items.isEmpty else { return }
    let index = questionnaire.index
    var inherited: [Set<String>] = []
    for (place, item) in index.items.enumerated() {
      var names = index.parents[place] < 0 ? known : inherited[index.parents[place]]
      if let expressions = items[item.linkID] {
        names.formUnion(expressions.variables.map(\.name))
        check(expressions, names)
      }
      inherited.append(names)
    }
  }

  private mutating func check(_ expressions: ItemExpressions, _ known: Set<String>) {
    faults += expressions.faults
    for (role, expression) in expressions.all {
      for variable in expression.variables where !Self.isKnown(variable.name, known) {
        let error = FHIRPathError(
          problem: .unknownVariable(
            variable.name, nearest: NearWord.of(variable.name, among: known.sorted())),
          column: variable.column)
        faults.append(
          CalculationFault(linkID: expressions.linkID, role: role, problem: .expression(error)))
      }
    }
  }

  private static func isKnown(_ name: String, _ known: Set<String>) -> Bool {
    known.contains(name) || name.hasPrefix("vs-") || name.hasPrefix("ext-")
  }
}

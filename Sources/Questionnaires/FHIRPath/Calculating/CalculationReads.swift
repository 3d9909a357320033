/// The items that the expressions of a form look at, where that can be told from their text.
///
/// It spares a long form most of the work after an answer: an expression that looks only at other
/// items has the value it had.
struct CalculationReads: Sendable {
  /// The items that the value of an item depends on; nothing where it may depend on others.
  private(set) var values: [LinkID: Set<LinkID>] = [:]
  /// The items that the condition of an item depends on; nothing where it may depend on others.
  private(set) var conditions: [LinkID: Set<LinkID>] = [:]
  private let index: FormIndex
  private let root: ItemExpressions
  private let items: [LinkID: ItemExpressions]

  init(_ questionnaire: Questionnaire, root: ItemExpressions, items: [LinkID: ItemExpressions]) {
    index = questionnaire.index
    self.root = root
    self.items = items
    for (linkID, expressions) in items {
      guard let place = index.places[linkID] else { continue }
      if let expression = expressions.calculated {
        values[linkID] = reads(of: expression, at: place, depth: 0)
      }
      if let expression = expressions.enableWhen {
        conditions[linkID] = reads(of: expression, at: place, depth: 0)
      }
    }
  }

  private func reads(of expression: FHIRPathExpression, at place: Int, depth: Int) -> Set<LinkID>? {
    var reads = FHIRPathTerm.Reads()
    guard depth < 10, expression.term.note(in: &reads) else { return nil }
    var found = reads.items
    for name in reads.variables {
      guard let inner = self.reads(ofVariable: name, from: place, depth: depth) else { return nil }
      found.formUnion(inner)
    }
    return found
  }

  private func reads(ofVariable name: String, from place: Int, depth: Int) -> Set<LinkID>? {
    var place = place
    while true {
      let expressions = place < 0 ? root : items[index.items[place].linkID]
      if let variable = expressions?.variables.last(where: { $0.name == name }) {
        guard let expression = variable.expression else { return [] }
        return reads(of: expression, at: place, depth: depth + 1)
      }
      guard place >= 0 else { return nil }
      place = index.parents[place]
    }
  }
}

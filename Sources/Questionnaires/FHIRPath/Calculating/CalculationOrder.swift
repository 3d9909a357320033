/// In which turn calculated items are worked out, so that most forms are done in one round.
///
/// An item that names another one between quotes, itself or by a variable, comes after it. The
/// order only saves time: what it gets wrong, the next round sets right.
struct CalculationOrder {
  private(set) var turns: [LinkID: Int] = [:]
  private var needed: [LinkID: Set<LinkID>] = [:]

  init(_ questionnaire: Questionnaire, root: ItemExpressions, items: [LinkID: ItemExpressions]) {
    let calculated = Set(items.filter { $0.value.calculated != nil }.keys)
    guard calculated.count > 1 else { return }
    let index = questionnaire.index
    for linkID in calculated {
      var names: Set<String> = []
      var texts = items[linkID]?.calculated.map { [$0.text] } ?? []
      var place = index.places[linkID] ?? -1
      while place >= 0 {
        texts +=
          items[index.items[place].linkID]?.variables.compactMap { $0.expression?.text } ?? []
        place = index.parents[place]
      }
      texts += Self.used(root.variables, by: texts)
      for text in texts { names.formUnion(Self.quoted(text)) }
      needed[linkID] = calculated.filter { names.contains($0.rawValue) && $0 != linkID }
    }
    for linkID in calculated { _ = turn(of: linkID, within: []) }
  }

  /// The turn of an item; a circle is cut where it closes.
  private mutating func turn(of linkID: LinkID, within open: Set<LinkID>) -> Int {
    if let known = turns[linkID] { return known }
    guard !open.contains(linkID), open.count < 200 else { return 0 }
    var turn = 0
    for other in needed[linkID] ?? [] {
      turn = max(turn, self.turn(of: other, within: open.union([linkID])) + 1)
    }
    turns[linkID] = turn
    return turn
  }

  /// The variables of the form that some expressions use, and those that these use.
  private static func used(
    _ variables: [(name: String, expression: FHIRPathExpression?)], by texts: [String]
  ) -> [String] {
    var found: [String] = []
    var texts = texts
    for variable in variables.reversed() {
      guard let text = variable.expression?.text,
        texts.contains(where: { $0.firstRange(of: "%" + variable.name) != nil })
      else { continue }
      found.append(text)
      texts.append(text)
    }
    return found
  }

  private static func quoted(_ text: String) -> [String] {
    text.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

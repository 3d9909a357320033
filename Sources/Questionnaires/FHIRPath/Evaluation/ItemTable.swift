/// The items of a response by link id, from the outside in.
///
/// Most expressions of long forms look for an item by its link id among all items. The table is what
/// makes that quick.
struct ItemTable {
  /// The items; `nil` where equal ones would have to count once, as `repeat` has it.
  private(set) var items: [LinkID: [QuestionnaireResponse.Item]]? = [:]
  private let isWithinAnswers: Bool

  /// Lists the items of a response.
  ///
  /// - Parameters:
  ///   - response: The response.
  ///   - isWithinAnswers: Whether the items below answers are listed too, and equal items each.
  init(_ response: QuestionnaireResponse, isWithinAnswers: Bool) {
    self.isWithinAnswers = isWithinAnswers
    var level = [response.items]
    while !level.isEmpty, items != nil {
      var next: [[QuestionnaireResponse.Item]] = []
      for item in level.joined() { add(item, to: &next) }
      level = next
    }
  }

  private mutating func add(
    _ item: QuestionnaireResponse.Item, to next: inout [[QuestionnaireResponse.Item]]
  ) {
    if let others = items?.updateValue([item], forKey: item.linkID) {
      if !isWithinAnswers, others.contains(item) {
        items = nil
        return
      }
      items?[item.linkID] = others + [item]
    }
    if !item.items.isEmpty { next.append(item.items) }
    guard isWithinAnswers else { return }
    for answer in item.answers where !answer.items.isEmpty { next.append(answer.items) }
  }
}

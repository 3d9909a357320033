extension QuestionnaireResponse {
  /// Replaces the answers to the question at a place, making the groups around it where needed.
  ///
  /// Answers below an answer that stays the same stay with it.
  ///
  /// - Parameters:
  ///   - values: The answers; none leaves the question unanswered.
  ///   - path: The place of the question.
  mutating func setAnswers(_ values: [AnswerValue], at path: ItemPath) {
    Self.edit(&items, at: path.steps[...]) { item in
      let before = item.answers
      item.answers = values.map { value in before.first { $0.value == value } ?? Answer(value) }
    }
  }

  /// Makes sure that a repetition of a group is there.
  ///
  /// - Parameter path: The place of the group.
  mutating func addGroup(at path: ItemPath) {
    Self.edit(&items, at: path.steps[...]) { _ in }
  }

  /// Changes the item at a place; a place below an answer that is not there is passed over.
  private static func edit(
    _ items: inout [Item], at steps: ArraySlice<ItemPath.Step>, change: (inout Item) -> Void
  ) {
    guard let step = steps.first else { return }
    let rest = steps.dropFirst()
    let places = items.indices.filter { items[$0].linkID == step.linkID }
    // A question is one item with several answers, a group several items: a question's index
    // therefore matters only for what lies below it.
    if let place = places.first, !rest.isEmpty, !items[place].answers.isEmpty {
      guard items[place].answers.indices.contains(step.index) else { return }
      edit(&items[place].answers[step.index].items, at: rest, change: change)
      return
    }
    for _ in places.count..<max(places.count, step.index + 1) {
      items.append(Item(linkID: step.linkID))
    }
    let place = items.indices.filter { items[$0].linkID == step.linkID }[step.index]
    if rest.isEmpty {
      change(&items[place])
    } else {
      edit(&items[place].items, at: rest, change: change)
    }
  }
}

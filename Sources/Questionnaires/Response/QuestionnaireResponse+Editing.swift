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

  /// Takes a repetition of a group away; those behind it move up.
  ///
  /// - Parameter path: The place of the repetition.
  mutating func removeGroup(at path: ItemPath) {
    Self.editHolder(of: path, in: &items) { items, places, index in
      if places.indices.contains(index) { items.remove(at: places[index]) }
    }
  }

  /// Puts a repetition of a group at another place among its like.
  ///
  /// - Parameters:
  ///   - path: The place of the repetition.
  ///   - target: Its new index.
  mutating func moveGroup(at path: ItemPath, to target: Int) {
    Self.editHolder(of: path, in: &items) { items, places, index in
      guard places.indices.contains(index), places.indices.contains(target) else { return }
      var group = places.map { items[$0] }
      group.insert(group.remove(at: index), at: target)
      for (place, item) in zip(places, group) { items[place] = item }
    }
  }

  /// Changes the list that holds the item at a place; gives the places of its repetitions too.
  private static func editHolder(
    of path: ItemPath, in items: inout [Item], change: (inout [Item], [Int], Int) -> Void
  ) {
    guard path.steps.count > 1 else { return edit(list: &items, path, change) }
    edit(&items, at: path.steps.dropLast()[...]) { item in
      let index = path.steps[path.steps.count - 2].index
      if item.answers.isEmpty {
        edit(list: &item.items, path, change)
      } else if item.answers.indices.contains(index) {
        edit(list: &item.answers[index].items, path, change)
      }
    }
  }

  private static func edit(
    list: inout [Item], _ path: ItemPath, _ change: (inout [Item], [Int], Int) -> Void
  ) {
    guard let last = path.steps.last else { return }
    change(&list, list.indices.filter { list[$0].linkID == last.linkID }, last.index)
  }

  /// Changes the item at a place; a place below an answer that is not there is passed over.
  private static func edit(
    _ items: inout [Item], at steps: ArraySlice<ItemPath.Step>, change: (inout Item) -> Void
  ) {
    guard let step = steps.first else { return }
    let rest = steps.dropFirst()
    var places = items.indices.filter { items[$0].linkID == step.linkID }
    // A question is one item with several answers, a group several items: a question's index
    // therefore matters only for what lies below it.
    if let place = places.first, !items[place].answers.isEmpty {
      guard !rest.isEmpty else { return change(&items[place]) }
      guard items[place].answers.indices.contains(step.index) else { return }
      edit(&items[place].answers[step.index].items, at: rest, change: change)
      return
    }
    while places.count <= step.index {
      places.append(items.count)
      items.append(Item(linkID: step.linkID))
    }
    let place = places[step.index]
    if rest.isEmpty {
      change(&items[place])
    } else {
      edit(&items[place].items, at: rest, change: change)
    }
  }
}

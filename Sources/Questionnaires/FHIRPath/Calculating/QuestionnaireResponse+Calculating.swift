extension QuestionnaireResponse {
  /// The answers at one place; none where there are none.
  func values(at path: ItemPath) -> [AnswerValue] {
    var items = items
    for (level, step) in path.steps.enumerated() {
      let found = items.filter { $0.linkID == step.linkID }
      if level == path.steps.count - 1 {
        return found.first?.answers.map(\.value) ?? []
      }
      if let answered = found.first, !answered.answers.isEmpty {
        guard answered.answers.indices.contains(step.index) else { return [] }
        items = answered.answers[step.index].items
      } else {
        guard found.indices.contains(step.index) else { return [] }
        items = found[step.index].items
      }
    }
    return []
  }

  /// The response without the items at some places and all they hold.
  func without(_ paths: Set<ItemPath>) -> QuestionnaireResponse {
    guard !paths.isEmpty else { return self }
    let names = Set(paths.compactMap { $0.steps.last?.linkID })
    var copy = self
    copy.items = Self.leave(items, paths, names, below: ItemPath())
    return copy
  }

  private static func leave(
    _ items: [Item], _ paths: Set<ItemPath>, _ names: Set<LinkID>, below path: ItemPath
  ) -> [Item] {
    var counts: [LinkID: Int] = [:]
    return items.compactMap { item in
      let index = counts[item.linkID, default: 0]
      counts[item.linkID] = index + 1
      let place = path.appending(item.linkID, index)
      if names.contains(item.linkID), paths.contains(place) { return nil }
      var copy = item
      if !item.items.isEmpty { copy.items = leave(item.items, paths, names, below: place) }
      for answer in item.answers.indices where !item.answers[answer].items.isEmpty {
        copy.answers[answer].items = leave(
          item.answers[answer].items, paths, names, below: path.appending(item.linkID, answer))
      }
      return copy
    }
  }
}

extension FormFiller {
  /// The repetitions of a group that are there.
  ///
  /// - Parameter group: The place of the group; the index of its last level does not matter.
  /// - Returns: The repetitions in order; none where the form has no such group.
  public func repetitions(of group: ItemPath) -> [Repetition] {
    guard let node = walk.tree.node(at: group.repetition(0)) else { return [] }
    return walk.tree.repetitions(of: node).map(walk.tree.repetition)
  }

  /// A repeating group as a table.
  ///
  /// - Parameter group: The place of the group; the index of its last level does not matter.
  /// - Returns: The table; `nil` unless the form wants the group to be one.
  public func table(of group: ItemPath) -> FormTable? {
    walk.tree.node(at: group.repetition(0)).flatMap(walk.tree.table)
  }

  mutating func addRepetition(to group: ItemPath) throws(AnswerProblem) {
    let node = try repeating(group)
    let all = walk.tree.repetitions(of: node)
    // There is never a second empty repetition: it would only be in the way.
    if let empty = all.first(where: { walk.tree.answeredCount(within: $0) == 0 }) {
      return try jump(to: walk.tree.nodes[empty].path)
    }
    let path = group.repetition(all.count)
    if let limit = walk.tree.item(of: node).limits.maxOccurs, all.count >= limit {
      throw .tooMany(limit: limit)
    }
    remember()
    leave()
    progress.draft.addGroup(at: path)
    setInitialAnswers(within: path)
    update()
    lastChange.nowApply = []
    progress.detour?.scope = path
    progress.detour?.isNew = true
    if let first = walk.stops.first(where: { path.holds($0.mark.path) && !$0.mark.isAnother }) {
      goTo(first.mark)
    } else {
      advance()
    }
  }

  mutating func removeRepetition(at path: ItemPath) throws(AnswerProblem) {
    let node = try repeating(path)
    let count = walk.tree.repetitions(of: node).count
    let index = path.steps.last?.index ?? 0
    guard index < count else { throw .noSuchPlace }
    remember()
    let wasHere = progress.current.map { path.holds($0.path) && !$0.isAnother } ?? false
    progress.draft.removeGroup(at: path)
    progress.reindex(path, count: count) { $0 == index ? nil : $0 > index ? $0 - 1 : $0 }
    settle(afterLosing: path, wasHere: wasHere)
  }

  mutating func moveRepetition(at path: ItemPath, to target: Int) throws(AnswerProblem) {
    let node = try repeating(path)
    let count = walk.tree.repetitions(of: node).count
    let index = path.steps.last?.index ?? 0
    guard index < count, (0..<count).contains(target) else { throw .noSuchPlace }
    remember()
    progress.draft.moveGroup(at: path, to: target)
    var order = Array(0..<count)
    order.insert(order.remove(at: index), at: target)
    progress.reindex(path, count: count) { old in order.firstIndex(of: old) }
    settle(afterLosing: path, wasHere: false)
  }

  /// Finds a place to be at once repetitions have changed.
  private mutating func settle(afterLosing path: ItemPath, wasHere: Bool) {
    update()
    lastChange = FormChange()
    if let current = progress.current, walk.index(of: current) != nil {
      return showStep()
    }
    let isAtEnd = progress.current == nil && !wasHere
    if let back = progress.detour?.back, walk.index(of: back) != nil {
      progress.detour = nil
      return goTo(back)
    }
    progress.detour = nil
    guard !isAtEnd else { return advance() }
    let here = walk.stops.firstIndex { $0.mark.path.isLike(path) || path.holds($0.mark.path) }
    advance(from: here ?? 0)
  }

  /// The node of a repeating group that applies and may be changed.
  private func repeating(_ group: ItemPath) throws(AnswerProblem) -> Int {
    guard let node = walk.tree.node(at: group.repetition(0)), walk.isShown(node),
      walk.tree.item(of: node).type == .group, walk.tree.item(of: node).repeats,
      !walk.tree.form.isLocked[walk.tree.nodes[node].item],
      scope?[walk.tree.nodes[node].item] ?? true
    else { throw .noSuchPlace }
    return node
  }
}

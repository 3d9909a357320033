extension FormTree {
  /// How often conditions in a circle are looked at before they count as they stand.
  private static let circleLimit = 8

  /// Works out what is enabled.
  ///
  /// A disabled item counts as unanswered, so one item can disable another far away. The form's
  /// index has the order in which each item is looked at once. Where conditions lead in a circle,
  /// there is no such order: they are looked at again until nothing changes, a few times, and after
  /// that items are only disabled, so that it comes to an end.
  mutating func settle() {
    var round = 0
    repeat {
      round += 1
      if !settleOnce(onlyDisabling: round > Self.circleLimit) { return }
    } while form.isCircular
  }

  /// Looks at each item once.
  ///
  /// - Returns: Whether anything changed.
  private mutating func settleOnce(onlyDisabling: Bool) -> Bool {
    var isChanged = false
    for item in form.order {
      for index in places[item] where nodes[index].isEnabled || !onlyDisabling {
        let isEnabled = isEnabled(index)
        guard nodes[index].isEnabled != isEnabled else { continue }
        setEnabled(isEnabled, index)
        isChanged = true
      }
    }
    return isChanged
  }

  private func isEnabled(_ index: Int) -> Bool {
    let (item, parent) = (nodes[index].item, nodes[index].parent)
    if parent >= 0, !nodes[parent].isEnabled { return false }
    if !conditions.isEmpty, let result = conditions[nodes[index].path] { return result }
    guard !form.targets[item].isEmpty else { return true }
    let targets = form.targets[item]
    let isAny = form.items[item].enableBehavior == .any
    for (place, condition) in form.items[item].enableWhen.enumerated() {
      let holds = condition.holds(for: answers(to: targets[place], seenFrom: index))
      if holds == isAny { return isAny }
    }
    return !isAny
  }

  /// The answers of the nearest enabled item of a name: in the closest group first, and there
  /// among the items around, before and after, in this order.
  private func answers(to target: Int, seenFrom index: Int) -> [AnswerValue] {
    guard target >= 0, let nearest = nearest(target, seenFrom: index), nodes[nearest].isEnabled
    else { return [] }
    return nodes[nearest].answers
  }

  private func nearest(_ target: Int, seenFrom index: Int) -> Int? {
    let candidates = places[target]
    guard candidates.count > 1 else { return candidates.first }
    let shared = form.common(nodes[index].item, target)
    var around = index
    while around >= 0, nodes[around].item != shared { around = nodes[around].parent }
    guard around >= 0 else { return candidates.last { $0 < index } ?? candidates.first }
    if shared == target { return around }
    let end = nodes[around].end
    let inside = candidates[
      firstPlace(from: around, in: candidates)..<firstPlace(from: end, in: candidates)]
    guard inside.count > 1 else { return inside.first }
    let path = nodes[index].path
    let closest = inside.map { nodes[$0].path.sharedLevels(with: path) }.max()
    let near = inside.filter { nodes[$0].path.sharedLevels(with: path) == closest }
    return near.last { $0 < index } ?? near.first
  }

  /// The first place in a sorted list that is not smaller than a number.
  func firstPlace(from number: Int, in list: [Int]) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

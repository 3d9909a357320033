/// All items of a form in one list, with what follows from the form alone.
///
/// Items are named by their place in the list, so that nothing has to be looked for while a form
/// is filled in.
struct FormIndex: Sendable {
  /// The items in the order of the form; each stands before those it holds.
  private(set) var items: [Item] = []
  /// The item that holds each item; -1 at the top.
  private(set) var parents: [Int] = []
  /// The place behind the last item that each item holds.
  private(set) var ends: [Int] = []
  /// The first item of each name.
  private(set) var places: [LinkID: Int] = [:]
  /// Whether an item, or one that holds it, is never shown.
  private(set) var isHidden: [Bool] = []
  /// Whether the person cannot change an item: it or a group around it is read-only.
  private(set) var isLocked: [Bool] = []
  /// Whether all that an item holds is locked: groups pass read-only on, questions do not.
  private var locksInside: [Bool] = []
  /// The strictest retention of an item and those that hold it.
  private(set) var retentions: [Retention] = []
  /// The items that the conditions of each item look at; -1 for names that the form does not have.
  private(set) var targets: [[Int]] = []
  /// All items, each after those that decide whether it is enabled.
  private(set) var order: [Int] = []
  /// Whether conditions lead in a circle, so that no order puts every item behind its targets.
  private(set) var isCircular = false
  /// The names of the texts that only explain an item.
  private(set) var explanations: Set<LinkID> = []
  /// Whether any item has a condition.
  private(set) var hasConditions = false
  /// The names that conditions look at.
  private var conditionTargets: Set<LinkID> = []

  init(_ items: [Item]) {
    for item in items { add(item, parent: -1) }
    targets = self.items.map { item in item.enableWhen.map { places[$0.question] ?? -1 } }
    hasConditions = targets.contains { !$0.isEmpty }
    conditionTargets = Set(self.items.lazy.flatMap { $0.enableWhen.map(\.question) })
    if hasConditions { arrange() } else { order = Array(self.items.indices) }
  }

  /// The items that an item holds, without those further in; at the top for -1.
  func children(of item: Int) -> [Int] {
    var found: [Int] = []
    var next = item + 1
    let end = item < 0 ? items.count : ends[item]
    while next < end {
      found.append(next)
      next = ends[next]
    }
    return found
  }

  /// Whether an answer to an item can change what is enabled: a condition looks at it, or it holds
  /// items of its own.
  func decides(_ linkID: LinkID) -> Bool {
    guard let place = places[linkID] else { return true }
    return ends[place] > place + 1 || conditionTargets.contains(linkID)
  }

  /// The innermost item that holds both, or is one of them and holds the other; -1 for none.
  func common(_ first: Int, _ second: Int) -> Int {
    var outer = first
    while outer >= 0, !(outer <= second && second < ends[outer]) { outer = parents[outer] }
    return outer
  }

  private mutating func add(_ item: Item, parent: Int) {
    let place = items.count
    let isWithin = parent >= 0
    items.append(item)
    explanations.formUnion(item.explanations)
    parents.append(parent)
    ends.append(place)
    if places[item.linkID] == nil { places[item.linkID] = place }
    let hides = item.isHidden || item.presentation.isForReadingOnly
    isHidden.append(hides || (isWithin && isHidden[parent]))
    let locks = isWithin && locksInside[parent]
    locksInside.append(locks || (item.type == .group && item.isReadOnly))
    isLocked.append(item.isReadOnly || locks)
    retentions.append(max(item.retention ?? .keep, isWithin ? retentions[parent] : .keep))
    for inner in item.items { add(inner, parent: place) }
    ends[place] = items.count
  }
}

extension FormIndex {
  /// Orders the items so that each comes after the one that holds it and those it looks at.
  ///
  /// A stack of its own is used, because conditions can form a chain as long as the form.
  private mutating func arrange() {
    var state = [UInt8](repeating: 0, count: items.count)
    var stack: [Int] = []
    for start in items.indices where state[start] == 0 {
      stack.append(start)
      while let item = stack.last {
        guard state[item] == 0 else {
          stack.removeLast()
          if state[item] == 1 {
            state[item] = 2
            order.append(item)
          }
          continue
        }
        state[item] = 1
        for needed in targets[item] + [parents[item]] where needed >= 0 {
          if state[needed] == 0 { stack.append(needed) }
          if state[needed] == 1 { isCircular = true }
        }
      }
    }
  }
}

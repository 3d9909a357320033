/// A form laid over the answers given so far: every item in every repetition, in document order.
///
/// Repetitions that are not there yet appear once, empty, so that they can be asked.
struct FormTree {
  /// One item in one place.
  struct Node {
    let item: Item
    let path: ItemPath
    /// The node that holds it, by its place in `nodes`.
    let parent: Int?
    /// The answers given, whether or not the item is enabled.
    let answers: [AnswerValue]
    /// How many repetitions the group has here; 1 for everything else.
    let repetitions: Int
    /// Whether the conditions of the item and of all that hold it are met.
    var isEnabled = true
    /// Whether it can be answered: below a question that has no answer nothing can.
    let isReachable: Bool
  }

  private(set) var nodes: [Node] = []
  private var places: [LinkID: [Int]] = [:]

  init(_ questionnaire: Questionnaire, response: QuestionnaireResponse) {
    add(questionnaire.items, response.items, below: ItemPath(), parent: nil, isReachable: true)
    settle()
  }

  /// The nodes that hold a node, innermost first.
  func ancestors(of index: Int) -> [Int] {
    var found: [Int] = []
    var next = nodes[index].parent
    while let index = next {
      found.append(index)
      next = nodes[index].parent
    }
    return found
  }

  /// The paths of all enabled items.
  var enabledPaths: Set<ItemPath> { Set(nodes.filter(\.isEnabled).map(\.path)) }
}

extension FormTree {
  private mutating func add(
    _ items: [Item], _ answered: [QuestionnaireResponse.Item], below path: ItemPath, parent: Int?,
    isReachable: Bool
  ) {
    for item in items {
      let found = answered.filter { $0.linkID == item.linkID }
      if item.type == .group {
        for index in 0..<max(1, found.count) {
          let node = append(
            Node(
              item: item, path: path.appending(item.linkID, index), parent: parent, answers: [],
              repetitions: max(1, found.count), isReachable: isReachable))
          let inner = found.indices.contains(index) ? found[index].items : []
          add(
            item.items, inner, below: nodes[node].path, parent: node, isReachable: isReachable)
        }
      } else {
        addQuestion(item, found.first, below: path, parent: parent, isReachable: isReachable)
      }
    }
  }

  private mutating func addQuestion(
    _ item: Item, _ answered: QuestionnaireResponse.Item?, below path: ItemPath, parent: Int?,
    isReachable: Bool
  ) {
    let answers = answered?.answers ?? []
    let node = append(
      Node(
        item: item, path: path.appending(item.linkID), parent: parent,
        answers: answers.map(\.value), repetitions: 1, isReachable: isReachable))
    for index in 0..<max(1, answers.count) {
      add(
        item.items, answers.indices.contains(index) ? answers[index].items : [],
        below: path.appending(item.linkID, index), parent: node,
        isReachable: isReachable && !answers.isEmpty)
    }
  }

  private mutating func append(_ node: Node) -> Int {
    places[node.item.linkID, default: []].append(nodes.count)
    nodes.append(node)
    return nodes.count - 1
  }
}

extension FormTree {
  /// Works out what is enabled, until nothing changes.
  ///
  /// A disabled item counts as unanswered, so one item can disable another far away. Conditions in
  /// a circle end after as many rounds as there are items.
  private mutating func settle() {
    for _ in nodes.indices {
      var isSettled = true
      for index in nodes.indices {
        let isEnabled = isEnabled(index)
        if nodes[index].isEnabled != isEnabled {
          nodes[index].isEnabled = isEnabled
          isSettled = false
        }
      }
      if isSettled { return }
    }
  }

  private func isEnabled(_ index: Int) -> Bool {
    let node = nodes[index]
    if let parent = node.parent, !nodes[parent].isEnabled { return false }
    let conditions = node.item.enableWhen
    let holds = { (condition: EnableWhen) in
      condition.holds(for: answers(to: condition.question, seenFrom: index))
    }
    return switch node.item.enableBehavior {
    case _ where conditions.isEmpty: true
    case .any: conditions.contains(where: holds)
    case .all, nil: conditions.allSatisfy(holds)
    }
  }

  /// The answers of the nearest enabled item of a name: in the closest group first, and there
  /// among the items around, before and after, in this order.
  private func answers(to linkID: LinkID, seenFrom index: Int) -> [AnswerValue] {
    let candidates = places[linkID] ?? []
    let path = nodes[index].path
    let closeness = candidates.map { nodes[$0].path.sharedLevels(with: path) }
    let closest = zip(candidates, closeness).filter { $0.1 == closeness.max() }.map(\.0)
    let around = Set(ancestors(of: index))
    let nearest =
      closest.last(where: around.contains) ?? closest.last { $0 < index } ?? closest.first
    guard let nearest, nodes[nearest].isEnabled else { return [] }
    return nodes[nearest].answers
  }
}

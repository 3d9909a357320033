/// A form laid over the answers given so far: every item in every repetition, in document order.
///
/// Repetitions that are not there yet appear once, empty, so that they can be asked.
struct FormTree: Sendable {
  /// One item in one place.
  struct Node: Sendable {
    /// The item, by its place in the form's index.
    let item: Int
    let path: ItemPath
    /// The node that holds it, by its place in `nodes`; -1 at the top.
    let parent: Int
    /// The place in `nodes` behind the last node it holds.
    var end = 0
    /// The answers given, whether or not the item is enabled.
    let answers: [AnswerValue]
    /// How many repetitions the group has here; 1 for everything else.
    let repetitions: Int
    /// Whether the conditions of the item and of all that hold it are met.
    var isEnabled = true
    /// Whether it can be answered: below a question that has no answer nothing can.
    let isReachable: Bool
    /// How many nodes before this one have answers.
    var answeredBefore = 0
  }

  let form: FormIndex
  private(set) var nodes: [Node] = []
  /// The nodes of each item, in order.
  private(set) var places: [[Int]]
  private var answered = 0
  /// The results of `enableWhenExpression`.
  let conditions: [ItemPath: Bool]

  /// Lays a form over answers.
  ///
  /// - Parameters:
  ///   - questionnaire: The form.
  ///   - response: The answers.
  ///   - conditions: The results of `enableWhenExpression`, which go before other conditions.
  init(
    _ questionnaire: Questionnaire, response: QuestionnaireResponse,
    conditions: [ItemPath: Bool] = [:]
  ) {
    form = questionnaire.index
    self.conditions = conditions
    places = Array(repeating: [], count: form.items.count)
    nodes.reserveCapacity(form.items.count)
    add(below: -1, response.items, path: ItemPath(), parent: -1, isReachable: true)
    if form.hasConditions || !conditions.isEmpty { settle() }
  }

  /// The item of a node.
  func item(of node: Int) -> Item { form.items[nodes[node].item] }

  /// The nodes that hold a node, innermost first.
  func ancestors(of index: Int) -> [Int] {
    var found: [Int] = []
    var next = nodes[index].parent
    while next >= 0 {
      found.append(next)
      next = nodes[next].parent
    }
    return found
  }

  /// How many nodes have answers among a node and all it holds.
  func answeredCount(within index: Int) -> Int {
    let end = nodes[index].end
    let after = end < nodes.count ? nodes[end].answeredBefore : answered
    return after - nodes[index].answeredBefore
  }

  /// The node at a place; `nil` where there is none.
  func node(at path: ItemPath) -> Int? {
    guard let name = path.steps.last?.linkID, let item = form.places[name] else { return nil }
    let candidates = places[item]
    return candidates.first { nodes[$0].path == path }
  }

  /// The repetitions of the group that a node is one of, in order.
  func repetitions(of index: Int) -> [Int] {
    let node = nodes[index]
    return places[node.item].filter { nodes[$0].path.isLike(node.path) }
  }

  /// The paths of all enabled items.
  var enabledPaths: Set<ItemPath> { Set(nodes.lazy.filter(\.isEnabled).map(\.path)) }

  /// The paths of all disabled items.
  var disabledPaths: Set<ItemPath> { Set(nodes.lazy.filter { !$0.isEnabled }.map(\.path)) }
}

extension FormTree {
  /// Adds the items that an item of the form holds, with the answers that are there.
  private mutating func add(
    below holder: Int, _ answered: [QuestionnaireResponse.Item], path: ItemPath, parent: Int,
    isReachable: Bool
  ) {
    let found = AnsweredItems(answered)
    var item = holder + 1
    let end = holder < 0 ? form.items.count : form.ends[holder]
    while item < end {
      let linkID = form.items[item].linkID
      if form.items[item].type == .group {
        addGroup(item, found[linkID], below: path, parent: parent, isReachable: isReachable)
      } else {
        addQuestion(item, found[linkID].first, below: path, parent: parent, isReachable)
      }
      item = form.ends[item]
    }
  }

  private mutating func addGroup(
    _ item: Int, _ found: [QuestionnaireResponse.Item], below path: ItemPath, parent: Int,
    isReachable: Bool
  ) {
    for index in 0..<max(1, found.count) {
      let place = path.appending(form.items[item].linkID, index)
      let node = append(
        Node(
          item: item, path: place, parent: parent, answers: [],
          repetitions: max(1, found.count), isReachable: isReachable))
      let inner = found.indices.contains(index) ? found[index].items : []
      add(below: item, inner, path: place, parent: node, isReachable: isReachable)
      nodes[node].end = nodes.count
    }
  }

  private mutating func addQuestion(
    _ item: Int, _ answered: QuestionnaireResponse.Item?, below path: ItemPath, parent: Int,
    _ isReachable: Bool
  ) {
    let answers = answered?.answers ?? []
    let linkID = form.items[item].linkID
    let node = append(
      Node(
        item: item, path: path.appending(linkID), parent: parent,
        answers: answers.map(\.comparable), repetitions: 1, isReachable: isReachable))
    if form.ends[item] > item + 1 {
      for index in 0..<max(1, answers.count) {
        add(
          below: item, answers.indices.contains(index) ? answers[index].items : [],
          path: path.appending(linkID, index), parent: node,
          isReachable: isReachable && !answers.isEmpty)
      }
    }
    nodes[node].end = nodes.count
  }

  /// Sets whether a node is enabled.
  mutating func setEnabled(_ isEnabled: Bool, _ index: Int) { nodes[index].isEnabled = isEnabled }

  private mutating func append(_ node: Node) -> Int {
    places[node.item].append(nodes.count)
    nodes.append(node)
    nodes[nodes.count - 1].answeredBefore = answered
    if !node.answers.isEmpty { answered += 1 }
    return nodes.count - 1
  }
}

/// The items of one level of a response, found by name.
private struct AnsweredItems {
  private let items: [QuestionnaireResponse.Item]
  private var places: [LinkID: [Int]] = [:]

  init(_ items: [QuestionnaireResponse.Item]) {
    self.items = items
    // A few are found faster by looking at each.
    guard items.count > 6 else { return }
    for (place, item) in items.enumerated() { places[item.linkID, default: []].append(place) }
  }

  subscript(linkID: LinkID) -> [QuestionnaireResponse.Item] {
    guard items.count > 6 else { return items.filter { $0.linkID == linkID } }
    return places[linkID]?.map { items[$0] } ?? []
  }
}

/// The way through a form as things stand: everything that is said or asked, in order.
struct FormWalk: Sendable {
  /// One stop on the way.
  struct Stop: Sendable {
    enum Kind: Sendable {
      /// The heading of a group, or a text.
      case text
      /// A question.
      case question
      /// A question that a console cannot ask.
      case unaskable
      /// Whether there is one more repetition.
      case another
    }

    var mark: FormFiller.Mark
    var kind: Kind
    /// The node of the form's tree; for `another` that of the last repetition.
    var node: Int

    /// Whether the person is asked something.
    var isQuestion: Bool { kind == .question || kind == .another }
  }

  private(set) var stops: [Stop] = []
  /// How many numbered questions there are.
  private(set) var questionCount = 0
  let tree: FormTree
  private let scope: [Bool]?
  private let namesFirst: Set<LinkID>

  /// Finds the way.
  ///
  /// - Parameters:
  ///   - tree: The form laid over the answers.
  ///   - scope: Whether each item is asked; `nil` for all.
  ///   - namesFirst: Groups whose repetitions are named before their details are asked.
  init(_ tree: FormTree, scope: [Bool]?, namesFirst: Set<LinkID>) {
    self.tree = tree
    self.scope = scope
    self.namesFirst = namesFirst
    stops.reserveCapacity(tree.nodes.count)
    visit(0..<tree.nodes.count, without: nil)
  }

  /// The number of a question among all questions.
  func number(of index: Int) -> Int {
    stops[...index].count { $0.kind == .question }
  }

  /// The place of a stop on the way.
  func index(of mark: FormFiller.Mark) -> Int? { stops.firstIndex { $0.mark == mark } }

  /// Whether a node is said or asked, as far as its item and its conditions go.
  func isShown(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    guard node.isEnabled, node.isReachable, !tree.form.isHidden[node.item] else { return false }
    return !(tree.form.items[node.item].type.isQuestion && tree.form.isLocked[node.item])
  }

  private func isWanted(_ index: Int) -> Bool { scope?[tree.nodes[index].item] ?? true }
}

extension FormWalk {
  /// Goes over the nodes of a range, of which each holds those behind it up to its end.
  private mutating func visit(_ range: Range<Int>, without label: Int?) {
    var index = range.lowerBound
    while index < range.upperBound {
      let item = tree.nodes[index].item
      if tree.form.items[item].type == .group && tree.form.items[item].repeats {
        var repetitions: [Int] = []
        while index < range.upperBound, tree.nodes[index].item == item {
          repetitions.append(index)
          index = tree.nodes[index].end
        }
        visit(repetitions: repetitions, without: label)
      } else {
        if index != label { add(index) }
        visit(index + 1..<tree.nodes[index].end, without: label)
        index = tree.nodes[index].end
      }
    }
  }

  private mutating func visit(repetitions: [Int], without outer: Int?) {
    guard let last = repetitions.last else { return }
    let isInTwoPasses = isInTwoPasses(last)
    if isInTwoPasses {
      for index in repetitions { if let label = tree.labelNode(of: index) { add(label) } }
      addAnother(after: last)
    }
    for index in repetitions {
      let label = tree.labelNode(of: index)
      if isInTwoPasses && tree.answeredCount(within: index) == 0 { continue }
      add(index)
      if let label, !isInTwoPasses { add(label) }
      visit(index + 1..<tree.nodes[index].end, without: label ?? outer)
    }
    if !isInTwoPasses { addAnother(after: last) }
  }

  /// Whether all repetitions are named before their details are asked.
  private func isInTwoPasses(_ index: Int) -> Bool {
    let item = tree.form.items[tree.nodes[index].item]
    guard item.namesFirst || namesFirst.contains(item.linkID) else { return false }
    return tree.labelNode(of: index).map { isShown($0) && isWanted($0) } ?? false
  }

  private mutating func add(_ index: Int) {
    guard isShown(index), isWanted(index) else { return }
    let node = tree.nodes[index]
    let mark = FormFiller.Mark(path: node.path)
    switch tree.form.items[node.item].type {
    case .group, .display:
      guard !tree.form.items[node.item].text.isEmpty else { return }
      stops.append(Stop(mark: mark, kind: .text, node: index))
    case .unsupported: stops.append(Stop(mark: mark, kind: .unaskable, node: index))
    default:
      questionCount += 1
      stops.append(Stop(mark: mark, kind: .question, node: index))
    }
  }

  /// Asks after the last repetition whether there is one more, unless the last one is empty.
  private mutating func addAnother(after index: Int) {
    let node = tree.nodes[index]
    let item = tree.form.items[node.item]
    guard isShown(index), isWanted(index), !tree.form.isLocked[node.item],
      node.repetitions < item.limits.maxOccurs ?? .max, tree.answeredCount(within: index) > 0
    else { return }
    let path = node.path.repetition(node.repetitions)
    stops.append(Stop(mark: .init(path: path, isAnother: true), kind: .another, node: index))
  }
}

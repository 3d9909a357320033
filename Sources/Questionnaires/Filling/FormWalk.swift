/// The way through a form as things stand: everything that is said or asked, in order.
struct FormWalk {
  /// One stop on the way.
  struct Stop {
    enum Content {
      case text(String)
      case question(Question)
    }

    var mark: FormFiller.Mark
    var content: Content
  }

  private let questionnaire: Questionnaire
  private let tree: FormTree
  private(set) var stops: [Stop] = []

  /// Finds the way.
  ///
  /// - Parameters:
  ///   - questionnaire: The form.
  ///   - tree: The form laid over the answers.
  ///   - scope: The items to ask; `nil` for all.
  init(_ questionnaire: Questionnaire, tree: FormTree, scope: Set<LinkID>?) {
    self.questionnaire = questionnaire
    self.tree = tree
    var open: [Int] = []
    for (index, node) in tree.nodes.enumerated() {
      closeGroups(&open, before: node.path)
      guard isShown(index), scope?.contains(node.item.linkID) ?? true else { continue }
      if let stop = stop(at: index) { stops.append(stop) }
      if node.item.type == .group && node.item.repeats { open.append(index) }
    }
    closeGroups(&open, before: nil)
  }

  /// The step at a stop, with the question's number filled in.
  func step(at index: Int) -> FormStep {
    switch stops[index].content {
    case .text(let text): return .display(text)
    case .question(var question):
      if case .another = question.kind { return .ask(question) }
      let number = stops[...index].count(where: \.isCounted)
      question.position = .init(number: number, total: stops.count(where: \.isCounted))
      return .ask(question)
    }
  }
}

extension FormWalk {
  private func isShown(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    let isHidden = ([index] + tree.ancestors(of: index)).contains { tree.nodes[$0].item.isHidden }
    let isInReadOnlyGroup = tree.ancestors(of: index).contains {
      tree.nodes[$0].item.type == .group && tree.nodes[$0].item.isReadOnly
    }
    return node.isEnabled && node.isReachable && !isHidden
      && !(node.item.type.isQuestion && (node.item.isReadOnly || isInReadOnlyGroup))
  }

  private func stop(at index: Int) -> Stop? {
    let node = tree.nodes[index]
    let mark = FormFiller.Mark(path: node.path)
    if node.item.type == .group || node.item.type == .display {
      return node.item.text.isEmpty ? nil : Stop(mark: mark, content: .text(node.item.text))
    }
    guard var question = Question(node.item) else {
      return Stop(mark: mark, content: .text(Self.note(on: node.item)))
    }
    question.path = node.path
    question.previous = node.answers
    question.retention = questionnaire.retention(of: node.item.linkID)
    let groups = tree.ancestors(of: index).map { tree.nodes[$0] }
    question.groupText = groups.lazy.map(\.item.text).first { !$0.isEmpty }
    question.instanceLabel = groups.lazy.compactMap(label).first
    return Stop(mark: mark, content: .question(question))
  }

  /// What is said in place of a question that a console cannot ask.
  private static func note(on item: Item) -> String {
    "\(item.text) (This asks for something that cannot be given here, so it is passed over.)"
  }

  /// What the person calls a repetition of a group.
  private func label(of group: FormTree.Node) -> PrivateText? {
    guard let name = group.item.itemLabel else { return nil }
    let named = tree.nodes.first { $0.item.linkID == name && group.path.holds($0.path) }
    return named?.answers.first?.text
  }

  /// Ends the repeating groups that do not hold a path, asking after the last repetition of each
  /// whether there is one more.
  private mutating func closeGroups(_ open: inout [Int], before path: ItemPath?) {
    while let index = open.last {
      let group = tree.nodes[index]
      if let path, group.path.holds(path) { return }
      open.removeLast()
      if let stop = another(after: group) { stops.append(stop) }
    }
  }

  private func another(after group: FormTree.Node) -> Stop? {
    guard let last = group.path.steps.last, last.index == group.repetitions - 1,
      group.repetitions < group.item.limits.maxOccurs ?? .max,
      tree.nodes.contains(where: { group.path.holds($0.path) && !$0.answers.isEmpty })
    else { return nil }
    var path = group.path
    path.steps[path.steps.count - 1].index += 1
    let name = group.item.text
    var question = Question(linkID: last.linkID, text: name, kind: .another(name))
    question.path = path
    question.retention = questionnaire.retention(of: last.linkID)
    return Stop(
      mark: .init(path: path, isAnother: true), content: .question(question))
  }
}

extension FormWalk.Stop {
  /// Whether the stop is one of the numbered questions.
  fileprivate var isCounted: Bool {
    guard case .question(let question) = content else { return false }
    if case .another = question.kind { return false }
    return true
  }
}

extension FormFiller {
  /// Works out the step for where the person is.
  mutating func showStep() {
    guard let mark = progress.current, let index = walk.index(of: mark) else {
      step = progress.isFinished ? .complete : .review(review)
      return
    }
    let stop = walk.stops[index]
    switch stop.kind {
    case .text: step = .display(walk.tree.item(of: stop.node).text)
    case .unaskable: step = .display(Self.note(on: walk.tree.item(of: stop.node)))
    case .another: step = .ask(another(at: stop))
    case .question:
      guard var question = question(at: stop.node) else { return step = .display("") }
      question.position = .init(number: walk.number(of: index), total: walk.questionCount)
      question.isPostponed = progress.passed[mark] == .postponed
      step = .ask(question)
    }
  }

  /// Where the filler stands; `nil` at the end.
  public var current: ItemPath? { progress.current?.path }

  /// Whether there is a question before.
  public var canGoBack: Bool {
    let here = progress.current.flatMap { walk.index(of: $0) } ?? walk.stops.count
    return walk.stops[..<here].contains(where: \.isQuestion)
  }

  /// Whether there is a move to take back.
  public var canUndo: Bool { !earlier.isEmpty }

  /// The text that is said, with all that belongs to it; `nil` where nothing is said.
  public var text: FormText? {
    guard case .display(let text) = step, let mark = progress.current,
      let index = walk.index(of: mark)
    else { return nil }
    let node = walk.stops[index].node
    let item = walk.tree.item(of: node)
    let isHeading = item.type == .group
    let around = walk.tree.repetition(around: node)
    return FormText(
      path: mark.path, text: text, prefix: item.prefix, isHeading: isHeading, help: item.help,
      presentation: item.presentation,
      repetition: isHeading && item.repeats ? walk.tree.repetition(node) : around)
  }

  private func question(at node: Int) -> Question? {
    let tree = walk.tree
    let item = tree.item(of: node)
    guard var question = Question(item) else { return nil }
    question.path = tree.nodes[node].path
    question.previous = tree.nodes[node].answers.map(item.shown)
    question.retention = questionnaire.index.retentions[tree.nodes[node].item]
    let groups = tree.ancestors(of: node)
    question.groupText = groups.lazy.map { tree.item(of: $0).text }.first { !$0.isEmpty }
    question.instanceLabel = groups.lazy.compactMap(tree.label).first
    question.repetition = tree.repetition(around: node)
    if let limit = outcome?.minimums[question.path] { question.limits.minimum = limit }
    if let limit = outcome?.maximums[question.path] { question.limits.maximum = limit }
    let repeating = groups.first { tree.item(of: $0).type == .group && tree.item(of: $0).repeats }
    if let repeating {
      question.isLabel = tree.labelNode(of: repeating) == node
      question.table = tree.table(of: repeating)
    }
    return question
  }

  private func another(at stop: FormWalk.Stop) -> Question {
    let tree = walk.tree
    let name = tree.item(of: stop.node).text
    let linkID = tree.item(of: stop.node).linkID
    var question = Question(linkID: linkID, text: name, kind: .another(name))
    question.path = stop.mark.path
    question.retention = questionnaire.index.retentions[tree.nodes[stop.node].item]
    question.instanceLabel = tree.ancestors(of: stop.node).lazy.compactMap(tree.label).first
    question.repetition = tree.repetition(stop.node)
    question.presentation = tree.item(of: stop.node).presentation
    question.table = tree.table(of: stop.node)
    return question
  }

  /// What is said in place of a question that a console cannot ask.
  private static func note(on item: Item) -> String {
    "\(item.text) (This asks for something that cannot be given here, so it is passed over.)"
  }
}

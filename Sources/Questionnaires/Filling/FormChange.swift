/// What a move changed beside the answer itself.
public struct FormChange: Equatable, Sendable {
  /// A value that was worked out anew and is shown.
  public struct Calculated: Equatable, Sendable {
    /// The place of the item.
    public var path: ItemPath
    /// The text of the item.
    public var text: String
    /// The value before; empty where there was none.
    public var before: PrivateText
    /// The value now; empty where there is none.
    public var after: PrivateText
  }

  /// The answered questions that no longer apply; their answers are kept until the form is finished.
  public var noLongerApply: [ItemPath] = []
  /// The questions that apply now and did not before, those that got their old answers back too.
  public var nowApply: [ItemPath] = []
  /// The values that are different now.
  public var calculated: [Calculated] = []
  /// Whether it came of changing something earlier, so that it is worth telling.
  public var isRevision = false

  /// Makes a change that changes nothing.
  public init() {}

  /// Whether nothing changed.
  public var isEmpty: Bool { noLongerApply.isEmpty && nowApply.isEmpty && calculated.isEmpty }
}

extension FormChange {
  /// Compares how things stand before and after a move.
  init(
    from before: FormWalk, to after: FormWalk, values: [ItemPath: [AnswerValue]],
    _ newValues: [ItemPath: [AnswerValue]], isRevision: Bool
  ) {
    self.isRevision = isRevision
    let questions = { (walk: FormWalk) in walk.stops.filter { $0.kind == .question } }
    let isSame = before.stops.elementsEqual(after.stops) { $0.mark == $1.mark }
    if !isSame {
      let (old, new) = (questions(before), questions(after))
      let oldPaths = Set(old.map(\.mark.path))
      let newPaths = Set(new.map(\.mark.path))
      nowApply = new.map(\.mark.path).filter { !oldPaths.contains($0) }
      let gone = old.filter { !newPaths.contains($0.mark.path) }
      noLongerApply = gone.filter { !before.tree.nodes[$0.node].answers.isEmpty }.map(\.mark.path)
    }
    for (path, value) in newValues where values[path] != value {
      guard let node = after.tree.node(at: path), after.tree.nodes[node].isEnabled,
        !after.tree.form.isHidden[after.tree.nodes[node].item]
      else { continue }
      let item = after.tree.item(of: node)
      let old = item.words(for: values[path] ?? [])
      calculated.append(
        .init(path: path, text: item.text, before: old, after: item.words(for: value)))
    }
    calculated = calculated.filter { $0.before != $0.after }
      .sorted { "\($0.path)" < "\($1.path)" }
  }
}

extension FormChange: CustomStringConvertible {
  /// What became of the questions, in a sentence or two; empty where nothing did.
  public var description: String {
    var parts: [String] = []
    switch noLongerApply.count {
    case 0: break
    case 1: parts.append("1 question no longer applies; its answer is kept until you finish.")
    case let count:
      parts.append("\(count) questions no longer apply; their answers are kept until you finish.")
    }
    switch nowApply.count {
    case 0: break
    case 1: parts.append("1 new question.")
    case let count: parts.append("\(count) new questions.")
    }
    return parts.joined(separator: " ")
  }
}

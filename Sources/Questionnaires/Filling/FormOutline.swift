/// Everything in a form as things stand, to look over and to jump to.
public struct FormOutline: Equatable, Sendable {
  /// How an item stands.
  public enum State: Equatable, Sendable {
    /// It is answered.
    case answered
    /// It was left without an answer.
    case skipped
    /// It is not answered, and the form cannot be complete without.
    case needed
    /// It was not asked yet.
    case open
    /// It was answered and no longer applies; its answer is kept until the form is finished.
    case notApplicable
    /// It is worked out, or fixed by the form.
    case calculated
    /// It is a heading or a text.
    case text
    /// A console cannot ask it; an answer that is there is kept.
    case unaskable
  }

  /// One item in one place.
  public struct Entry: Equatable, Sendable {
    /// The place.
    public var path: ItemPath
    /// The number to jump to it by; `nil` where there is nothing to answer.
    public var number: Int?
    /// How many groups and questions hold it.
    public var depth: Int
    /// The text of the item; for a repetition the text of its group.
    public var text: String
    /// What stands before the text.
    public var prefix: String?
    /// How it stands.
    public var state: State
    /// The answer as a person reads it; empty where there is none.
    public var answer = PrivateText("")
    /// The repetition that it is; `nil` for everything else.
    public var repetition: Repetition?
    /// Whether the person is there.
    public var isCurrent = false
  }

  /// The entries in the order of the form.
  public var entries: [Entry]

  /// Finds the question with a number.
  ///
  /// - Parameter number: The number, counted from 1.
  /// - Returns: Its entry; `nil` where the form has no such number.
  public func entry(numbered number: Int) -> Entry? { entries.first { $0.number == number } }

  /// Finds places by words of their text or of what the person calls them.
  ///
  /// - Parameter words: Any part of a text, in any case and without accents.
  /// - Returns: The entries that can be jumped to, those that begin with the words first.
  public func entries(matching words: String) -> [Entry] {
    let wanted = FoldedText(words).text
    guard !wanted.isEmpty else { return [] }
    let found = entries.filter { $0.number != nil || $0.repetition != nil }.filter { entry in
      entry.names.contains { $0.contains(wanted) }
    }
    let first = found.filter { entry in entry.names.contains { $0.hasPrefix(wanted) } }
    return first + found.filter { !first.contains($0) }
  }
}

extension FormOutline.Entry {
  fileprivate var names: [String] {
    [text, path.steps.last?.linkID.rawValue ?? "", repetition?.label?.plaintext ?? ""]
      .map { FoldedText($0).text }
  }
}

extension FormFiller {
  /// Everything in the form as things stand.
  public var outline: FormOutline { FormOutline(entries: entries { _ in true }) }

  /// The entries of all nodes that have something to show.
  func entries(where isWanted: (FormOutline.State) -> Bool) -> [FormOutline.Entry] {
    var numbers: [Int: Int] = [:]
    for stop in walk.stops where stop.kind == .question { numbers[stop.node] = numbers.count + 1 }
    return walk.tree.nodes.indices.compactMap { node in
      guard let state = state(of: node, isAsked: numbers[node] != nil), isWanted(state) else {
        return nil
      }
      return entry(for: node, state, number: numbers[node])
    }
  }

  private func entry(for node: Int, _ state: FormOutline.State, number: Int?) -> FormOutline.Entry {
    let tree = walk.tree
    let item = tree.item(of: node)
    let isRepetition = item.type == .group && item.repeats
    let isHere = progress.current.map { $0.path == tree.nodes[node].path && !$0.isAnother }
    return FormOutline.Entry(
      path: tree.nodes[node].path, number: number, depth: tree.ancestors(of: node).count,
      text: item.text, prefix: item.prefix, state: state,
      answer: item.words(for: tree.nodes[node].answers),
      repetition: isRepetition ? tree.repetition(node) : nil, isCurrent: isHere ?? false)
  }

  /// How a node stands; `nil` where it has nothing to show.
  private func state(of node: Int, isAsked: Bool) -> FormOutline.State? {
    let tree = walk.tree
    let place = tree.nodes[node].item
    let isAnswered = !tree.nodes[node].answers.isEmpty
    guard !tree.form.isHidden[place], scope?[place] ?? true else { return nil }
    guard tree.nodes[node].isEnabled else { return isAnswered ? .notApplicable : nil }
    switch tree.form.items[place].type {
    case .group:
      return tree.item(of: node).text.isEmpty && !tree.item(of: node).repeats ? nil : .text
    case .display: return .text
    case .unsupported: return .unaskable
    default: break
    }
    guard isAsked else { return tree.nodes[node].isReachable && isAnswered ? .calculated : nil }
    if isAnswered { return .answered }
    if tree.form.items[place].isRequired { return .needed }
    return progress.passed[Mark(path: tree.nodes[node].path)] == nil ? .open : .skipped
  }
}

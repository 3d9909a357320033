/// How far a form has come: all of a filler that its moves change.
struct FormProgress: Equatable, Sendable {
  /// What became of a stop.
  enum Passing: Sendable {
    /// It was read or answered, or left as it was.
    case done
    /// It was left without an answer.
    case skipped
    /// It was left for later, though the form needs it.
    case postponed
  }

  /// A way round: back, or to another place and from there to where the person was.
  struct Detour: Equatable, Sendable {
    /// Where to go afterwards; `nil` for the end of the form.
    var back: FormFiller.Mark?
    /// The group or repetition to go through first.
    var scope: ItemPath?
    /// Whether the scope is a new repetition, after which one more may follow.
    var isNew = false
  }

  /// The answers.
  var draft: QuestionnaireResponse
  /// The stops that were passed.
  var passed: [FormFiller.Mark: Passing] = [:]
  /// Where the person is; `nil` at the end.
  var current: FormFiller.Mark?
  /// The way round that the person is on.
  var detour: Detour?
  /// Whether the form is complete.
  var isFinished = false
}

extension FormProgress {
  /// Lets all places follow repetitions of a group that were moved or taken away.
  ///
  /// - Parameters:
  ///   - group: The place of any repetition.
  ///   - count: How many repetitions there were.
  ///   - index: The new index of each; `nil` for one that is gone.
  mutating func reindex(_ group: ItemPath, count: Int, _ index: (Int) -> Int?) {
    let end = FormFiller.Mark(path: group.repetition(count), isAnother: true)
    let hadEnded = passed[end] != nil
    let isAtEnd = current == end
    var kept: [FormFiller.Mark: Passing] = [:]
    for (mark, passing) in passed {
      if let mark = mark.following(group, index) { kept[mark] = passing }
    }
    passed = kept
    let left = (0..<count).count { index($0) != nil }
    let newEnd = FormFiller.Mark(path: group.repetition(max(1, left)), isAnother: true)
    if hadEnded { passed[newEnd] = .done }
    current = isAtEnd ? newEnd : current?.following(group, index)
    let back = detour?.back
    detour?.back = back == end ? newEnd : back?.following(group, index)
    let scope = detour?.scope
    detour?.scope = scope?.following(group, index)
    draft.notes = draft.notes.map { note in
      FormNote(path: note.path.following(group, index) ?? ItemPath(), text: note.text)
    }
  }
}

extension FormFiller.Mark {
  /// The mark after repetitions were moved; `nil` where it is gone, as are all that ask for more.
  fileprivate func following(_ group: ItemPath, _ index: (Int) -> Int?) -> FormFiller.Mark? {
    if isAnother && path.isLike(group) { return nil }
    return path.following(group, index).map { .init(path: $0, isAnother: isAnother) }
  }
}

extension ItemPath {
  /// The path after repetitions were moved; `nil` where it is gone.
  fileprivate func following(_ group: ItemPath, _ index: (Int) -> Int?) -> ItemPath? {
    let depth = group.steps.count
    guard steps.count >= depth, ItemPath(Array(steps[..<depth])).isLike(group) else { return self }
    guard let moved = index(steps[depth - 1].index) else { return nil }
    var copy = self
    copy.steps[depth - 1].index = moved
    return copy
  }
}

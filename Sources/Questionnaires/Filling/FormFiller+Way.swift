extension FormFiller {
  /// Passes the stop the person is at, and goes on.
  mutating func pass(_ passing: FormProgress.Passing) {
    guard let mark = progress.current else { return }
    progress.passed[mark] = passing
    if case .ask = step { update() }
    goOn(after: mark)
  }

  /// Says yes to one more repetition, and goes there.
  mutating func pass(addedAt path: ItemPath) {
    if let mark = progress.current { progress.passed[mark] = .done }
    progress.draft.addGroup(at: path)
    setInitialAnswers(within: path)
    update()
    lastChange.nowApply = []
    if progress.detour != nil {
      progress.detour?.scope = path
      progress.detour?.isNew = true
    }
    let first = walk.stops.first { path.holds($0.mark.path) && !$0.mark.isAnother }
    if let first { goTo(first.mark) } else { advance() }
  }

  /// Goes to the question before, past all texts.
  mutating func goBack() throws(AnswerProblem) {
    let here = progress.current.flatMap { walk.index(of: $0) } ?? walk.stops.count
    guard let stop = walk.stops[..<here].last(where: \.isQuestion) else { throw .noSuchPlace }
    leave()
    goTo(stop.mark)
  }

  /// Goes to a question, or to the first one of a group.
  mutating func jump(to path: ItemPath) throws(AnswerProblem) {
    let exact = walk.stops.first { $0.mark.path == path && !$0.mark.isAnother && $0.isQuestion }
    let inside = walk.stops.first { path.holds($0.mark.path) && $0.isQuestion }
    let text = walk.stops.first { path.holds($0.mark.path) }
    guard let stop = exact ?? inside ?? text else { throw .noSuchPlace }
    leave()
    if exact == nil, inside != nil { progress.detour?.scope = path }
    goTo(stop.mark)
  }

  /// Leaves the place where the person is for another one, to come back later.
  mutating func leave() {
    if progress.detour == nil { progress.detour = .init(back: progress.current) }
    progress.detour?.scope = nil
    progress.detour?.isNew = false
    progress.isFinished = false
  }

  /// Goes to a stop.
  mutating func goTo(_ mark: Mark) {
    progress.current = mark
    progress.isFinished = false
    showStep()
  }

  /// Goes on from a stop: on a way round to its end, else to the next open stop.
  private mutating func goOn(after mark: Mark) {
    let here = walk.index(of: mark)
    if let next = nextOnDetour(after: here, mark) { return goTo(next) }
    let opened = Set(lastChange.nowApply)
    let limit = progress.detour == nil ? here : progress.detour?.back.flatMap(walk.index(of:))
    let new = walk.stops[..<(limit ?? walk.stops.count)].first {
      $0.kind == .question && opened.contains($0.mark.path) && progress.passed[$0.mark] == nil
        && walk.tree.nodes[$0.node].answers.isEmpty
    }
    if let new, progress.detour != nil || here != nil { return goTo(new.mark) }
    if let detour = progress.detour {
      progress.detour = nil
      if let back = detour.back, back != mark, walk.index(of: back) != nil { return goTo(back) }
    }
    advance(from: here.map { $0 + 1 } ?? 0)
  }

  /// The next stop of the group that the person goes through on a way round.
  private mutating func nextOnDetour(after here: Int?, _ mark: Mark) -> Mark? {
    guard let scope = progress.detour?.scope, let here else { return nil }
    let isLast = mark.isAnother && mark.path.isLike(scope)
    let next = walk.stops[(here + 1)...].first { scope.holds($0.mark.path) && !isLast }
    if let next { return next.mark }
    let isNew = progress.detour?.isNew ?? false
    progress.detour?.scope = nil
    progress.detour?.isNew = false
    guard isNew, !isLast else { return nil }
    let more = walk.stops.first { $0.mark.isAnother && $0.mark.path.isLike(scope) }
    return more.flatMap { progress.passed[$0.mark] == nil ? $0.mark : nil }
  }

  /// Goes to the first open stop from a place on, else to the first one at all, else to what was
  /// left for later, else to the end.
  mutating func advance(from place: Int = 0) {
    let passed = progress.passed
    let isOpen = { (stop: FormWalk.Stop) in passed[stop.mark] == nil }
    let stop =
      walk.stops[place...].first(where: isOpen) ?? walk.stops[..<place].first(where: isOpen)
    if let stop { return goTo(stop.mark) }
    if !options.reviews, let postponed = firstPostponed { return goTo(postponed) }
    progress.current = nil
    progress.detour = nil
    progress.isFinished = !options.reviews && !problems.contains(where: \.isMendable)
    showStep()
  }

  private var firstPostponed: Mark? {
    walk.stops.first {
      progress.passed[$0.mark] == .postponed && walk.tree.nodes[$0.node].answers.isEmpty
    }?.mark
  }

  /// Counts everything up to the last answered question as passed; what is required and
  /// unanswered stays open.
  mutating func passWhatIsAnswered() {
    let tree = walk.tree
    guard
      let last = walk.stops.lastIndex(where: {
        $0.kind == .question && !tree.nodes[$0.node].answers.isEmpty
      })
    else { return }
    for stop in walk.stops[...last] {
      let isAnswered = !tree.nodes[stop.node].answers.isEmpty
      guard stop.kind == .question, !isAnswered else {
        progress.passed[stop.mark] = .done
        continue
      }
      if !tree.item(of: stop.node).isRequired { progress.passed[stop.mark] = .skipped }
    }
  }
}

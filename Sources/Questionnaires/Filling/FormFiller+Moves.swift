extension FormFiller {
  /// Takes one move.
  ///
  /// - Parameter move: What the person does.
  /// - Returns: What it changed beside the answer itself; also kept as ``lastChange``.
  /// - Throws: `AnswerProblem` when the move is not possible; nothing has changed then.
  @discardableResult
  public mutating func take(_ move: FormMove) throws(AnswerProblem) -> FormChange {
    let before = lastChange
    lastChange = FormChange()
    do throws(AnswerProblem) {
      try perform(move)
    } catch {
      lastChange = before
      throw error
    }
    return lastChange
  }

  private mutating func perform(_ move: FormMove) throws(AnswerProblem) {
    switch move {
    case .answer(let values): try takeAnswer(values)
    case .skip: try takeSkip()
    case .next: try takeNext()
    case .back: try goBack()
    case .clear: try clear()
    case .jump(let path): try jump(to: path)
    case .add(let path): try addRepetition(to: path)
    case .remove(let path): try removeRepetition(at: path)
    case .move(let path, let target): try moveRepetition(at: path, to: target)
    case .undo: try undo()
    case .finish: try finish()
    case .note(let text): addNote(text)
    }
  }

  private mutating func takeAnswer(_ values: [AnswerValue]) throws(AnswerProblem) {
    guard case .ask(let question) = step else { throw .nothingAsked }
    try question.check(values)
    if case .another = question.kind {
      guard values == [.boolean(true)] else { return pass(.done) }
      remember()
      pass(addedAt: question.path)
      return
    }
    remember()
    store(values, at: question)
    pass(.done)
  }

  /// Puts answers into the response.
  private mutating func store(_ values: [AnswerValue], at question: Question) {
    let item = questionnaire.item(question.linkID)
    let stored = values.map { item?.stored($0) ?? $0 }
    let wasEmpty = question.previous.isEmpty
    progress.draft.setAnswers(stored, at: question.path)
    if wasEmpty, item?.items.isEmpty == false { setInitialAnswers(within: question.path) }
  }

  private mutating func takeSkip() throws(AnswerProblem) {
    guard case .ask(let question) = step else { throw .nothingAsked }
    guard !question.isRequired else { throw .required }
    if !question.previous.isEmpty {
      remember()
      progress.draft.setAnswers([], at: question.path)
    }
    pass(question.isAnother ? .done : .skipped)
  }

  private mutating func takeNext() throws(AnswerProblem) {
    switch step {
    case .display: pass(.done)
    case .ask(let question) where question.isAnother || !question.previous.isEmpty: pass(.done)
    case .ask(let question): pass(question.isRequired ? .postponed : .skipped)
    case .review, .complete: throw .nothingAsked
    }
  }

  private mutating func clear() throws(AnswerProblem) {
    guard case .ask(let question) = step, let current = progress.current else {
      throw .nothingAsked
    }
    guard !question.previous.isEmpty else { return }
    remember()
    progress.draft.setAnswers([], at: question.path)
    progress.passed[current] = nil
    update()
    if walk.index(of: current) == nil { advance() } else { showStep() }
  }

  private mutating func addNote(_ text: PrivateText) {
    remember()
    progress.draft.notes.append(
      FormNote(path: progress.current?.path ?? ItemPath(), text: text))
    showStep()
  }

  private mutating func undo() throws(AnswerProblem) {
    guard let last = earlier.popLast() else { throw .nothingToUndo }
    progress = last
    update()
    showStep()
  }

  private mutating func finish() throws(AnswerProblem) {
    let count = problems.count(where: \.isMendable)
    guard count == 0 else { throw .unfinished(count: count) }
    progress.current = nil
    progress.detour = nil
    progress.isFinished = true
    showStep()
  }
}

extension Question {
  /// Whether it is the question for one more repetition.
  var isAnother: Bool { if case .another = kind { true } else { false } }
}

extension Item {
  /// An answer as the response holds it: words for choices that are not in the form are a choice
  /// without a code, because FHIR R4 takes nothing else there.
  func stored(_ value: AnswerValue) -> AnswerValue {
    guard type == .choice, options.isEmpty, valueSet != nil, case .string(let text) = value else {
      return value
    }
    return .coding(Coding(display: text.plaintext))
  }

  /// An answer as the question shows it; the reverse of `stored`.
  func shown(_ value: AnswerValue) -> AnswerValue {
    guard type == .choice, options.isEmpty, case .coding(let coding) = value else { return value }
    return .string(PrivateText(coding.display ?? coding.code ?? ""))
  }
}

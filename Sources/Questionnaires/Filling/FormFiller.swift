/// Fills in a questionnaire, one step at a time.
///
/// A filler is a value that holds answers, not a place in a chain of prompts: the step is worked
/// out from what was answered and what was passed. The same answers therefore always give the same
/// steps, and going back means starting again and giving all answers but the last.
///
/// ```swift
/// var filler = FormFiller(questionnaire)
/// while case .ask(let question) = filler.step {
///   try filler.answer(try question.parse(typed, today: today))
/// }
/// ```
public struct FormFiller: Equatable, Sendable {
  /// A step that was taken: an item in one place, or the question for one more repetition.
  struct Mark: Hashable {
    var path: ItemPath
    var isAnother = false
  }

  /// The form.
  public let questionnaire: Questionnaire

  /// What comes next.
  public private(set) var step = FormStep.complete

  private let scope: Set<LinkID>?
  private var draft: QuestionnaireResponse
  private var passed: Set<Mark> = []
  private var current: Mark?

  /// Starts to fill in a form.
  ///
  /// - Parameters:
  ///   - questionnaire: The form.
  ///   - only: The items to ask, each with all it holds; `nil` asks the whole form.
  ///   - response: Answers given before; their questions are asked again, showing them.
  public init(
    _ questionnaire: Questionnaire, asking only: [LinkID]? = nil,
    response: QuestionnaireResponse? = nil
  ) {
    self.questionnaire = questionnaire
    scope = only.map { names in
      Set(names.flatMap { questionnaire.item($0)?.flattened.map(\.linkID) ?? [] })
    }
    draft =
      response
      ?? QuestionnaireResponse(
        questionnaire: questionnaire.canonical, language: questionnaire.language)
    draft.status = .inProgress
    setInitialAnswers()
    advance()
  }

  /// Goes on past something that was said.
  ///
  /// Where a question waits, nothing happens: it has to be answered or skipped.
  public mutating func next() {
    guard case .display = step else { return }
    pass()
  }

  /// Answers the question that waits.
  ///
  /// - Parameter values: The answers; several only where the question takes several.
  /// - Throws: `AnswerProblem` when they do not fit the question, or when none waits.
  public mutating func answer(_ values: [AnswerValue]) throws(AnswerProblem) {
    guard case .ask(let question) = step else { throw .nothingAsked }
    try question.check(values)
    if case .another = question.kind {
      if values == [.boolean(true)] { draft.addGroup(at: question.path) }
    } else {
      draft.setAnswers(values, at: question.path)
    }
    pass()
  }

  /// Leaves the question that waits without an answer, also where it had one.
  ///
  /// - Throws: `AnswerProblem.required` when the form cannot do without, `.nothingAsked` when no
  ///   question waits.
  public mutating func skip() throws(AnswerProblem) {
    guard case .ask(let question) = step else { throw .nothingAsked }
    guard !question.isRequired else { throw .required }
    if !question.previous.isEmpty { draft.setAnswers([], at: question.path) }
    pass()
  }

  /// The answers so far.
  ///
  /// While questions wait it holds everything. Once all were asked it is completed: answers that no
  /// longer apply are gone.
  public var response: QuestionnaireResponse {
    guard step == .complete else { return draft.arranged(by: questionnaire, keeping: nil) }
    let enabled = FormTree(questionnaire, response: draft).enabledPaths
    var response = draft.arranged(by: questionnaire, keeping: enabled)
    response.status = .completed
    return response
  }
}

extension FormFiller {
  /// Whether an item is enabled as things stand, in any repetition.
  ///
  /// - Parameter linkID: The item.
  /// - Returns: `true` when its conditions, and those of all that hold it, are met.
  public func isEnabled(_ linkID: LinkID) -> Bool {
    FormTree(questionnaire, response: draft).nodes.contains {
      $0.item.linkID == linkID && $0.isEnabled
    }
  }

  private mutating func pass() {
    if let current { passed.insert(current) }
    advance()
  }

  /// Finds the first step that was not taken yet.
  private mutating func advance() {
    let walk = FormWalk(
      questionnaire, tree: FormTree(questionnaire, response: draft), scope: scope)
    let index = walk.stops.firstIndex { !passed.contains($0.mark) }
    current = index.map { walk.stops[$0].mark }
    step = index.map { walk.step(at: $0) } ?? .complete
  }

  private mutating func setInitialAnswers() {
    let tree = FormTree(questionnaire, response: draft)
    for node in tree.nodes where node.answers.isEmpty && node.isReachable {
      let values = node.item.initialAnswers
      let isWanted = scope?.contains(node.item.linkID) ?? true
      if !values.isEmpty && isWanted { draft.setAnswers(values, at: node.path) }
    }
  }
}

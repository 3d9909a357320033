/// Fills in a questionnaire, one step at a time.
///
/// A filler is a value that holds answers, not a place in a chain of prompts: every act of a
/// person is a ``FormMove``, and the same moves always lead to the same step. A person can
/// therefore go back, jump, change an earlier answer, and add or take away repetitions at any time.
///
/// ```swift
/// var filler = FormFiller(questionnaire)
/// while case .ask(let question) = filler.step {
///   try filler.take(.answer(question.parse(typed, today: today)))
/// }
/// ```
public struct FormFiller: Sendable {
  /// A stop on the way: an item in one place, or the question for one more repetition.
  struct Mark: Hashable, Sendable {
    var path: ItemPath
    var isAnother = false
  }

  /// How many moves can be taken back.
  private static let undoLimit = 50

  /// The form.
  public let questionnaire: Questionnaire
  /// How it is filled in.
  public let options: FormOptions
  /// How well the response that was there before goes with the form.
  public let fit: ResponseFit

  /// What comes next.
  public internal(set) var step = FormStep.complete
  /// What the last move changed beside the answer itself.
  public internal(set) var lastChange = FormChange()

  /// Whether each item is asked; `nil` for all.
  let scope: [Bool]?
  let calculation: Calculation
  var progress: FormProgress
  var earlier: [FormProgress] = []
  /// The way as the answers stand.
  var walk: FormWalk
  /// What was worked out from the answers.
  var outcome: CalculationOutcome?

  /// Starts to fill in a form.
  ///
  /// - Parameters:
  ///   - questionnaire: The form.
  ///   - only: The items to ask, each with all it holds; `nil` asks the whole form.
  ///   - response: Answers given before, to this form or another version of it.
  ///   - options: How it is to be filled in.
  public init(
    _ questionnaire: Questionnaire, asking only: [LinkID]? = nil,
    response: QuestionnaireResponse? = nil, options: FormOptions = FormOptions()
  ) {
    self.questionnaire = questionnaire
    self.options = options
    scope = only.map { questionnaire.index.scope(of: $0) }
    calculation = Calculation(questionnaire)
    var draft =
      response
      ?? QuestionnaireResponse(
        questionnaire: questionnaire.canonical, language: questionnaire.language)
    let fitted = response?.fitted(to: questionnaire)
    fit = fitted?.1 ?? ResponseFit()
    if let fitted { draft = fitted.0 }
    let isDraft = response?.status == .inProgress && response?.items.isEmpty == false
    draft.status = .inProgress
    progress = FormProgress(draft: draft)
    walk = FormWalk(FormTree(questionnaire, response: draft), scope: scope, namesFirst: [])
    if !isDraft { setInitialAnswers(within: ItemPath()) }
    refresh()
    if options.start == .firstOpen { passWhatIsAnswered() }
    advance()
  }

  /// Goes on past something that was said.
  ///
  /// Where a question waits, nothing happens: it has to be answered or skipped.
  public mutating func next() {
    guard case .display = step else { return }
    pass(.done)
  }

  /// Answers the question that waits.
  ///
  /// - Parameter values: The answers; several only where the question takes several.
  /// - Throws: `AnswerProblem` when they do not fit the question, or when none waits.
  public mutating func answer(_ values: [AnswerValue]) throws(AnswerProblem) {
    try take(.answer(values))
  }

  /// Leaves the question that waits without an answer, also where it had one.
  ///
  /// - Throws: `AnswerProblem.required` when the form cannot do without, `.nothingAsked` when no
  ///   question waits.
  public mutating func skip() throws(AnswerProblem) {
    try take(.skip)
  }

  /// The answers so far.
  ///
  /// While questions wait it holds everything. Once the form is complete, so is the response:
  /// answers that no longer apply are gone. A form that needs what a console cannot give stays a
  /// draft, and so does one whose conditions lead in a circle, where its completed response would
  /// not keep to them.
  public var response: QuestionnaireResponse {
    guard progress.isFinished else { return progress.draft.arranged(by: questionnaire) }
    let complete = completedResponse
    let isSound = !questionnaire.index.isCircular || questionnaire.faults(in: complete).isEmpty
    guard isSound, scope != nil || problems(in: complete).isEmpty else {
      return progress.draft.arranged(by: questionnaire)
    }
    return complete
  }

  /// Whether an item is enabled as things stand, in any repetition.
  ///
  /// - Parameter linkID: The item.
  /// - Returns: `true` when its conditions, and those of all that hold it, are met.
  public func isEnabled(_ linkID: LinkID) -> Bool {
    guard let item = questionnaire.index.places[linkID] else { return false }
    return walk.tree.places[item].contains { walk.tree.nodes[$0].isEnabled }
  }

  /// The response as it would be if the form were completed as things stand.
  var completedResponse: QuestionnaireResponse {
    var complete = progress.draft.completed(
      by: questionnaire, without: walk.tree.disabledPaths)
    complete.status = options.amends ? .amended : .completed
    return complete
  }

  /// Keeps how things stand, so that the next move can be taken back.
  mutating func remember() {
    if earlier.count >= Self.undoLimit { earlier.removeFirst() }
    earlier.append(progress)
  }
}

extension FormFiller: Equatable {
  /// Compares the forms and all that was done; the steps follow from them.
  public static func == (left: FormFiller, right: FormFiller) -> Bool {
    left.progress == right.progress && left.earlier == right.earlier
      && left.scope == right.scope && left.options == right.options
      && left.questionnaire == right.questionnaire
  }
}

extension FormIndex {
  /// Marks the items of some names, with all they hold.
  fileprivate func scope(of names: [LinkID]) -> [Bool] {
    var marks = [Bool](repeating: false, count: items.count)
    for place in names.compactMap({ places[$0] }) {
      for inner in place..<ends[place] { marks[inner] = true }
    }
    return marks
  }
}

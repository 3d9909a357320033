import Coach
import Console
import Questionnaires

/// A session at the terminal: shows each step, takes the reply, keeps the draft.
struct Sitting {
  /// How a sitting came to its end.
  enum Ending: Equatable {
    /// It ran to its end.
    case finished(Outcome)
    /// The person left; everything so far is in the draft.
    case left(Interruption)
  }

  /// What the person did at a prompt.
  enum Move: Equatable {
    case reply(Reply)
    /// Several replies, of which each but the first waits for the prompt after the one before.
    case replies([Reply])
    case back
    case pause
    /// Shows the prompt again.
    case again
  }

  let screen: Screen
  let helplines: HelplineDirectory
  let today: CalendarDay
  let keep: (Draft, Session) throws -> Void
  let keepsNothing: Bool

  /// Seals words that are still being typed, without a word to the person.
  var autosave: (Draft) -> Void = { _ in }

  /// The names of people that are known, which Tab completes where a name is asked for.
  var names: [String] = []
  var session: Session
  var heading: Heading?
  var hasShownKeys = false

  /// What was asked last, and where on the way down the screen.
  var inView: InView?

  /// The heading of a repetition that was just shown, so that it is not said twice.
  var lastHeading: String?

  /// The table of answers that was shown last, so that it is not shown twice running.
  var lastTable: FormTable?

  /// Replies that wait for the prompts they belong to.
  private var queued: [Reply] = []

  /// Whether the answers were looked over before.
  var hasReviewed = false

  /// The last line that was said, to say again where a choice is shown again.
  var lastSaid: Utterance?

  /// Lines that are not shown yet, so that a page does not end between them and what follows.
  var held: [String] = []

  /// Words that were just written, and whether off the record, to say that they are kept.
  var written: (words: String, isOffRecord: Bool)?

  /// A name that may have been meant by its beginning.
  var suggestedName: (anchor: String, typed: String, name: String)?

  /// Words on their way into an answer, while a command among them is obeyed.
  var carried: (anchor: String, words: String)?

  /// Makes a sitting.
  ///
  /// - Parameters:
  ///   - session: What is said and asked.
  ///   - screen: Where it is shown.
  ///   - helplines: Who can be reached, for `help now`.
  ///   - today: The day it is.
  ///   - keepsNothing: Whether nothing that is written outlasts the run.
  ///   - names: The names of people that are known.
  ///   - keep: Seals the draft, or puts the answers where they belong; called after every reply,
  ///     before the next prompt is shown.
  init(
    _ session: Session, on screen: Screen, helplines: HelplineDirectory, today: CalendarDay,
    keepsNothing: Bool = false, names: [String] = [],
    keep: @escaping (Draft, Session) throws -> Void
  ) {
    self.session = session
    self.screen = screen
    self.helplines = helplines
    self.today = today
    self.keepsNothing = keepsNothing
    self.names = names
    self.keep = keep
  }

  /// Runs until the session ends or the person leaves.
  mutating func run() throws -> Ending {
    var reply: Reply?
    var kept = session.draft.replies.count
    while true {
      do {
        let given = reply
        reply = nil
        let step = try session.resume(with: given)
        if session.draft.replies.count != kept {
          kept = session.draft.replies.count
          try keep(session.draft, session)
        }
        try showSaved()
        if let given { try showChange(after: given) }
        if case .finish(let outcome) = step {
          try showHeld()
          return .finished(outcome)
        }
        if given != nil { inView = nil }
        if !queued.isEmpty {
          reply = step.prompt == nil ? nil : queued.removeFirst()
          continue
        }
        reply = try show(step)
      } catch let SessionError.refused(refusal) {
        queued = []
        try showHeld()
        try screen.say("\(SessionError.refused(refusal))".sentence)
      } catch let interruption as Interruption {
        return .left(interruption)
      } catch let leaving as Leaving {
        return .left(leaving.interruption)
      }
    }
  }

  /// Shows a step and, where it waits, takes the reply.
  private mutating func show(_ step: Step) throws -> Reply? {
    switch step {
    case .say(let utterance):
      try showHeld()
      hold(utterance.heading)
      if let text = utterance.form {
        try showHeld()
        try show(text)
      } else {
        hold(utterance)
      }
      lastSaid = utterance
      return nil
    case .show(let picture):
      try showHeld()
      held = PictureView(terminal: screen.terminal).lines(of: picture) + [""]
      return nil
    case .turn(let prompt), .choose(let prompt, _), .ask(let prompt, _), .pause(let prompt, _),
      .review(let prompt, _):
      if prompt.heading != heading {
        try showHeld()
        hold(prompt.heading)
      }
      return try reply(to: step, prompt)
    case .finish:
      return nil
    }
  }

  private mutating func reply(to step: Step, _ prompt: Prompt) throws -> Reply? {
    while true {
      do {
        let isAgain = inView?.anchor == prompt.anchor
        let isInView = isAgain && inView?.isStill(on: screen) == true
        if isAgain, !isInView, step.isAskedByWhatWasSaid, let lastSaid { hold(lastSaid) }
        if !isInView { inView = InView(anchor: prompt.anchor, top: screen.writtenRows) }
        inView?.isRepeated = isInView
        if isInView { try showHeld() }
        screen.keepTyped = keeper(of: step, prompt)
        defer { screen.keepTyped = { _ in } }
        let move = try move(at: step, prompt)
        switch move {
        case .reply(let reply): return reply
        case .replies(let replies):
          queued = Array(replies.dropFirst())
          return replies.first
        case .pause: throw Leaving(.pause, typed: carried?.words ?? "")
        case .again: continue
        case .back:
          try goBack()
          return nil
        }
      } catch let leaving as Leaving {
        if takesWords(step) {
          try keepTyped(leaving.typed, at: prompt)
        }
        throw leaving.interruption
      }
    }
  }

  private mutating func goBack() throws {
    let wasInForm = session.isInWholeForm
    if try session.back() {
      inView = nil
      if !(wasInForm && session.isInWholeForm) { heading = nil }
    } else {
      try screen.say("This is the beginning; there is nothing before it.")
    }
  }

  /// Seals words that were typed but not given as a reply, so that they are there on return.
  private func keepTyped(_ typed: String, at prompt: Prompt) throws {
    guard let draft = draft(with: typed, at: prompt) else { return }
    try keep(draft, session)
  }

  /// Keeps the words of a question while they are being typed.
  private func keeper(of step: Step, _ prompt: Prompt) -> (String) -> Void {
    guard takesWords(step) else { return { _ in } }
    return { [self] typed in
      if let draft = draft(with: typed, at: prompt) { autosave(draft) }
    }
  }

  private func takesWords(_ step: Step) -> Bool {
    if case .ask(_, let question) = step { question.takesWords } else { false }
  }

  /// The draft with words that were typed but not given; `nil` where nothing may be kept.
  private func draft(with typed: String, at prompt: Prompt) -> Draft? {
    guard !typed.isEmpty, !session.isOffRecord else { return nil }
    var draft = session.draft
    // At a terminal the words of before stand in the line; elsewhere they are added up.
    let isAdded = !screen.terminal.isInteractive && carried?.anchor == prompt.anchor
    let before = isAdded && carried?.words != typed ? carried?.words : nil
    let text = [before, typed].compactMap { $0 }.joined(separator: "\n")
    draft.offered.removeAll { $0.anchor == prompt.anchor }
    draft.offered.append(
      RecordedReply(anchor: prompt.anchor, reply: .answer([.string(PrivateText(text))])))
    return draft
  }
}

extension Sitting {
  /// Whether no reply of this sitting is ever kept, as before there is a vault.
  var draftIsNeverKept: Bool { session.isOffRecord && session.draft.isEmpty }

  /// Shows the lines that were held back.
  mutating func showHeld() throws {
    defer { held = [] }
    try screen.write(held)
  }

  /// Shows lines that belong to what was said before them, on one page with it where that fits.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - rows: How many rows below them are to stay free.
  /// - Throws: ``Leaving`` when the person leaves where the window is full.
  mutating func showWithHeld(_ lines: [String], reserving rows: Int) throws {
    if held.count + lines.count + rows > screen.pageRows { try showHeld() }
    defer { held = [] }
    try screen.write(held + lines, reserving: rows)
  }

  /// Holds back where in the sitting the person is, whenever that changes.
  private mutating func hold(_ new: Heading) {
    guard new != heading else { return }
    heading = new
    guard !new.title.isEmpty else { return }
    let progress = new.progress.map { "\($0.part) of \($0.count)" } ?? ""
    if screen.isPlain {
      let part = progress.isEmpty ? "" : " (\(progress))"
      held += ["\(new.title)\(part)", ""]
      return
    }
    let width = min(66, screen.terminal.columns - 4)
    let gap = max(2, width - DisplayWidth.columns(of: new.title) - progress.count)
    let space = String(repeating: " ", count: gap)
    held += ["\(screen.margin)\(screen.style.bold(new.title))\(space)\(progress)", ""]
  }

  private mutating func hold(_ utterance: Utterance) {
    let speaker = utterance.character.map { "\($0): " } ?? ""
    held += screen.lines(of: speaker + utterance.text) + [""]
  }
}

extension Step {
  /// Whether the question stands in the line before: options, and words in answer to a line.
  fileprivate var isAskedByWhatWasSaid: Bool {
    switch self {
    case .choose: true
    case .ask(_, let question): question.text.isEmpty
    case .say, .turn, .show, .pause, .review, .finish: false
    }
  }
}

extension String {
  /// The text with a capital at its beginning and a full stop at its end.
  var sentence: String {
    guard let first else { return self }
    let text = first.uppercased() + dropFirst()
    return text.hasSuffix(".") || text.hasSuffix("?") ? text : text + "."
  }
}

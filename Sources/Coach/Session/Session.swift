import Questionnaires

/// One sitting: the only loop of the program.
///
/// A session is a value. Content and history go in, steps come out, and nothing calls back: the
/// same session runs from a person at a terminal, from a list of replies in a test, and from a
/// draft that a crash left behind.
///
/// Coming back is replay. The draft holds the replies; given the same content they lead to the
/// same prompt. ``back()`` drops the last one and plays the others again.
///
/// Off the record, in nodes with the header `record: off`, replies never enter the draft. When a
/// draft is played again such a node is passed over if it had been left, and entered anew if not.
public struct Session: Sendable {
  /// What is kept so that the sitting can be taken up again.
  public var draft: Draft {
    var draft = recorded
    draft.replies += pending
    return draft
  }

  /// Whether wanting to die was spoken of in this run of the sitting.
  public private(set) var hasMetCrisis = false

  private let content: ContentLibrary
  private let history: History
  private var machine: SessionMachine
  private var recorded: Draft
  private var pending: [RecordedReply]
  private var offRecord: [RecordedReply] = []
  private var pendingOffRecord: [RecordedReply] = []
  private var earlier: [String: Reply] = [:]
  private var queue: [Step] = []
  private var waiting: Step?

  /// Begins a sitting, or takes one up again.
  ///
  /// - Parameters:
  ///   - draft: What the sitting is for and the replies so far; none in a new one.
  ///   - content: What is said and asked.
  ///   - history: What the journal holds.
  /// - Throws: ``SessionError/broken(_:)`` when the content lacks the node it begins at.
  public init(_ draft: Draft, content: ContentLibrary, history: History) throws(SessionError) {
    self.content = content
    self.history = history
    recorded = draft
    recorded.replies = []
    for reply in draft.offered { earlier[reply.anchor] = reply.reply }
    pending = draft.replies
    machine = try SessionMachine(draft, content: content, history: history)
  }

  /// Goes on to the next step.
  ///
  /// - Parameter reply: The reply to the step before where that one waits for a reply; `nil`
  ///   after a step that needs none, and to hear the step that waits once more.
  /// - Returns: The next step.
  /// - Throws: ``SessionError/refused(_:)`` when the reply does not fit the prompt, which then
  ///   still waits; ``SessionError/broken(_:)`` when the content is at fault.
  public mutating func resume(with reply: Reply? = nil) throws(SessionError) -> Step {
    if let reply, let step = waiting, let prompt = step.prompt {
      try machine.accept(reply, at: step)
      keep(RecordedReply(anchor: prompt.anchor, reply: reply))
      machine.wasReplayed = false
      waiting = nil
    }
    if let waiting { return waiting }
    if queue.isEmpty { try fillQueue() }
    guard !queue.isEmpty else { throw .broken("the sitting has no next step") }
    let step = queue.removeFirst()
    waiting = step.prompt == nil ? nil : step
    return step
  }

  /// What the sitting leaves when it is not taken up again.
  ///
  /// Answers that are only kept when the person says so are left out, since nobody said so.
  ///
  /// - Returns: The record of what was answered so far, if anything was.
  /// - Throws: ``SessionError/broken(_:)`` when the content is at fault.
  public mutating func endHere() throws(SessionError) -> Outcome {
    if waiting == nil, queue.isEmpty { try fillQueue() }
    machine.keepAside(pending[...])
    pending = []
    machine.leaveForm()
    machine.forgetWhatWasToBeAsked()
    return try machine.outcome()
  }

  /// Goes back to the prompt before the one that waits.
  ///
  /// Within a form that is asked whole nothing is taken back: its answers stay, and only the place
  /// changes. Before its first question, all of its replies are offered again on the way.
  ///
  /// - Returns: Whether there was one; the step itself comes from ``resume(with:)``.
  /// - Throws: ``SessionError/broken(_:)`` when the content is at fault.
  public mutating func back() throws(SessionError) -> Bool {
    if waiting == nil, queue.isEmpty { try fillQueue() }
    if let waiting = waiting ?? queue.last, try stepsBackInForm(at: waiting) { return true }
    let count = machine.repliesInWholeForm
    if count > 0, offRecord.isEmpty {
      guard recorded.replies.count > count else { return false }
      for _ in 0..<count { offerAgain(recorded.replies.removeLast()) }
    }
    if recorded.replies.last == .mark { recorded.replies.removeLast() }
    if let last = offRecord.popLast() {
      earlier[last.anchor] = last.reply
    } else if let last = recorded.replies.popLast() {
      offerAgain(last)
    } else {
      return false
    }
    machine = try SessionMachine(recorded, content: content, history: history)
    pending = recorded.replies + pending
    recorded.replies = []
    pendingOffRecord = offRecord
    offRecord = []
    queue = []
    waiting = nil
    return true
  }
}

extension Session {
  /// The country told in this sitting, or in an earlier one; `nil` when it was not told.
  public var country: String? { machine.country }

  /// The form that is being filled in; `nil` where none is.
  public var filler: FormFiller? { machine.filling?.filler }

  /// Whether the form that is being filled in is asked whole, so that one can move about in it.
  public var isInWholeForm: Bool { machine.filling?.isWhole ?? false }

  /// The item with the score of the measure being filled in, which is told once it is finished;
  /// `nil` in any other form.
  public var withheldScore: LinkID? {
    (machine.filling?.form).flatMap { content.measures[$0]?.score }
  }

  /// The answers to the form that is being filled in, without any that must never be kept.
  public var answersSoFar: QuestionnaireResponse? { machine.answersSoFar }

  /// Everybody the sitting named, changed or removed, to be kept together with its record.
  public var people: [Record] { machine.peopleRecords }

  /// The answers to the form the sitting is for, once it is complete and they are kept.
  public var answersAtEnd: QuestionnaireResponse? { machine.answersAtEnd }

  /// Whether what is said and replied now leaves no trace on the disk.
  public var isOffRecord: Bool { machine.isOffRecord }

  /// Notes that an off-the-record part lies behind, so that nobody is led through it twice.
  private mutating func passMark() {
    offRecord = []
    recorded.replies.append(.mark)
  }

  /// Lets a reply be offered when its prompt comes again.
  private mutating func offerAgain(_ reply: RecordedReply) {
    if case .form = reply.reply { return }
    guard !recorded.offered.contains(where: { $0.anchor == reply.anchor }) else { return }
    earlier[reply.anchor] = reply.reply
    recorded.offered.append(reply)
  }

  /// Goes back within a form that is asked whole.
  private mutating func stepsBackInForm(at step: Step) throws(SessionError) -> Bool {
    guard machine.canGoBackInForm, let prompt = step.prompt else { return false }
    try machine.accept(.form(.back), at: step)
    keep(RecordedReply(anchor: prompt.anchor, reply: .form(.back)))
    machine.wasReplayed = false
    queue = []
    waiting = nil
    return true
  }

  private mutating func keep(_ reply: RecordedReply) {
    if case .form = reply.reply {} else { earlier[reply.anchor] = nil }
    if machine.repliedOffRecord {
      offRecord.append(reply)
    } else {
      offRecord = []
      recorded.replies.append(reply)
      recorded.offered.removeAll { $0.anchor == reply.anchor }
    }
  }

  /// Plays replies that are already known and leaves the queue at the next step to show.
  private mutating func fillQueue() throws(SessionError) {
    var seen: [Step] = []
    while true {
      machine.leavesOffRecord = machine.wasReplayed && !pending.isEmpty
      let wasOffRecord = machine.isOffRecord
      var step = try machine.advance()
      if wasOffRecord, !machine.isOffRecord { passMark() }
      if machine.isInCrisis { hasMetCrisis = true }
      if case .finish = step {
        queue = seen + [try finish(step)]
        return
      }
      guard let prompt = step.prompt else {
        seen.append(step)
        if pending.isEmpty, pendingOffRecord.isEmpty {
          queue = seen
          return
        }
        continue
      }
      if let known = takeKnown(prompt.anchor), replay(known, at: step) {
        seen = []
        continue
      }
      step.remember(earlier[prompt.anchor])
      queue = seen + [step]
      return
    }
  }

  private mutating func replay(_ known: RecordedReply, at step: Step) -> Bool {
    do {
      try machine.accept(known.reply, at: step)
    } catch {
      // The content has changed and the reply no longer fits: the person is asked, with the
      // reply before them.
      earlier[known.anchor] = known.reply
      return false
    }
    keep(known)
    machine.wasReplayed = true
    return true
  }

  private mutating func takeKnown(_ anchor: String) -> RecordedReply? {
    if machine.isOffRecord {
      guard pendingOffRecord.first?.anchor == anchor else { return nil }
      return pendingOffRecord.removeFirst()
    }
    if pending.first == .mark { recorded.replies.append(pending.removeFirst()) }
    guard let index = pending.firstIndex(where: { $0.anchor == anchor }) else { return nil }
    let known = pending[index]
    machine.keepAside(pending[..<index])
    pending.removeSubrange(...index)
    return known
  }

  private mutating func finish(_ step: Step) throws(SessionError) -> Step {
    if step == .finish(.paused) {
      if recorded.replies.last == .mark { recorded.replies.removeLast() }
      recorded.replies.removeLast(min(1, recorded.replies.count))
      return step
    }
    guard !pending.isEmpty else { return step }
    machine.keepAside(pending[...])
    pending = []
    return .finish(try machine.outcome())
  }
}

extension Step {
  fileprivate mutating func remember(_ reply: Reply?) {
    guard let reply else { return }
    switch self {
    case .turn(var prompt):
      prompt.earlier = reply
      self = .turn(prompt)
    case .choose(var prompt, let choices):
      prompt.earlier = reply
      self = .choose(prompt, choices)
    case .ask(var prompt, let question):
      prompt.earlier = reply
      self = .ask(prompt, question)
    case .pause(var prompt, let help):
      prompt.earlier = reply
      self = .pause(prompt, help)
    case .review(var prompt, let review):
      prompt.earlier = reply
      self = .review(prompt, review)
    case .say, .show, .finish:
      break
    }
  }
}

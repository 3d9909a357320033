import Questionnaires
import YarnRuntime

/// The running state of a sitting: the dialogue, the forms it fills in, and the notes.
struct SessionMachine: Sendable {
  /// What off-the-record nodes must leave as they found it.
  struct Baseline: Sendable {
    var memory: DialogueMemory
    var forms: [FilledForm]
    var notes: [Note]
    var roster: Roster
  }

  /// A form that is being filled in.
  struct Filling: Sendable {
    var form: String
    /// Whom it is about, by their id; `nil` where it is about nobody in particular.
    var person: String?
    var filler: FormFiller
    /// Whether all of it is asked, and not only items that were named.
    var isWhole = true
    /// How many replies it has taken.
    var replies = 0
  }

  let content: ContentLibrary
  let history: History
  let draft: Draft
  var dialogue: Dialogue
  var forms: [FilledForm] = []
  var notes: [Note] = []
  var asked: [String] = []
  var filling: Filling?
  var writing: String?
  var offered: [Option] = []
  var said: Utterance?
  var baseline: Baseline?
  var ending: Outcome?

  /// The people of the inventory as they stand.
  var roster: Roster
  /// Whether a name is being asked for.
  var isNaming = false
  /// The people who are offered to choose from; `nil` when none are.
  var picking: [Choice]?
  /// What is asked about keeping the answers, once a form that a sitting is for is complete.
  var keeping: FormKeeping?
  /// Whether the scene for a hard answer was gone through in a sitting for one form.
  var hasCared = false
  /// Whether a script is running.
  var isRunning = true

  /// Whether the last reply was played from a draft.
  var wasReplayed = true
  /// Whether an off-the-record node is passed over because later replies are known.
  var leavesOffRecord = false
  /// Whether the last reply was given off the record.
  var repliedOffRecord = false

  init(_ draft: Draft, content: ContentLibrary, history: History) throws(SessionError) {
    self.content = content
    self.history = history
    self.draft = draft
    roster = Roster(history.people)
    dialogue = Dialogue(program: content.program, seed: draft.seed)
    guard let node = draft.agenda.entryNode else {
      isRunning = false
      try beginFormSitting()
      return
    }
    try start(node)
  }

  /// Begins a node of the scripts.
  mutating func start(_ node: String) throws(SessionError) {
    do {
      try dialogue.start(at: node)
      isRunning = true
    } catch {
      throw .broken("\(error)")
    }
  }

  /// Whether a node with the header `record: off` is running.
  var isOffRecord: Bool { baseline != nil }

  /// Whether the node that speaks of wanting to die is running.
  var isInCrisis: Bool {
    dialogue.stack.contains { content.program.nodes[$0]?.title == "Crisis" }
  }

  /// Runs until there is something to show or to ask.
  mutating func advance() throws(SessionError) -> Step {
    while ending == nil {
      if let step = try formStep() { return step }
      if let step = writeStep() { return step }
      if let step = nameStep() { return step }
      if let step = try keepingStep() { return step }
      guard ending == nil else { break }
      if let step = try dialogueStep() { return step }
    }
    return .finish(try outcome())
  }

  /// Takes the reply to a step that waits.
  ///
  /// - Throws: ``SessionError/refused(_:)`` when it does not fit; nothing has changed then.
  mutating func accept(_ reply: Reply, at step: Step) throws(SessionError) {
    let wasOffRecord = isOffRecord
    switch (step, reply) {
    case (.turn, .next), (.turn, .skip), (.pause, .next), (.pause, .skip):
      break
    case (.choose(_, let choices), .option(let id)):
      guard choices.contains(where: { $0.id == id }) else { throw .refused(.mismatch) }
      if keeping?.isAsking == true { keepOrForget(id) } else { try choose(id) }
    case (.choose(let prompt, _), .skip):
      guard prompt.canSkip else { throw .refused(.cannotSkip) }
      try choose(nil)
    case (.ask(let prompt, let question), _):
      try answer(reply, to: question, at: prompt)
      if mustNeverBeKept(question) {
        filling?.replies -= 1
        repliedOffRecord = true
        return
      }
    case (.review, .form(let move)):
      try take(move)
    default:
      throw .refused(.mismatch)
    }
    repliedOffRecord = wasOffRecord
  }
}

extension SessionMachine {
  private mutating func dialogueStep() throws(SessionError) -> Step? {
    let event: Event
    do {
      event = try dialogue.next(using: library)
    } catch {
      throw .broken("\(error)")
    }
    switch event {
    case .nodeStarted, .nodeCompleted:
      try keepRecordRule()
      return nil
    case .line(let line):
      let utterance = Utterance(
        id: line.id, character: line.character, text: line.text, heading: heading)
      said = utterance
      return .say(utterance)
    case .options(let options):
      offered = options.filter(\.isAvailable)
      let open = offered.map { Choice(id: $0.line.id, text: $0.line.text) }
      guard let first = open.first else {
        try choose(nil)
        return nil
      }
      return .choose(prompt("choose:\(first.id)", canSkip: header("skip") != "no"), open)
    case .command(let command):
      return try run(command)
    case .dialogueCompleted where keeping != nil:
      isRunning = false
      return nil
    case .dialogueCompleted:
      ending = draft.agenda.recordKind == nil ? .passed : .nothing
      return nil
    }
  }

  /// Notes where the record is off begins and puts everything back where it ends.
  private mutating func keepRecordRule() throws(SessionError) {
    let isOff = dialogue.stack.contains { content.program.nodes[$0]?.header("record") == "off" }
    if isOff, baseline == nil {
      if leavesOffRecord {
        do {
          try dialogue.leaveNode()
        } catch {
          throw .broken("\(error)")
        }
        return
      }
      baseline = Baseline(
        memory: dialogue.memory, forms: forms, notes: notes, roster: roster)
    } else if !isOff, let before = baseline {
      dialogue.memory = before.memory
      forms = before.forms
      notes = before.notes
      roster = before.roster
      baseline = nil
    }
  }

  private mutating func choose(_ id: String?) throws(SessionError) {
    guard picking == nil else { return pick(id) }
    do {
      try dialogue.choose(offered.first { $0.line.id == id }?.index)
    } catch {
      throw .broken("\(error)")
    }
  }
}

extension SessionMachine {
  /// Finds a header of the running node, or of the nearest one around it that has it.
  func header(_ key: String) -> String? {
    dialogue.stack.reversed().lazy.compactMap { content.program.nodes[$0]?.header(key) }.first
  }

  /// Where in the sitting the person is.
  var heading: Heading {
    let title = named(header("heading") ?? "")
    let counting = dialogue.stack.reversed().lazy.compactMap { content.program.nodes[$0] }
      .first { $0.header("progress") != nil || $0.header("screen") != nil }
    if let screen = counting?.header("screen").flatMap({ Int($0) }), let reading = header("reading")
    {
      let count = content.program.nodes.values.count {
        $0.header("reading") == reading && $0.header("screen") != nil
      }
      return Heading(title: title, progress: .init(part: screen, count: count))
    }
    let numbers = counting?.header("progress")?.split(separator: "/").compactMap { Int($0) } ?? []
    guard numbers.count == 2 else { return Heading(title: title, progress: nil) }
    return Heading(title: title, progress: .init(part: numbers[0], count: numbers[1]))
  }

  /// Makes a prompt at the place the person is now.
  func prompt(_ anchor: String, canSkip: Bool) -> Prompt {
    Prompt(
      anchor: anchor, heading: heading, why: header("why"), canSkip: canSkip, earlier: nil)
  }
}

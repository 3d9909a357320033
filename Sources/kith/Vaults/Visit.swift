import Coach
import CoachContent
import Console
import JournalStorage
import Questionnaires

/// One run of a command that needs the journal: opens it, and sits with the person.
struct Visit {
  let host: Host

  init(_ host: Host) {
    self.host = host
  }

  /// Runs a sitting from its beginning or from where it was left.
  ///
  /// Somebody who has no vault yet is welcomed first.
  ///
  /// - Throws: ``Interruption`` when the person left; everything is kept then.
  func sit(for agenda: Agenda) throws {
    let content = try host.content()
    var journal = try openJournal(content)
    try sit(for: agenda, in: &journal, content)
  }

  /// Runs a sitting for one form, whose answers may be there already.
  ///
  /// - Parameters:
  ///   - answers: The answers that a new sitting begins with.
  ///   - form: Which form, once the journal is open; it may keep one that was brought. Where it
  ///     names none, there is no sitting.
  /// - Throws: ``Interruption`` when the person left; everything is kept then.
  func sit(
    starting answers: QuestionnaireResponse?,
    form: (inout Journal, ContentLibrary) throws -> Agenda?
  ) throws {
    let content = try host.content()
    var journal = try openJournal(content)
    guard let agenda = try form(&journal, content) else { return }
    try sit(for: agenda, in: &journal, content, starting: answers)
  }

  /// Runs a sitting in a journal that is open.
  ///
  /// - Throws: ``Interruption`` when the person left, or when the sitting was hard enough that
  ///   nothing more is to be offered after it.
  func sit(
    for agenda: Agenda, in journal: inout Journal, _ content: ContentLibrary,
    starting answers: QuestionnaireResponse? = nil
  ) throws {
    let content = content.with(try journal.history().addedForms)
    try refuseReadOnly(journal)
    try passGate(before: agenda, in: journal, content)
    let draft = try takeUp(agenda, in: &journal, content, starting: answers)
    let session = try Session(draft, content: content, history: try journal.history())
    var sitting = Sitting(
      session, on: host.screen, helplines: content.helplines, today: host.clock.now.day,
      keepsNothing: journal.keepsNothing, names: try journal.history().peopleNames
    ) { [journal] draft, _ in try seal(draft, in: journal) }
    sitting.autosave = { [journal] draft in
      // Nobody was promised anything yet; the reply itself is sealed or its failure told.
      try? journal.seal(draft)
    }
    offerHelp(content, in: sitting.session.country)
    // From Enter to the disk nothing may come between.
    let hold = SignalHold()
    defer { withExtendedLifetime(hold) {} }
    switch try sitting.run() {
    case .finished(.keep(let record)):
      let before = try journal.history()
      try keep(record, of: draft, with: sitting.session.people, in: &journal)
      try ScoreView(screen: host.screen).show(record, after: before, content)
    case .finished(.paused):
      throw Interruption.pause
    case .finished(.nothing), .finished(.passed), .finished(.leave):
      try journal.drop(draft)
      if case .form(_, let edited) = agenda {
        try host.screen.say(edited == nil ? "Nothing was kept of it." : "Nothing was changed.")
      }
    case .left(let interruption):
      let hasDraft = try journal.draft(for: agenda)?.isEmpty == false
      try leave(interruption, agenda, hasDraft, isOffRecord: sitting.session.isOffRecord)
    }
    if sitting.session.hasMetCrisis { throw Interruption.pause }
  }

  /// Lets nobody write what could not be kept.
  ///
  /// - Throws: ``Failure`` when the vault may not be written.
  func refuseReadOnly(_ journal: Journal) throws {
    guard journal.isReadOnly else { return }
    throw Failure(
      message: "the vault may not be written, so nothing you say could be kept",
      hint: "mend the permissions of its folder, or use --no-save to keep nothing")
  }

  /// Asks about safety where a form needs it, unless it is a sitting of these days that goes on.
  private func passGate(
    before agenda: Agenda, in journal: Journal, _ content: ContentLibrary
  ) throws {
    let draft = try journal.draft(for: agenda)
    if let draft, !draft.isEmpty, !isOld(draft) { return }
    let history = try journal.history()
    let filled = SafetyGate.lastPassed(in: history, forms: content.questionnaires)
    try GateVisit(host: host, content: content).pass(
      before: agenda.form, history: history,
      lastPassed: [filled, draft?.startedAt.day].compactMap { $0 }.max())
  }

  private func keep(
    _ record: Record, of draft: Draft, with people: [Record], in journal: inout Journal
  ) throws {
    let now = host.clock.now
    for notice in try journal.keep(record, of: draft.id, with: people, now: now) {
      host.tell("kith: \(notice)")
    }
    if record.kind == .profile { try keepCountry(of: journal) }
    try host.screen.say(journal.keepsNothing ? "Not kept, as you asked." : "Kept.")
  }

  /// Lets `help now` work at every prompt from here on.
  func offerHelp(_ content: ContentLibrary, in country: String?) {
    // Without a home folder no country can have been told.
    let told = country ?? CountryFile(folder: try? host.folders().vault).read()
    let help = content.helplines.help(in: told, on: host.clock.now.day)
    host.screen.showHelp = { [screen = host.screen] in try HelpNowView(screen: screen).show(help) }
  }

  /// Seals a draft; where the disk refuses, the person can make room and try again.
  private func seal(_ draft: Draft, in journal: Journal) throws {
    try host.screen.untilItIsKept(
      "Your last answer is still here, but it is not on the disk yet."
    ) { try journal.seal(draft) }
  }

  /// The draft to go on with: the one that was left, or a new one.
  ///
  /// After a week the person is asked, because a week has passed between the questions.
  private func takeUp(
    _ agenda: Agenda, in journal: inout Journal, _ content: ContentLibrary,
    starting answers: QuestionnaireResponse?
  ) throws -> Draft {
    guard let draft = try journal.draft(for: agenda), !draft.isEmpty else {
      return newDraft(for: agenda, content, starting: answers)
    }
    let began = draft.startedAt.day
    guard isOld(draft) else {
      try host.screen.say(
        agenda == .welcome
          ? "The first visit comes first; it goes on where you left off."
          : "Going on where you left off.")
      return draft
    }
    try host.screen.say("You began this on \(began.inWords) and left it before its end.")
    let choices = ["Go on with it", "Keep what is there as it is, and begin anew"]
    guard try host.screen.choose(choices) == 1 else { return draft }
    var session = try Session(draft, content: content, history: try journal.history())
    if case .keep(let record) = try session.endHere() {
      try journal.keep(record, of: draft.id, with: session.people, now: host.clock.now)
    } else {
      try journal.drop(draft)
    }
    return newDraft(for: agenda, content, starting: answers)
  }

  /// Whether a week has passed since a sitting was begun.
  private func isOld(_ draft: Draft) -> Bool {
    host.clock.now.day.number - draft.startedAt.day.number >= 7
  }

  /// The journal as it is, for commands that only look.
  ///
  /// - Throws: ``Failure`` when there is none yet.
  func existingJournal() throws -> Journal {
    MemoryFolder.sweep(environment: host.environment)
    guard !host.options.noSave else { return Journal() }
    let gate = VaultGate(host)
    guard try gate.hasVault() else {
      throw Failure(message: "there is no journal yet", hint: "run 'kith' to begin")
    }
    return try gate.unlock()
  }

  /// Opens the journal, or welcomes a person who has none.
  func openJournal(_ content: ContentLibrary) throws -> Journal {
    try host.screen.announceMode()
    host.screen.idleSeconds = try host.idleSeconds()
    offerHelp(content, in: nil)
    guard !host.options.noSave else {
      try pass(.unsavedDoor, content)
      return Journal()
    }
    let gate = VaultGate(host)
    if try gate.hasVault() {
      var journal = try gate.unlock()
      if try journal.history().profile == nil {
        try sit(for: .welcome, in: &journal, content)
      }
      return journal
    }
    try gate.checkPlace()
    try pass(.door, content)
    var journal = try gate.create(words: try WordList(host.contentFolder()).text())
    try sit(for: .welcome, in: &journal, content)
    return journal
  }

  /// The first words, before anything is stored.
  private func pass(_ door: Agenda, _ content: ContentLibrary) throws {
    let draft = newDraft(for: door, content)
    var sitting = Sitting(
      try Session(draft, content: content, history: History()), on: host.screen,
      helplines: content.helplines, today: host.clock.now.day, keepsNothing: true
    ) { _, _ in }
    switch try sitting.run() {
    case .finished(.leave): throw Interruption.pause
    case .finished: return
    case .left(let interruption):
      guard interruption != .pause || host.screen.terminal.isInteractive else {
        throw Failure(
          message: "there is no journal yet, and the input ended before one was made",
          hint: "run 'kith' at a terminal to begin")
      }
      if interruption == .pause { try farewell("Nothing was kept.") }
      throw interruption
    }
  }

  /// Keeps the country outside the seal, so that help can come before the passphrase.
  private func keepCountry(of journal: Journal) throws {
    guard !journal.keepsNothing, let code = try journal.history().profile?.country else { return }
    try CountryFile(folder: try host.folders().vault).write(code)
  }

  private func newDraft(
    for agenda: Agenda, _ content: ContentLibrary, starting answers: QuestionnaireResponse? = nil
  ) -> Draft {
    var draft = Draft(
      id: host.chance.identifier(), agenda: agenda, content: content.identity,
      seed: host.chance.seed(), startedAt: host.clock.now, tz: host.clock.zone)
    draft.start = answers
    return draft
  }

  /// Says where things are when the person leaves, unless they want nothing to be seen.
  private func leave(
    _ interruption: Interruption, _ agenda: Agenda, _ hasDraft: Bool, isOffRecord: Bool
  ) throws {
    guard interruption == .pause else { throw interruption }
    if isOffRecord {
      try farewell(
        "Left. This part was not written down. 'kith help-now' shows who can be reached.")
    } else if host.options.noSave {
      try farewell("Nothing was kept.")
    } else if hasDraft {
      try farewell(
        "Paused. Everything so far is kept; '\(agenda.commandLine)' goes on at this place.")
    } else {
      try farewell("Nothing was answered yet; '\(agenda.commandLine)' begins again.")
    }
    throw interruption
  }

  private func farewell(_ text: String) throws {
    host.screen.output.writeLine()
    try host.screen.say(text)
  }
}

extension Agenda {
  /// What to type to come back.
  fileprivate var commandLine: String {
    switch self {
    case .door, .unsavedDoor, .welcome, .safety: "kith"
    case .checkIn: "kith check-in"
    case .inventory: "kith inventory"
    case .prompt: "kith prompt"
    case .form(let form, nil): "kith questionnaire fill \(form)"
    case .form(let form, _): "kith questionnaire fill \(form) --edit"
    case .reading(let topic): "kith read \(topic.map { $0 == "_" ? "-" : String($0) }.joined())"
    }
  }
}

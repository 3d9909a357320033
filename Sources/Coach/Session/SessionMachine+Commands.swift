import Questionnaires
import YarnRuntime

extension SessionMachine {
  /// Does what a script's command says.
  ///
  /// - Returns: A step where the command shows something or waits.
  /// - Throws: ``SessionError/broken(_:)`` when there is no such command or it names something
  ///   that the content does not have.
  mutating func run(_ command: Command) throws(SessionError) -> Step? {
    guard let name = CoachCommand(rawValue: command.name) else {
      throw .broken("no command is called '\(command.name)'")
    }
    let arguments = command.arguments
    switch name {
    case .worksheet, .measure:
      try beginForm(arguments)
    case .write:
      writing = arguments.first
    case .person:
      return try runPerson(arguments)
    case .prompt:
      try beginPrompt()
    case .helplines:
      var help = content.helplines.help(
        in: country, on: draft.startedAt.day, for: arguments.first ?? "anyone")
      if arguments.first == "now" { help = help.urgent }
      return .pause(prompt("help:\(said?.id ?? "")", canSkip: true), help)
    case .show where arguments.first == "circles":
      return .show(.circles(CircleChart(roster.present.map(\.portrait))))
    case .show:
      return .show(.mood(MoodChart(checkIns: checkIns, until: draft.startedAt.day)))
    case .turn:
      return .turn(prompt("turn:\(said?.id ?? "")", canSkip: true))
    case .forget:
      forget(arguments)
    case .pause:
      ending = .paused
    case .keepNothing:
      ending = .leave
    }
    return nil
  }

  /// The country told in this sitting, or in an earlier one.
  var country: String? {
    entry.text("start.country") ?? history.profile?.country
  }

  /// What was written so far.
  var entry: Entry {
    var topic: String?
    if case .reading(let name) = draft.agenda { topic = name }
    return Entry(
      topic: topic, forms: formsSoFar, notes: notes, asked: asked.isEmpty ? nil : asked)
  }

  private var checkIns: [CheckIn] {
    history.checkIns + (record.kind == .checkIn ? [CheckIn(record)] : [])
  }

  private mutating func beginPrompt() throws(SessionError) {
    do {
      let candidates = try dialogue.candidates(in: "Prompt", using: library)
      let selection = PromptSelection(
        history: history, focus: facts.focus, answered: Set(notes.map(\.prompt)),
        on: draft.startedAt.day, seed: draft.seed)
      guard let chosen = selection.best(of: candidates) else { return }
      try dialogue.detour(to: chosen)
    } catch {
      throw .broken("\(error)")
    }
  }

  private mutating func forget(_ arguments: [String]) {
    guard let form = arguments.first else { return }
    if content.measures[form] != nil, forms.contains(where: { $0.form == form }) {
      asked.append(form)
    }
    let items = arguments.dropFirst().map { LinkID(rawValue: $0) }
    if items.isEmpty {
      forms.removeAll { $0.form == form }
    } else if let index = forms.firstIndex(where: { $0.form == form }) {
      forms[index].response = forms[index].response.removing(Set(items))
    }
  }
}

/// The commands that scripts may give, beside those of the language itself.
public enum CoachCommand: String, CaseIterable, Sendable {
  /// Asks a questionnaire, or only the items named after its id.
  case worksheet
  /// Asks a measure whole.
  case measure
  /// Asks for words in answer to what was just said, kept as a note under an id.
  case write
  /// Picks one reflection prompt and runs it.
  case prompt
  /// Shows who can be reached, and waits; lines for an audience named after it come
  /// first, and `now` leaves only the nearest.
  case helplines
  /// Does something about the people of the inventory, such as `<<person choose>>`.
  case person
  /// Shows a picture: `mood` or `circles`.
  case show
  /// Ends a screen and waits.
  case turn
  /// Drops a form, or only the items named after its id, from what is kept.
  case forget
  /// Ends the sitting for now; it can be taken up again at the prompt before.
  case pause
  /// Ends the sitting and keeps nothing of it.
  case keepNothing = "keep_nothing"
}

import Coach
import Console
import Questionnaires

/// Lets the person change the words of an entry.
struct EntryEditing {
  let host: Host

  /// Whether their own editor is used.
  let usesOwnEditor: Bool

  private var screen: Screen { host.screen }

  init(host: Host, usesOwnEditor: Bool) {
    self.host = host
    self.usesOwnEditor = usesOwnEditor
  }

  /// Chooses the passage to change: the only one, or the one they name.
  ///
  /// - Throws: ``Failure`` where the entry has no words.
  func passage(of record: Record, _ forms: [String: Questionnaire]) throws -> Passage {
    let passages = record.passages
    guard let first = passages.first, record.kind != .person else {
      throw Failure(
        message: "that entry has no words of yours that can be changed",
        hint: record.kind == .person
          ? "'kith inventory' changes what is kept of people"
          : "'kith questionnaire fill FORM --edit' changes the answers of a form")
    }
    guard passages.count > 1 else { return first }
    try screen.say("Which words?")
    let questions = passages.map { passage in
      passage.item.map { forms[$0.form]?.item($0.linkID)?.text ?? $0.linkID.rawValue }
        ?? passage.question ?? "your note"
    }
    return passages[try screen.choose(questions)]
  }

  /// Asks for the new words.
  ///
  /// - Parameters:
  ///   - passage: What stands there now.
  ///   - rescue: Where words go that are not yet in the entry.
  /// - Returns: The new words; empty where nothing is left of them.
  /// - Throws: ``Leaving`` after the words were rescued.
  func words(for passage: Passage, rescue: EditRescue) throws -> String {
    let before = passage.text.plaintext
    do {
      return usesOwnEditor
        ? try ownWords(before) : try TypedEditing(screen, of: before, rescue: rescue).words()
    } catch let leaving as Leaving {
      let typed = leaving.typed.trimmed
      let isWorthKeeping = !typed.isEmpty && typed != before
      if isWorthKeeping { try rescue.keep(typed) }
      if isWorthKeeping || leaving.interruption == .pause {
        try screen.say(
          isWorthKeeping
            ? "The entry is as it was. What you had typed is kept, as an entry of the kind draft."
            : "Nothing was changed.")
      }
      throw leaving
    }
  }

  private func ownWords(_ before: String) throws -> String {
    let editor = try OwnEditor(environment: host.environment)
    if editor.family == .unknown {
      let goesOn = try screen.confirm(
        "kith does not know your editor: it may keep copies or a history of what it opens, outside "
          + "the seal. Use it all the same?",
        orElse: "nothing was changed: the question about the editor was not answered")
      guard goesOn else { return before }
    }
    let edited = try editor.edit(before, environment: host.environment)
    if let signal = edited.signal { throw Leaving(.signal(signal), typed: edited.text) }
    return edited.text.trimmed
  }
}

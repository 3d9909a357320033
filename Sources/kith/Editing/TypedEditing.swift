import Console

/// Lets the person change words at the prompt; what is longer than the window, part by part.
struct TypedEditing {
  private let screen: Screen
  private let before: String
  private let rescue: EditRescue

  /// Makes an editing of some words.
  ///
  /// - Parameters:
  ///   - screen: Where they are shown and typed.
  ///   - before: The words as they are.
  ///   - rescue: Keeps what is typed until it is in the entry.
  init(_ screen: Screen, of before: String, rescue: EditRescue) {
    self.screen = screen
    self.before = before
    self.rescue = rescue
  }

  /// Asks for the new words.
  ///
  /// - Throws: ``Leaving`` with everything that had been typed.
  func words() throws -> String {
    guard screen.terminal.isInteractive else { return pipedWords() }
    let parts = TextParts(before, measure: measure, rows: screen.terminal.rows - 8)
    guard parts.texts.count > 1 else {
      try screen.say(
        "Change the words. Enter, and Enter again on the empty line, keeps them; Ctrl-C leaves the "
          + "entry as it was.")
      return try changed(before) { $0 }
    }
    try screen.say(
      "These words are longer than the window, so they are changed part by part. With --editor "
        + "your own editor has them whole.")
    return try words(of: parts)
  }

  private func words(of unchanged: TextParts) throws -> String {
    var parts = unchanged
    while true {
      try screen.write(list(of: parts) + [""], reserving: 1)
      let typed: String
      do {
        typed = try screen.ask(
          LinePrompt("\(screen.margin)A number changes that part, Enter keeps everything > "))
      } catch let leaving as Leaving {
        throw Leaving(leaving.interruption, typed: parts.whole)
      }
      switch PromptCommand.read(typed) {
      case .answer(let text) where text.trimmed.isEmpty: return parts.whole.trimmed
      case .command(.save): return parts.whole.trimmed
      case .command(.pause), .command(.back): throw Leaving(.pause, typed: parts.whole)
      case .command(.clear):
        parts = unchanged
        try screen.say("The words are as they were.")
      case .answer(let text) where parts.texts.indices.contains((Int(text.trimmed) ?? 0) - 1):
        let place = (Int(text.trimmed) ?? 0) - 1
        let others = parts
        parts.texts[place] = try changed(parts.texts[place]) { others.whole(with: $0, at: place) }
      case .answer, .command, .about, .helpNow, .unknown:
        try screen.say("Please type a number from 1 to \(parts.texts.count), or Enter alone.")
      }
    }
  }

  private func list(of parts: TextParts) -> [String] {
    parts.texts.enumerated().map { index, text in
      let mark = "\(screen.margin)\(index + 1)  "
      let words = text.isEmpty ? "(nothing is left)" : text
      return mark + Printable(words).text.shortened(to: max(12, measure - mark.count))
    }
  }

  /// Asks for one stretch of words, with what is there before the cursor.
  ///
  /// - Parameters:
  ///   - stretch: What is there.
  ///   - whole: Puts the stretch among the rest, for what has to be kept.
  /// - Returns: What is to be there.
  /// - Throws: ``Leaving`` with the whole of the words.
  private func changed(_ stretch: String, whole: @escaping (String) -> String) throws -> String {
    var words = stretch
    while true {
      var prompt = LinePrompt("\(screen.margin)> ")
      prompt.initial = words
      prompt.measure = measure
      let typed = try ask(prompt, whole)
      words = typed.words.trimmed
      switch typed.command {
      case nil, .command(.save): return words
      case .command(.pause), .command(.back): throw Leaving(.pause, typed: whole(words))
      case .helpNow: try screen.showHelp()
      case .command(.clear):
        words = stretch
        try screen.say("The words are as they were.")
      case .command(.help):
        for (name, use) in Self.uses { try screen.item(name, use) }
        try screen.write([""])
      case .command, .about, .unknown, .answer:
        try screen.say("That command has nothing to do here. For a line with a colon, type two.")
      }
    }
  }

  private func ask(
    _ prompt: LinePrompt, _ whole: @escaping (String) -> String
  ) throws -> Screen.LongText {
    screen.keepTyped = { [rescue, before] typed in
      // Nobody was promised anything yet; the whole text is sealed at its end.
      try? rescue.note(whole(typed).trimmed, insteadOf: before)
    }
    defer { screen.keepTyped = { _ in } }
    do {
      return try screen.askText(prompt)
    } catch let leaving as Leaving {
      throw Leaving(leaving.interruption, typed: whole(leaving.typed))
    }
  }

  /// What is piped in may have empty lines; it ends where the input ends.
  private func pipedWords() -> String {
    let mark = "\(screen.margin)> "
    let prompt = TextPrompt(LinePrompt(mark), continuation: mark, emptyLinesToFinish: .max)
    let words = screen.keyboard.readText(prompt).text
    return words.isEmpty ? before : words
  }

  private var measure: Int { min(66, screen.terminal.columns - 4) }

  private static let uses = [
    (":save", "keep the words; an empty line does so too"),
    (":clear", "begin again with the words as they were"),
    (":pause", "leave the entry as it was; what you typed is kept beside it"),
    ("help now", "who can be reached, at once"),
    ("Alt-Enter", "a new line in the middle of the words"),
  ]
}

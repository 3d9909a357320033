import Coach
import Console
import Questionnaires

extension Sitting {
  /// Whether a prompt belongs to a form in which one can move about.
  func isInForm(_ prompt: Prompt) -> Bool {
    session.isInWholeForm
      && (prompt.anchor.hasPrefix("ask:") || prompt.anchor.hasPrefix("review:"))
  }

  /// Whether a command does something at a prompt.
  func applies(_ command: PromptCommand, at prompt: Prompt) -> Bool {
    switch command {
    case .help: false
    case .skip: prompt.canSkip
    case .undo: isInForm(prompt) && session.filler?.canUndo == true
    case .add, .remove: isInForm(prompt) && session.filler.map(groupHere) ?? nil != nil
    case .why: prompt.why != nil
    case .back, .pause, .clear: true
    case .next, .jump, .list, .check, .note, .save: isInForm(prompt)
    }
  }

  /// What a command does at a prompt, in a few words.
  func summary(of command: PromptCommand, at prompt: Prompt) -> String {
    switch command {
    case .pause where keepsNothing || draftIsNeverKept: "leave"
    case .clear where !isInForm(prompt): "drop the words of an answer that is not finished"
    default: command.summary
    }
  }

  /// Does what a command of forms says.
  mutating func obeyInForm(
    _ command: PromptCommand, _ words: String, at prompt: Prompt
  ) throws -> Move {
    guard isInForm(prompt), let filler = session.filler else {
      return try obeyOutside(command, prompt)
    }
    switch command {
    case .next:
      return .reply(.form(.next))
    case .jump:
      return try jump(words, in: filler)
    case .list:
      try show(outline.blocks(of: filler, words))
      try screen.say(":jump and a number goes there.")
    case .check:
      return try check(filler)
    case .save:
      try screen.say(
        keepsNothing ? "Nothing is kept, as you asked." : "Everything so far is saved.")
    case .note:
      let text = words.isEmpty ? try askNote() : words
      guard let text, !text.isEmpty else { return .again }
      written = (text, session.isOffRecord)
      return .reply(.form(.note(PrivateText(text))))
    case .undo:
      return .reply(.form(.undo))
    case .add:
      guard let group = groupHere(filler) else { return try nothingRepeats() }
      return .reply(.form(.add(group)))
    case .remove:
      return try remove(words, in: filler)
    case .back, .skip, .pause, .why, .clear, .help:
      return .again
    }
    return .again
  }

  /// Asks for a note; where the person leaves, half of one is kept as it is.
  private mutating func askNote() throws -> String? {
    do {
      return try screen.askWithin("Note")
    } catch let leaving as Leaving where !leaving.typed.trimmed.isEmpty {
      _ = try session.resume(with: .form(.note(PrivateText(leaving.typed.trimmed))))
      try keep(session.draft, session)
      throw leaving
    }
  }

  /// What to do with a command of forms where no form is.
  private func obeyOutside(_ command: PromptCommand, _ prompt: Prompt) throws -> Move {
    switch command {
    case .next where prompt.canSkip: return .reply(.skip)
    case .save: try screen.say(keepsNothing ? "Nothing is kept." : "Everything so far is saved.")
    default: try screen.say(":\(command.rawValue) has nothing to do here. Type ? for what does.")
    }
    return .again
  }

  /// How everything in the form is set into lines.
  var outline: OutlineView {
    OutlineView(terminal: screen.terminal, withheldScore: session.withheldScore)
  }

  /// Writes blocks of lines, none of which the end of a page tears apart.
  func show(_ blocks: [[String]]) throws {
    for block in blocks { try screen.write(block) }
  }

  private func nothingRepeats() throws -> Move {
    try screen.say("Nothing repeats here. :list shows the whole form.")
    return .again
  }

  private func jump(_ words: String, in filler: FormFiller) throws -> Move {
    let outline = filler.outline
    var words = words
    if words.isEmpty {
      try show(self.outline.blocks(of: filler, ""))
      words = try screen.askWithin("Number or some words") ?? ""
      if words.isEmpty { return .again }
    }
    if let number = Int(words) {
      guard let entry = outline.entry(numbered: number) else {
        let count = outline.entries.count { $0.number != nil }
        try screen.say("The questions have the numbers 1 to \(count).")
        return .again
      }
      return try go(to: entry)
    }
    let found = outline.entries(matching: words)
    guard let first = found.first else {
      try screen.say("No question has these words. :list shows them all.")
      return .again
    }
    if found.count == 1 || FoldedText(first.text) == FoldedText(words) {
      return try go(to: first)
    }
    try screen.say("Several have these words. :jump and a number goes to one of them.")
    try show(found.prefix(12).map(self.outline.lines) + [[""]])
    return .again
  }

  private func go(to entry: FormOutline.Entry) throws -> Move {
    guard !entry.isCurrent else {
      try screen.say("You are there.")
      return .again
    }
    return .reply(.form(.jump(entry.path)))
  }

  /// Lists what keeps the form from being finished, and goes there.
  private func check(_ filler: FormFiller) throws -> Move {
    let problems = filler.problems
    guard !problems.isEmpty else {
      let open = filler.outline.entries.count { $0.state == .open }
      try screen.say(
        open == 0
          ? "Nothing is missing."
          : "Nothing that is needed is missing. \(counted(open, "question")) still to come.")
      return .again
    }
    try screen.write(outline.lines(of: problems) + [""])
    let typed = try screen.askWithin("A number goes there, Enter stays")
    guard let number = typed.flatMap({ Int($0) }), problems.indices.contains(number - 1) else {
      return .again
    }
    return .reply(.form(.jump(problems[number - 1].path)))
  }

  private func remove(_ words: String, in filler: FormFiller) throws -> Move {
    guard let group = groupHere(filler) else { return try nothingRepeats() }
    let all = filler.repetitions(of: group).filter { !$0.isEmpty }
    guard !all.isEmpty else {
      try screen.say("There is nothing to take away yet.")
      return .again
    }
    var words = words
    if words.isEmpty {
      try screen.write(all.map { "\(screen.margin)\($0.number)  \($0.title)" } + [""])
      words = try screen.askWithin("Which number") ?? ""
    }
    let wanted = FoldedText(words)
    let chosen =
      all.first { "\($0.number)" == words }
      ?? all.first { $0.label.map { FoldedText($0.plaintext) == wanted } ?? false }
    guard !words.isEmpty, let chosen else {
      let reason = words.isEmpty ? "" : "None has this number or name. "
      try screen.say("\(reason)Nothing was taken away.")
      return .again
    }
    try screen.say("\(chosen.title) would go, with all answers in it.")
    let answer = try screen.askWithin("Take it away? yes or no") ?? ""
    guard !answer.isEmpty, "yes".hasPrefix(answer.lowercased()) else {
      try screen.say("Nothing was taken away.")
      return .again
    }
    try screen.say("Taken away. :undo brings it back.")
    return .reply(.form(.remove(chosen.path)))
  }

  /// The repeating group that the person is in, or the only one the form has.
  private func groupHere(_ filler: FormFiller) -> ItemPath? {
    if case .ask(let question) = filler.step, let here = question.repetition { return here.path }
    let groups = filler.outline.entries.compactMap(\.repetition)
    return groups.count == 1 || Set(groups.map { $0.path.steps.last?.linkID }).count == 1
      ? groups.first?.path : nil
  }
}

extension Sitting {
  /// Shows a text of a form: headings by weight, names with them, addresses below.
  mutating func show(_ text: FormText) throws {
    // Many forms have one group around everything, with the title of the form.
    if text.isHeading, let heading, FoldedText(heading.title) == FoldedText(text.text) { return }
    lastHeading = text.repetition?.title
    let prefix = text.prefix.map { "\($0) " } ?? ""
    if let repetition = text.repetition, text.isHeading {
      try screen.write([screen.margin + screen.style.bold(Printable(repetition.title).text), ""])
    } else if text.isHeading {
      let lines = screen.lines(of: prefix + text.text)
      try screen.write((lines.count == 1 ? lines.map(screen.style.bold) : lines) + [""])
    } else {
      try screen.say(prefix + text.text)
    }
    for link in text.presentation.supportLinks { try screen.say("See \(link)") }
  }

  /// Says in a plain sentence what changing an earlier answer led to.
  func showChange(after reply: Reply) throws {
    if case .form(.note) = reply { return }
    if case .form(.undo) = reply { try screen.say("The last change is taken back.") }
    guard let change = session.filler?.lastChange, change.isRevision, !change.isEmpty else {
      return
    }
    let told = change.calculated.filter { $0.path.steps.last?.linkID != session.withheldScore }
    let values = told.prefix(3).filter { !$0.after.plaintext.isEmpty }
      .map { "\($0.text.withoutColon) is now \($0.after.plaintext)." }
    let words = ([change.description] + values).filter { !$0.isEmpty }.joined(separator: " ")
    if !words.isEmpty { try screen.say(words) }
  }
}

extension Repetition {
  /// The name and number as they are shown; to be shown and not logged.
  var title: String { heading.plaintext }
}

extension FormFiller {
  /// Whether the question that waits has an answer.
  var hasAnswerHere: Bool {
    if case .ask(let question) = step { !question.previous.isEmpty } else { false }
  }
}

extension String {
  /// The beginning of the text on one line, with a mark where something was left out.
  func shortened(to count: Int) -> String {
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > count ? line.prefix(count - 1) + "…" : line
  }

  /// The text without a colon at its end.
  var withoutColon: String { hasSuffix(":") ? String(dropLast()) : self }
}

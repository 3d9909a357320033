import Coach
import Console
import Questionnaires

extension Sitting {
  /// Asks a question of a form, or for words in answer to what was said.
  mutating func ask(_ question: Question, at prompt: Prompt) throws -> Move {
    try show(question, at: prompt)
    var asked = prompt
    asked.why = question.why ?? prompt.why
    let earlier = earlierText(prompt, question)
    if question.isLong { return try askLong(question, at: asked, earlier: earlier) }
    var line = LinePrompt("\(screen.margin)\(question.cue)> ")
    line.candidates = candidates(for: question)
    if let suggestedName, suggestedName.anchor == prompt.anchor {
      line.initial = screen.terminal.isInteractive ? suggestedName.name : ""
      showKeys("Enter takes: \(suggestedName.name)", at: asked)
    } else if question.takesWords, screen.terminal.isInteractive {
      line.initial = earlier ?? ""
      showKeys(nil, at: asked)
    } else {
      line.instantKeys = screen.isPlain ? [] : question.instantKeys
      let hint = question.hint(keeping: earlier?.shortened(to: 40), takesKeys: !screen.isPlain)
      showKeys(hint, at: asked)
    }
    let typed = try readOnce(line)
    switch PromptCommand.read(typed) {
    case .answer(let text):
      return try answer(text.trimmed, to: question, at: asked)
    case .command(.help):
      return try help(with: question, at: asked)
    case .command(.clear) where suggestedName != nil:
      suggestedName = nil
      return .again
    case let reading:
      return try obey(reading, at: asked)
    }
  }

  private mutating func askLong(
    _ question: Question, at prompt: Prompt, earlier: String?
  ) throws -> Move {
    showKeys("An empty line finishes", at: prompt)
    var line = LinePrompt("\(screen.margin)> ")
    line.measure = min(66, screen.terminal.columns - 2)
    let words = carried?.anchor == prompt.anchor ? carried?.words : earlier
    if screen.terminal.isInteractive { line.initial = words ?? "" }
    let text = try screen.askText(line)
    inView?.bottom = screen.writtenRows
    guard let command = text.command else {
      carried = nil
      let move = try answer(text.words.trimmed, to: question, at: prompt)
      if case .reply(.answer) = move, !text.words.isEmpty {
        written = (text.words, session.isOffRecord)
      }
      return move
    }
    var begun = text.words
    if case .unknown = command, PromptCommand.hasWords(text.commandLine) {
      begun = [begun, text.commandLine].filter { !$0.isEmpty }.joined(separator: "\n")
    }
    if !begun.isEmpty {
      // At a terminal the words so far stand before the cursor; elsewhere they are added up.
      let before = screen.terminal.isInteractive ? nil : carried?.words
      carried = (prompt.anchor, [before, begun].compactMap { $0 }.joined(separator: "\n"))
    }
    if command == .command(.help) { return try help(with: question, at: prompt) }
    if command == .command(.skip), carried != nil {
      try screen.say("You have begun to write. An empty line keeps it, and :clear drops it.")
      return .again
    }
    return try keepingWords(try obey(command, at: prompt), at: prompt)
  }

  /// Gives the words that were begun as the answer before going elsewhere in the form.
  private mutating func keepingWords(_ move: Move, at prompt: Prompt) throws -> Move {
    guard let carried, carried.anchor == prompt.anchor, isInForm(prompt) else { return move }
    let answer = Reply.answer([.string(PrivateText(carried.words))])
    let moves: [Reply]
    switch move {
    case .back: moves = [.form(.back), .form(.back)]
    case .reply(.form(.next)): moves = []
    case .reply(.form(.clear)), .again, .pause, .replies: return move
    case .reply(let reply): moves = [reply]
    }
    written = (carried.words, session.isOffRecord)
    self.carried = nil
    return .replies([answer] + moves)
  }

  private mutating func help(with question: Question, at prompt: Prompt) throws -> Move {
    for text in question.helpTexts { try screen.say(text) }
    return try obey(.command(.help), at: prompt)
  }

  private mutating func answer(
    _ typed: String, to question: Question, at prompt: Prompt
  ) throws -> Move {
    if typed.isEmpty { return try answerNothing(to: question, at: prompt) }
    if let values = question.scored(typed) ?? question.ownWords(typed) {
      return .reply(.answer(values))
    }
    if question.asksForName, suggestsName(typed, at: prompt) { return .again }
    if let problem = question.problem(with: typed) {
      try screen.say(problem)
      return .again
    }
    do {
      let values = try question.parse(typed, today: today.formDate)
      try say(values, insteadOf: typed)
      return .reply(.answer(values))
    } catch let problem as AnswerProblem {
      try screen.say(question.words(for: problem))
      return .again
    }
  }

  /// What Enter alone does: it keeps what is there, passes over words, and says no to one more.
  private mutating func answerNothing(to question: Question, at prompt: Prompt) throws -> Move {
    if let suggestedName, suggestedName.anchor == prompt.anchor {
      self.suggestedName = nil
      return .reply(.answer([.string(PrivateText(suggestedName.name))]))
    }
    let kept = carried.map { Reply.answer([.string(PrivateText($0.words))]) } ?? prompt.earlier
    if case .answer? = kept, let kept { return .reply(kept) }
    if !question.previous.isEmpty { return .reply(.answer(question.previous)) }
    if case .another = question.kind { return .reply(.answer([.boolean(false)])) }
    if prompt.canSkip, question.takesWords { return .reply(.skip) }
    let isNeeded = isInForm(prompt) && !prompt.canSkip
    try screen.say(
      isNeeded
        ? "This one is needed to finish. :next leaves it for later." : nothingTyped(at: prompt))
    return .again
  }

  /// Whether the beginning of a name that is known was typed, which is then offered whole.
  private mutating func suggestsName(_ typed: String, at prompt: Prompt) -> Bool {
    defer { if suggestedName?.typed == typed { suggestedName = nil } }
    let folded = FoldedText(typed)
    guard suggestedName?.typed != typed, suggestedName == nil, typed.count > 1,
      !knownNames.contains(where: { FoldedText($0) == folded })
    else {
      suggestedName = nil
      return false
    }
    let meant = knownNames.filter { folded.isPrefix(of: $0) }
    guard meant.count == 1, let name = meant.first else { return false }
    suggestedName = (prompt.anchor, "\(typed) ", name)
    return true
  }

  /// The names that are known: from the journal, and those typed in this form.
  private var knownNames: [String] {
    let here = session.filler?.outline.entries.compactMap { $0.repetition?.label?.plaintext } ?? []
    return here.reduce(into: names) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What Tab completes to.
  private func candidates(for question: Question) -> [String] {
    if question.asksForName { return knownNames }
    return question.options.map(\.label)
  }

  /// Says how a date that was typed in words was understood.
  private func say(_ values: [AnswerValue], insteadOf typed: String) throws {
    guard case .date(let date)? = values.first, values.count == 1, "\(date)" != typed else {
      return
    }
    try screen.write([screen.margin + screen.style.dim("\(date.inWords)."), ""])
  }

  private mutating func show(_ question: Question, at prompt: Prompt) throws {
    guard !isRepeated else { return }
    var lines: [String] = []
    let place = place(of: question, at: prompt)
    if let table = question.tableSoFar, question.isAnother || table != lastTable {
      lines += FormTableView(terminal: screen.terminal).lines(of: table) + [""]
      lastTable = table
    }
    if !place.isEmpty { lines += screen.lines(of: place).map(screen.style.dim) }
    if question.isAnother, question.tableSoFar == nil {
      let names = session.filler?.repetitions(of: question.path).compactMap { $0.label?.plaintext }
      if let names, !names.isEmpty {
        lines += screen.lines(of: "So far: \(names.joined(separator: ", ")).")
      }
    }
    let isTold = question.showsPosition || question.isAnother
    let optional = screen.isPlain && prompt.canSkip && !isTold ? " (optional)" : ""
    let text = question.shownText(in: screen.terminal)
    if !text.isEmpty { lines += screen.lines(of: text + optional) + [""] }
    lines += question.remarks.flatMap { screen.lines(of: $0) + [""] }
    lines += options(of: question)
    try showWithHeld(lines, reserving: 2)
  }

  /// Which question it is, and of which repetition.
  private mutating func place(of question: Question, at prompt: Prompt) -> String {
    var parts: [String] = []
    let position = question.place(in: screen.terminal, isOptional: prompt.canSkip)
    if let position { parts.append(position) }
    if let repetition = question.repetition, !question.isAnother,
      lastHeading != repetition.title
    {
      parts.append(repetition.title)
    }
    lastHeading = nil
    if question.isPostponed { parts.append("left for later") }
    return parts.joined(separator: screen.isPlain ? ". " : " · ")
  }

  /// The answers to choose from, or the ends of a scale.
  private func options(of question: Question) -> [String] {
    guard !question.options.isEmpty else {
      return question.scale.map { $0.lines(for: screen.terminal) + [""] } ?? []
    }
    if question.options.count > Question.longestList {
      return screen.lines(
        of: "There are \(question.options.count) answers to choose from. "
          + "Type how yours begins; Tab completes it.") + [""]
    }
    let menu = Menu(
      question.options.map { Menu.Choice($0.label) },
      firstNumber: question.isScoredFromZero ? 0 : 1)
    let several = question.isMultiple ? screen.lines(of: Question.severalHint) + [""] : []
    return menu.lines(for: screen.terminal) + [""]
      + (question.invitation.map { screen.lines(of: $0) + [""] } ?? []) + several
  }

  /// Says quietly that words are kept, once they are.
  mutating func showSaved() throws {
    guard let (words, isOffRecord) = written else { return }
    written = nil
    let count = words.split(whereSeparator: \.isWhitespace).count
    let place = isOffRecord || keepsNothing ? "Not kept" : "Kept"
    let line = "\(screen.margin)\(place), \(count) \(count == 1 ? "word" : "words")."
    try screen.write([screen.style.dim(line), ""])
  }

  private func earlierText(_ prompt: Prompt, _ question: Question) -> String? {
    if case .answer(let values)? = prompt.earlier { return question.words(for: values).plaintext }
    guard !question.previous.isEmpty else { return nil }
    return question.words(for: question.previous).plaintext
  }
}

extension CalendarDay {
  /// The day as forms write it.
  fileprivate var formDate: PartialDate {
    guard let date = PartialDate(description) else {
      preconditionFailure("a calendar day is a whole date")
    }
    return date
  }
}

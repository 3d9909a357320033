import Coach
import Console
import Questionnaires

extension Sitting {
  /// Shows a step that waits, and reads what the person does.
  mutating func move(at step: Step, _ prompt: Prompt) throws -> Move {
    switch step {
    case .turn:
      try showWithHeld([], reserving: 2)
      return try typed(at: prompt, "Enter goes on") {
        $0.isEmpty ? .next : nil
      } otherwise: {
        "Nothing was kept of that. Enter goes on; help now shows who could be reached."
      }
    case .pause(_, let help):
      try showHeld()
      try HelpNowView(screen: screen).show(help)
      return try typed(at: prompt, "Enter goes on when you are ready") { $0.isEmpty ? .next : nil }
    case .choose(_, let choices):
      return try choose(choices, at: prompt)
    case .ask(_, let question):
      return try ask(question, at: prompt)
    case .review(_, let review):
      return try ask(review, at: prompt)
    case .say, .show, .finish:
      return .again
    }
  }

  private mutating func choose(_ choices: [Choice], at prompt: Prompt) throws -> Move {
    let kept = choices.firstIndex { .option($0.id) == prompt.earlier }
    let menu = Menu(choices.map { Menu.Choice($0.text) }, suggested: kept)
    let lines = menu.lines(for: screen.terminal) + [""]
    if !isRepeated { try showWithHeld(lines, reserving: 2) }
    return try typed(at: prompt, kept.map { "Enter keeps: \(choices[$0].text)" }) { typed in
      guard case .choice(let index) = menu.pick(typed) else { return nil }
      return .option(choices[index].id)
    } otherwise: {
      "Please type a number from 1 to \(choices.count), or the first letters of an option."
    }
  }

  /// Reads one line and sorts commands from answers.
  ///
  /// - Parameters:
  ///   - prompt: The prompt that waits.
  ///   - hint: What Enter does; `nil` where it does nothing of its own.
  ///   - reply: Makes a reply of an answer; `nil` when it is none.
  ///   - otherwise: What to say when it is none.
  /// - Returns: What the person did.
  /// - Throws: ``Leaving`` when they left.
  mutating func typed(
    at prompt: Prompt, _ hint: String?, reply: (String) -> Reply?,
    otherwise: () -> String = { "Please press Enter, or type ? for help." }
  ) throws -> Move {
    showKeys(hint, at: prompt)
    let line = try readOnce(LinePrompt("\(screen.margin)> "))
    switch PromptCommand.read(line) {
    case .answer(let text):
      if let reply = reply(text.trimmed) { return .reply(reply) }
      try screen.say(text.trimmed.isEmpty ? nothingTyped(at: prompt) : otherwise())
      return .again
    case let reading:
      return try obey(reading, at: prompt)
    }
  }

  /// Whether only the cue is to be shown, because the question can still be read above it.
  var isRepeated: Bool { inView?.isRepeated ?? false }

  /// Reads one line, and keeps one that is more than a mistyped command for the next prompt.
  mutating func readOnce(_ prompt: LinePrompt) throws -> String {
    let line = try screen.askOnce(prompt)
    inView?.bottom = screen.writtenRows
    inView?.wasLeftEmpty = line.trimmed.isEmpty
    if case .unknown = PromptCommand.read(line), PromptCommand.hasWords(line) {
      screen.carried = line
    }
    return line
  }

  /// What to say to a bare Enter, which is too easily pressed to be an answer.
  func nothingTyped(at prompt: Prompt) -> String {
    guard prompt.canSkip else {
      return "This one needs an answer. Type ? for help, or :pause to come back later."
    }
    return inView?.fits(screen) == false
      ? "Please type one of the answers, :skip to pass over this, or ? to see it again."
      : "Please type one of the answers, or :skip to pass over this."
  }

  /// Does what a command says.
  ///
  /// - Throws: ``Leaving`` with the words of the question alone: what is typed at a prompt that a
  ///   command opens is no answer to it.
  mutating func obey(_ reading: PromptCommand.Reading, at prompt: Prompt) throws -> Move {
    screen.keepTyped = { _ in }
    do {
      return try follow(reading, at: prompt)
    } catch let leaving as Leaving {
      throw Leaving(leaving.interruption, typed: carried?.words ?? "")
    }
  }

  private mutating func follow(
    _ reading: PromptCommand.Reading, at prompt: Prompt
  ) throws -> Move {
    switch reading {
    case .command(.back): return .back
    case .command(.pause): return .pause
    case .command(let command) where PromptCommand.ofForms.contains(command):
      return try obeyInForm(command, "", at: prompt)
    case .about(let command, let words):
      return try obeyInForm(command, words, at: prompt)
    case .command(.skip):
      guard prompt.canSkip else {
        if isInForm(prompt) {
          try screen.say("This one is needed to finish. :next leaves it for later.")
          return .again
        }
        try screen.say("\(SessionError.refused(.cannotSkip))".sentence)
        return .again
      }
      return .reply(.skip)
    case .command(.why):
      try screen.say(prompt.why ?? "No reason is given for this one.")
    case .command(.help):
      try showHelp(at: prompt)
    case .helpNow:
      try screen.showHelp()
    case .command(.clear):
      if carried == nil, isInForm(prompt), session.filler?.hasAnswerHere == true {
        return .reply(.form(.clear))
      }
      carried = nil
      try screen.say("The words of this answer are gone. Nothing else has changed.")
    case .unknown(let nearest):
      let advice = nearest.map { "Did you mean :\($0.rawValue)?" } ?? "Type ? to see them all."
      let kept = screen.carried.isEmpty ? "" : " Your line is still here."
      try screen.say(
        "No command is called that. \(advice)\(kept) An answer that begins with a colon takes two.")
    case .command, .answer:
      return .again
    }
    return .again
  }

  /// The country told so far, here or earlier.
  var country: String? { session.country }

  /// Shows the keys: with every prompt at a terminal, once in plain mode.
  mutating func showKeys(_ hint: String?, at prompt: Prompt) {
    guard !isRepeated else { return }
    let isInForm = isInForm(prompt)
    let isReview = prompt.anchor.hasPrefix("review:")
    let names = [
      ":back", prompt.canSkip ? ":skip" : isInForm && !isReview ? ":next" : nil,
      prompt.why == nil || isInForm ? nil : ":why", isInForm && !isReview ? ":list" : nil, ":pause",
      "? for help",
    ]
    let keys = names.compactMap { $0 }.map(\.unbreakable).joined(separator: "\u{A0}· ")
    defer { hasShownKeys = true }
    if screen.isPlain {
      let line = [hint, hasShownKeys ? nil : keys].compactMap { $0 }.joined(separator: " · ")
      if !line.isEmpty { screen.append([line.breakable]) }
      return
    }
    let line = [hint, keys].compactMap { $0 }.joined(separator: "\u{A0}· ")
    let setting = WrappedText(measure: min(72, screen.terminal.columns - 4))
    screen.append(setting.lines(of: line).map { screen.style.dim($0.breakable) })
  }

  private func showHelp(at prompt: Prompt) throws {
    for command in PromptCommand.allCases where applies(command, at: prompt) {
      try screen.item(":\(command.rawValue)", summary(of: command, at: prompt))
    }
    try screen.item("help now", "who can be reached, at once")
    try screen.write([""])
    try screen.say(
      "A few letters of a command are enough. Ctrl-C pauses too; Ctrl-\\ clears the screen and "
        + "leaves.")
  }
}

extension String {
  /// The text with spaces at which no line is broken.
  fileprivate var unbreakable: String { replacing(" ", with: "\u{A0}") }

  /// The text with plain spaces.
  fileprivate var breakable: String { replacing("\u{A0}", with: " ") }
}

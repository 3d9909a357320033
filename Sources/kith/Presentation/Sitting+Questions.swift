import Coach
import Console
import Questionnaires

extension Sitting {
  /// Asks a question of a form, or for words in answer to what was said.
  mutating func ask(_ question: Question, at prompt: Prompt) throws -> Move {
    try show(question, at: prompt)
    var asked = prompt
    asked.why = question.why ?? prompt.why
    let earlier = earlierText(prompt.earlier, question)
    if question.isLong { return try askLong(question, at: asked, earlier: earlier) }
    var line = LinePrompt("\(screen.margin)\(question.cue)> ")
    if question.takesWords, screen.terminal.isInteractive {
      line.initial = earlier ?? ""
      showKeys(nil, at: asked)
    } else {
      showKeys(earlier.map { "Enter keeps: \($0)" }, at: asked)
    }
    let typed = try screen.askOnce(line)
    switch PromptCommand.read(typed) {
    case .answer(let text):
      return try answer(text.trimmed, to: question, at: asked)
    case .command(.help) where question.help != nil:
      try screen.say(question.help ?? "")
      return try obey(.command(.help), at: asked)
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
    guard let command = text.command else {
      carried = nil
      let move = try answer(text.words.trimmed, to: question, at: prompt)
      if case .reply(.answer) = move, !text.words.isEmpty {
        written = (text.words, session.isOffRecord)
      }
      return move
    }
    if !text.words.isEmpty {
      // At a terminal the words so far stand before the cursor; elsewhere they are added up.
      let before = screen.terminal.isInteractive ? nil : carried?.words
      carried = (prompt.anchor, [before, text.words].compactMap { $0 }.joined(separator: "\n"))
    }
    if command == .command(.skip), carried != nil {
      try screen.say("You have begun to write. An empty line keeps it, and :clear drops it.")
      return .again
    }
    return try obey(command, at: prompt)
  }

  private func answer(
    _ typed: String, to question: Question, at prompt: Prompt
  ) throws -> Move {
    if typed.isEmpty {
      let kept = carried.map { Reply.answer([.string(PrivateText($0.words))]) } ?? prompt.earlier
      if case .answer? = kept, let kept { return .reply(kept) }
      if prompt.canSkip, question.takesWords { return .reply(.skip) }
      try screen.say(nothingTyped(at: prompt))
      return .again
    }
    if let values = question.scored(typed) ?? question.ownWords(typed) {
      return .reply(.answer(values))
    }
    do {
      return .reply(.answer(try question.parse(typed, today: today.formDate)))
    } catch {
      try screen.say("\(error)".sentence)
      return .again
    }
  }

  private mutating func show(_ question: Question, at prompt: Prompt) throws {
    let optional = screen.isPlain && prompt.canSkip ? " (optional)" : ""
    var lines: [String] = []
    if let position = question.position, position.total > 4 {
      lines.append(screen.margin + screen.style.dim("\(position.number) of \(position.total)"))
    }
    if !question.text.isEmpty { lines += screen.lines(of: question.text + optional) + [""] }
    if !question.options.isEmpty {
      let menu = Menu(
        question.options.map { Menu.Choice($0.label) },
        firstNumber: question.isScoredFromZero ? 0 : 1)
      lines += menu.lines(for: screen.terminal) + [""]
      lines += question.invitation.map { screen.lines(of: $0) + [""] } ?? []
    } else if let scale = question.scale {
      lines += scale.lines(for: screen.terminal) + [""]
    }
    try screen.write(lines, reserving: 2)
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

  private func earlierText(_ reply: Reply?, _ question: Question) -> String? {
    guard case .answer(let values)? = reply else { return nil }
    let texts = values.map { value in
      question.options.first { $0.matches(value) }?.label ?? value.scriptText
    }
    return texts.joined(separator: ", ")
  }
}

extension Question {
  /// Whether the answer is in the person's own words.
  var takesWords: Bool {
    if case .string = kind { true } else { kind == .text }
  }

  /// Whether the options count 0, 1, 2 and so on in a score, so that their numbers are those.
  fileprivate var isScoredFromZero: Bool {
    options.count > 1 && options.enumerated().allSatisfy { $1.weight.map { "\($0)" } == "\($0)" }
  }

  /// The option that a typed number means by what it counts; `nil` where numbers are places.
  fileprivate func scored(_ typed: String) -> [AnswerValue]? {
    guard isScoredFromZero, let number = Int(typed), options.indices.contains(number) else {
      return nil
    }
    return [options[number].value]
  }

  /// Own words in answer to an open choice, unless an option is meant by number or in full.
  fileprivate func ownWords(_ typed: String) -> [AnswerValue]? {
    guard case .choice(_, open: true) = kind, Int(typed) == nil else { return nil }
    let folded = FoldedText(typed)
    guard !options.contains(where: { FoldedText($0.label) == folded }) else { return nil }
    return [.string(PrivateText(typed))]
  }

  /// Whether the answer may take many lines.
  fileprivate var isLong: Bool { kind == .text }

  /// What stands before the cursor: the range of a number, or yes and no.
  fileprivate var cue: String {
    switch kind {
    case .integer(let range?): "\(range.lowerBound)-\(range.upperBound) "
    case .boolean, .another: "yes or no "
    default: ""
    }
  }

  /// How to answer in own words where a choice allows that; `nil` where it does not.
  fileprivate var invitation: String? {
    guard case .choice(_, open: true) = kind else { return nil }
    return (openLabel ?? "or type your own words").sentence
  }

  /// The scale that a number is to be given on; `nil` where its ends have no meaning.
  fileprivate var scale: Scale? {
    guard case .integer(let range?) = kind, let lower, let upper else { return nil }
    return Scale(range, lower: lower, upper: upper)
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

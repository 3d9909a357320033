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
    try showKeys(earlier.map { "Enter keeps: \($0)" }, at: asked)
    let line = try screen.ask(LinePrompt("\(screen.margin)\(question.cue)> "))
    switch PromptCommand.read(line) {
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
    try showKeys("An empty line finishes.", at: prompt)
    var line = LinePrompt("\(screen.margin)> ")
    line.measure = min(66, screen.terminal.columns - 2)
    if let earlier, screen.terminal.isInteractive { line.initial = earlier }
    let text = try screen.askText(line) {
      if case .answer = PromptCommand.read($0) { false } else { true }
    }
    switch PromptCommand.read(text) {
    case .answer(let words):
      let move = try answer(words.trimmed, to: question, at: prompt)
      if case .reply(.answer) = move { try showSaved(words) }
      return move
    case let reading:
      return try obey(reading, at: prompt)
    }
  }

  private func answer(
    _ typed: String, to question: Question, at prompt: Prompt
  ) throws -> Move {
    if typed.isEmpty {
      if case .answer? = prompt.earlier, let earlier = prompt.earlier { return .reply(earlier) }
      if prompt.canSkip { return .reply(.skip) }
      try screen.say("This one needs an answer. Type ? for help, or :pause to come back later.")
      return .again
    }
    do {
      return .reply(.answer(try question.parse(typed, today: today.formDate)))
    } catch {
      try screen.say("\(error)".sentence)
      return .again
    }
  }

  private mutating func show(_ question: Question, at prompt: Prompt) throws {
    if let group = question.groupText, group != groupText { try screen.say(group) }
    groupText = question.groupText
    let optional = screen.isPlain && prompt.canSkip ? " (optional)" : ""
    var lines: [String] = []
    if !question.text.isEmpty { lines += screen.lines(of: question.text + optional) + [""] }
    if !question.options.isEmpty {
      let menu = Menu(question.options.map { Menu.Choice($0.label) })
      lines += menu.lines(for: screen.terminal) + [""]
      lines += question.invitation.map { screen.lines(of: $0) + [""] } ?? []
    } else if let ends = question.ends {
      lines += screen.lines(of: ends) + [""]
    }
    try screen.write(lines)
  }

  private func showSaved(_ words: String) throws {
    let count = words.split(whereSeparator: \.isWhitespace).count
    let place = session.isOffRecord ? "Not kept" : "Kept"
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

  /// What the two ends of a scale mean; `nil` where there is none.
  fileprivate var ends: String? {
    guard case .integer(let range?) = kind, let lower, let upper else { return nil }
    return "\(range.lowerBound) \(lower)  ·  \(range.upperBound) \(upper)"
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

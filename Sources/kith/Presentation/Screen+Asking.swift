import Console

extension Screen {
  /// A text of many lines, and the command that ended it.
  struct LongText: Equatable {
    var words: String
    /// `nil` when an empty line or the end of the input ended it.
    var command: PromptCommand.Reading?
    /// The line with the command, as it was typed.
    var commandLine = ""
  }

  /// Asks for one line; `help now` is answered at once, and the line asked for again.
  ///
  /// - Throws: ``Leaving`` with what had been typed when there is none.
  func ask(_ prompt: LinePrompt) throws -> String {
    while true {
      let typed = try askOnce(prompt)
      guard PromptCommand.read(typed) == .helpNow else { return typed }
      try showHelp()
    }
  }

  /// Asks for one line, whatever it is.
  ///
  /// - Throws: ``Leaving`` with what had been typed when there is none.
  func askOnce(_ prompt: LinePrompt) throws -> String {
    var prompt = prompt
    if !carried.isEmpty { prompt.initial = carried }
    carried = ""
    try leaveIfNobodyReads()
    prompt.idleSeconds = terminal.isInteractive ? idleSeconds : nil
    let input = keyboard.read(prompt, keeping: keepTyped)
    endPage()
    guard case .line(let text) = input else {
      throw Leaving(interruption(input), typed: input.draft)
    }
    return text
  }

  /// Asks for a text of many lines, which an empty line or a command on a line of its own ends.
  ///
  /// Of words that are there already, no more stand before the cursor than a window can show.
  ///
  /// - Throws: ``Leaving`` with what had been typed when the person leaves.
  func askText(_ prompt: LinePrompt) throws -> LongText {
    var prompt = prompt
    prompt.initial = [prompt.initial, carried].filter { !$0.isEmpty }.joined(separator: " ")
    carried = ""
    var last: PromptCommand.Reading?
    var lastLine = ""
    try leaveIfNobodyReads()
    prompt.idleSeconds = terminal.isInteractive ? idleSeconds : nil
    let above = try holdAbove(&prompt)
    let text = TextPrompt(prompt, continuation: prompt.text) { line in
      if case .answer = PromptCommand.read(line) { return false }
      last = PromptCommand.read(line)
      lastLine = line
      return true
    }
    let input = keyboard.readText(text) { [keepTyped] in keepTyped(above + $0) }
    endPage()
    let words = above + input.text
    switch input.end {
    case .line:
      return LongText(words: words, command: last, commandLine: lastLine)
    case .endOfInput where !words.isEmpty:
      return LongText(words: words, command: nil)
    case .endOfInput, .interrupted, .hide, .idle, .ending:
      throw Leaving(interruption(input.end), typed: words)
    }
  }

  /// Takes the beginning out of words that are longer than the window, and says so.
  ///
  /// - Returns: The beginning, with what stands between it and the rest.
  private func holdAbove(_ prompt: inout LinePrompt) throws -> String {
    guard terminal.isInteractive else { return "" }
    let parts = TextParts(
      prompt.initial, measure: prompt.measure ?? terminal.columns - 4, rows: terminal.rows - 8)
    guard let last = parts.texts.last, parts.texts.count > 1 else { return "" }
    let above = parts.whole(with: "", at: parts.texts.count - 1)
    prompt.initial = last
    let count = above.split(whereSeparator: \.isWhitespace).count
    append([""] + lines(of: "The \(count) words before these are kept as they are.") + [""])
    return above
  }

  /// Asks for one line in the middle of something else, which any command leaves.
  ///
  /// - Returns: What was typed; `nil` where a command was.
  /// - Throws: ``Leaving`` with what had been typed when there is none.
  func askWithin(_ cue: String) throws -> String? {
    guard case .answer(let text) = PromptCommand.read(try ask(LinePrompt("\(margin)\(cue) > ")))
    else { return nil }
    return text.trimmed
  }

  /// Asks for one of some choices until one is taken.
  ///
  /// - Returns: The index of the choice.
  /// - Throws: ``Leaving`` when the person leaves.
  func choose(_ choices: [String]) throws -> Int {
    let menu = Menu(choices.map { Menu.Choice($0) })
    try write(menu.lines(for: terminal) + [""])
    while true {
      let typed = try ask(LinePrompt(margin + "> "))
      if PromptCommand.read(typed) == .command(.pause) { throw Interruption.pause }
      if case .choice(let index) = menu.pick(typed) { return index }
      try say("Please type a number from 1 to \(choices.count).")
    }
  }

  /// Asks for a passphrase, which is not shown; `help now` is never one.
  ///
  /// - Throws: ``Interruption/pause`` when the person left.
  func askSecret(_ prompt: String) throws -> [UInt8] {
    carried = ""
    while true {
      filledRows = 0
      guard let answer = try typedSecret(prompt) else { throw Interruption.pause }
      guard PromptCommand.read(String(decoding: answer, as: UTF8.self)) == .helpNow else {
        return answer
      }
      try showHelp()
    }
  }

  /// Waits until the person has read what is shown: only Enter alone goes on.
  ///
  /// - Throws: ``Leaving`` when the person leaves.
  func waitForEnter(_ prompt: String = "Enter goes on > ") throws {
    while true {
      let typed = try ask(LinePrompt(margin + prompt)).trimmed
      if typed.isEmpty { return }
      if PromptCommand.read(typed) == .command(.pause) { throw Interruption.pause }
      try say("Press Enter alone to go on.")
    }
  }

  private func typedSecret(_ prompt: String) throws -> [UInt8]? {
    do {
      return try secret(prompt)
    } catch let interruption as Interruption {
      if interruption == .hide || interruption == .idle { clear() }
      throw interruption
    }
  }

  /// Where the reader of the output has gone, nobody sees what would be asked.
  private func leaveIfNobodyReads() throws {
    if output.isClosed { throw Leaving(.pause, typed: "") }
  }

  private func interruption(_ input: Input) -> Interruption {
    switch input {
    case .line, .endOfInput, .interrupted:
      return .pause
    case .idle:
      clear()
      return .idle
    case .hide:
      clear()
      return .hide
    case .ending(let signal, _):
      return .signal(signal)
    }
  }
}

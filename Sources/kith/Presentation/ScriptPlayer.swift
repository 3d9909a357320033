import Console
import YarnRuntime

/// A script at the terminal: says its lines, offers its options, and knows the way back.
struct ScriptPlayer {
  /// How many lines a script may say without asking anything before it is taken for endless.
  private static let longestSpeech = 100_000

  /// How many choices can be taken back.
  private static let longestPast = 1_000

  let screen: Screen
  let library: Library
  let asked: AskedFunctions
  var dialogue: Dialogue
  var transcript: PlayTranscript

  /// The dialogue as it was at each choice.
  var past: [Dialogue] = []

  var hasShownKeys = false
  private var spoken = 0

  /// Makes a player.
  ///
  /// - Parameters:
  ///   - dialogue: A dialogue that was started.
  ///   - library: The functions that the script calls.
  ///   - asked: Those among them that the author answers for.
  ///   - screen: Where the script is played.
  ///   - transcript: What is kept of it.
  init(
    _ dialogue: Dialogue, library: Library, asked: AskedFunctions, on screen: Screen,
    transcript: PlayTranscript
  ) {
    self.dialogue = dialogue
    self.library = library
    self.asked = asked
    self.screen = screen
    self.transcript = transcript
  }

  /// Plays until the script ends or the person leaves.
  ///
  /// - Throws: ``Leaving`` when they leave; ``Failure`` when the script cannot go on.
  mutating func play() throws {
    while !screen.output.isClosed {
      switch try nextEvent() {
      case .nodeStarted, .nodeCompleted: continue
      case .line(let line): try say(line)
      case .command(let command): try show(command)
      case .options(let options): try offer(options)
      case .dialogueCompleted: return try remark("The script has ended.")
      }
      spoken += 1
      guard spoken < Self.longestSpeech else {
        throw Failure(
          message: "the script has said \(spoken) lines without asking anything",
          hint: "it seems to go round in circles; 'kith script explore' shows where")
      }
    }
  }

  /// The next event; where a function needs an answer, the script waits for it.
  private mutating func nextEvent() throws -> Event {
    while true {
      let before = dialogue
      do {
        return try dialogue.next(using: library)
      } catch {
        guard let call = asked.takeMissing() else { throw Failure(error) }
        dialogue = before
        try ask(call)
      }
    }
  }

  private mutating func say(_ line: Line) throws {
    transcript.show(line.fullText)
    var lines = wrapped(line.fullText)
    if let name = line.character, let first = lines.first {
      let mark = screen.margin + name + ":"
      if first.hasPrefix(mark) {
        lines[0] =
          screen.margin + screen.style.bold(name + ":") + first.dropFirst(mark.count)
      }
    }
    try screen.write(lines)
  }

  private mutating func show(_ command: Command) throws {
    let text = "<<\(command.text)>>"
    transcript.show(text)
    try screen.write(wrapped(text).map(screen.style.dim))
  }

  private mutating func offer(_ options: [Option]) throws {
    spoken = 0
    guard options.contains(where: \.isAvailable) else {
      try list(options)
      try remark("None of these can be chosen, so the script goes on.")
      return try choose(nil)
    }
    try list(options)
    while true {
      let options = dialogue.waitingOptions
      let typed = try prompt()
      guard try !obey(typed) else { continue }
      if let index = try pick(typed, among: options) {
        past.append(dialogue)
        if past.count > Self.longestPast { past.removeFirst() }
        return try choose(index)
      }
    }
  }

  private mutating func choose(_ index: Int?) throws {
    do {
      try dialogue.choose(index)
    } catch {
      throw Failure(error)
    }
  }

  /// Lists options; those that cannot be chosen are marked.
  mutating func list(_ options: [Option]) throws {
    for option in options {
      let number = option.isAvailable ? "\(option.index + 1)." : "-"
      let mark = option.isAvailable ? "" : " (not available)"
      transcript.show("  \(number) \(option.line.fullText)\(mark)")
    }
    let menu = Self.menu(of: options, isPlain: screen.isPlain)
    let lines = [""] + menu.lines(for: screen.terminal, style: screen.style) + [""]
    try screen.write(lines, reserving: 2)
  }

  private static func menu(of options: [Option], isPlain: Bool) -> Menu {
    Menu(
      options.map { option in
        let needsMark = !option.isAvailable && !isPlain
        return Menu.Choice(
          option.line.fullText, detail: needsMark ? "(not available)" : "",
          isAvailable: option.isAvailable)
      })
  }

  /// Which option is meant; says why where none is.
  private func pick(_ typed: String, among options: [Option]) throws -> Int? {
    switch Self.menu(of: options, isPlain: screen.isPlain).pick(typed) {
    case .choice(let index): return index
    case .ambiguous: try screen.say("Several options begin like that. Please type a number.")
    case .outOfRange where options.contains { String($0.index + 1) == typed.trimmed }:
      try screen.say("That option is not available. Please choose another.")
    case .outOfRange, .unknown, .nothing:
      let numbers = options.filter(\.isAvailable).map { String($0.index + 1) }
      try screen.say("Please type one of these: \(numbers.joined(separator: ", ")).")
    }
    return nil
  }

  /// A text between the margins, what is wrapped set further in.
  func wrapped(_ text: String) -> [String] {
    WrappedText(
      measure: min(66, screen.terminal.columns - 4), margin: screen.margin.count,
      hangingIndent: screen.isPlain ? 0 : 2
    ).lines(of: text)
  }

  /// Says something that is no part of the script.
  func remark(_ text: String) throws {
    try screen.write(wrapped(text).map(screen.style.dim))
  }
}

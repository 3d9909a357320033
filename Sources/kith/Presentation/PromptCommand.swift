import YarnCompiler

/// What can be typed at a prompt instead of an answer: the one table of commands.
enum PromptCommand: String, CaseIterable, Equatable {
  case back, next, skip, jump, list, check, clear, undo, add, remove, note, save, why, pause, help

  /// What a typed line means.
  enum Reading: Equatable {
    /// A command.
    case command(PromptCommand)
    /// A command and what it is about, such as the number to jump to.
    case about(PromptCommand, String)
    /// The wish to see who can be reached now.
    case helpNow
    /// A word after a colon that is no command, with the nearest one.
    case unknown(nearest: PromptCommand?)
    /// An answer, with a doubled colon at its beginning made single.
    case answer(String)
  }

  /// The commands that make sense only where one can move about in a form.
  static let ofForms: Set<PromptCommand> = [
    .next, .jump, .list, .check, .save, .note, .undo, .add, .remove,
  ]

  /// What it does, in a few words.
  var summary: String {
    switch self {
    case .back: "go to the question before this one"
    case .next: "leave this one for later"
    case .skip: "pass over this one, no reason asked"
    case .jump: "go to another: :jump 7, or some of its words"
    case .list: "see everything so far"
    case .check: "see what is still needed"
    case .clear: "take this answer away"
    case .undo: "take back the last change"
    case .add: "add one more of these"
    case .remove: "take one of these away: :remove 2"
    case .note: "write something beside this"
    case .save: "see that everything is saved"
    case .why: "see why this is asked"
    case .pause: "leave; everything is kept for next time"
    case .help: "see this list"
    }
  }

  /// Reads a typed line.
  ///
  /// Commands begin with a colon and may be shortened to any unique beginning; `?` alone is
  /// help, `help now` asks for helplines, and `::` stands for a colon.
  static func read(_ typed: String) -> Reading {
    let line = typed.trimmed
    let word = line.lowercased()
    if word == "?" { return .command(.help) }
    if ["help now", "help-now", ":help now", ":help-now", ":help_now"].contains(word) {
      return .helpNow
    }
    if word.hasPrefix("::") { return .answer(String(line.dropFirst())) }
    guard word.hasPrefix(":") else { return .answer(typed) }
    let name = String(word.dropFirst().prefix { !$0.isWhitespace })
    let rest = String(line.dropFirst(name.count + 1)).trimmed
    // A face such as :) is no command.
    if let first = name.first, !first.isLetter { return .answer(typed) }
    guard let command = named(name) else { return .unknown(nearest: nearest(to: name)) }
    if rest.isEmpty { return .command(command) }
    return command.takesWords ? .about(command, rest) : .unknown(nearest: command)
  }

  private var takesWords: Bool { [.jump, .note, .remove, .list].contains(self) }

  /// Whether a line is more than a mistyped command, so that it is worth keeping.
  static func hasWords(_ line: String) -> Bool {
    line.trimmed.contains(where: \.isWhitespace)
  }

  private static func nearest(to name: String) -> PromptCommand? {
    let near = NearestName.of(name, among: allCases.map(\.rawValue)).flatMap(Self.init)
    // Two letters that changed places are the commonest slip, and count as two.
    return near ?? allCases.first { name.count > 2 && $0.rawValue.sorted() == name.sorted() }
  }

  private static func named(_ name: String) -> PromptCommand? {
    if ["q", "quit", "exit", "stop"].contains(name) { return .pause }
    if name == "commands" { return .help }
    let matches = allCases.filter { !name.isEmpty && $0.rawValue.hasPrefix(name) }
    if matches.count == 1 { return matches.first }
    // Where one letter could mean several, it means what is typed most.
    return matches.first { name.count == 1 && [.next, .skip, .clear].contains($0) }
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

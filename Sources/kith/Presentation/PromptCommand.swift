import YarnCompiler

/// What can be typed at every prompt instead of an answer.
enum PromptCommand: String, CaseIterable, Equatable {
  case back, skip, pause, help, why, clear

  /// What a typed line means.
  enum Reading: Equatable {
    /// A command.
    case command(PromptCommand)
    /// The wish to see who can be reached now.
    case helpNow
    /// A word after a colon that is no command, with the nearest one.
    case unknown(nearest: PromptCommand?)
    /// An answer, with a doubled colon at its beginning made single.
    case answer(String)
  }

  /// Reads a typed line.
  ///
  /// Commands begin with a colon and may be shortened to any unique beginning; `?` alone is
  /// help, `help now` asks for helplines, and `::` stands for a colon.
  static func read(_ typed: String) -> Reading {
    let word = typed.trimmed.lowercased()
    if word == "?" { return .command(.help) }
    if ["help now", "help-now", ":help now", ":help-now", ":help_now"].contains(word) {
      return .helpNow
    }
    if word.hasPrefix("::") { return .answer(String(typed.trimmed.dropFirst())) }
    guard word.hasPrefix(":") else { return .answer(typed) }
    let name = word.dropFirst()
    if ["q", "quit", "exit", "stop"].contains(name) { return .command(.pause) }
    let matches = allCases.filter { !name.isEmpty && $0.rawValue.hasPrefix(name) }
    if matches.count == 1, let match = matches.first { return .command(match) }
    return .unknown(
      nearest: NearestName.of(String(name), among: allCases.map(\.rawValue)).flatMap(Self.init))
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

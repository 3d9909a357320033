/// What came of asking for one line.
///
/// The words in it are the person's own, so describing or dumping a value shows only which case it
/// is.
public enum Input: Equatable, Sendable {
  /// Enter was pressed; the text may be empty.
  case line(String)

  /// Nothing more will come: Ctrl-D on an empty line, or the end of a file.
  case endOfInput

  /// Ctrl-C, and the line so far.
  case interrupted(draft: String)

  /// Ctrl-\, the key that asks for everything to be put out of sight, and the line so far.
  case hide(draft: String)

  /// Nobody typed for as long as the prompt allows; the line so far.
  case idle(draft: String)

  /// The system asked the program to leave, by this signal; the line so far.
  case ending(signal: Int32, draft: String)
}

extension Input {
  /// What had been typed when asking stopped; empty where nothing could have been.
  public var draft: String {
    switch self {
    case .line(let text), .interrupted(let text), .hide(let text), .idle(let text),
      .ending(_, let text):
      text
    case .endOfInput: ""
    }
  }
}

extension Input: CustomStringConvertible {
  /// The name of the case, with a placeholder for the words.
  public var description: String {
    switch self {
    case .line: "line(‹private›)"
    case .endOfInput: "endOfInput"
    case .interrupted: "interrupted(‹private›)"
    case .hide: "hide(‹private›)"
    case .idle: "idle(‹private›)"
    case .ending(let signal, _): "ending(\(signal), ‹private›)"
    }
  }
}

extension Input: CustomReflectable {
  /// A mirror without children, so that `dump` and debuggers show nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

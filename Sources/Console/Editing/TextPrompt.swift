/// A question whose answer may take many lines.
public struct TextPrompt {
  /// The prompt of the first line, with everything it allows.
  public var first: LinePrompt

  /// What stands before each line after the first.
  public var continuation: String

  /// How many empty lines in a row finish the text.
  public var emptyLinesToFinish: Int

  /// Tells whether a line finishes the text and is no part of it.
  ///
  /// For the words that the caller understands; the reader knows none.
  public var finishes: (String) -> Bool

  /// Makes a prompt for a text of many lines.
  ///
  /// - Parameters:
  ///   - first: The prompt of the first line; its initial text may hold line ends.
  ///   - continuation: What stands before each further line.
  ///   - emptyLinesToFinish: How many empty lines in a row finish; at least 1.
  ///   - finishes: Tells whether a line finishes the text and is no part of it.
  public init(
    _ first: LinePrompt, continuation: String, emptyLinesToFinish: Int = 1,
    finishes: @escaping (String) -> Bool = { _ in false }
  ) {
    self.first = first
    self.continuation = continuation
    self.emptyLinesToFinish = max(1, emptyLinesToFinish)
    self.finishes = finishes
  }
}

/// A text of many lines, and what ended it.
///
/// The text is there whatever the end was, so that nothing typed is lost.
public struct TextInput: Equatable, Sendable {
  /// All lines so far, without the one that ended the text and without empty lines at the end.
  public var text: String

  /// The input that ended the text: an empty line, a line that ``TextPrompt/finishes`` knows, the
  /// end of input, or an interruption.
  public var end: Input
}

extension TextInput: CustomStringConvertible, CustomReflectable {
  /// The end, with a placeholder for the words.
  public var description: String { "‹private›, ended by \(end)" }

  /// A mirror without children, so that `dump` and debuggers show nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Keyboard {
  /// Asks for a text of many lines.
  ///
  /// Alt-Enter begins a new line within a line, and pasted line ends are kept. Ctrl-D on an empty
  /// line finishes as an empty line does, with ``Input/endOfInput`` as the end.
  ///
  /// - Parameter prompt: What to show and what finishes the text.
  public func readText(_ prompt: TextPrompt) -> TextInput {
    var lines: [String] = []
    var line = prompt.first
    line.allowsNewlines = true
    while true {
      let input = read(line)
      guard case .line(let text) = input else {
        return TextInput(text: Self.text(lines + [input.draft]), end: input)
      }
      if prompt.finishes(text) { return TextInput(text: Self.text(lines), end: input) }
      lines.append(text)
      let last = lines.suffix(prompt.emptyLinesToFinish)
      if last.count == prompt.emptyLinesToFinish, last.allSatisfy(\.isEmpty) {
        return TextInput(text: Self.text(lines), end: input)
      }
      line = Self.next(after: line, continuation: prompt.continuation)
    }
  }

  private static func next(after line: LinePrompt, continuation: String) -> LinePrompt {
    var next = line
    next.text = continuation
    next.initial = ""
    // Lines pasted into a terminal that does not mark pastes arrive together.
    next.keepsTypeAhead = true
    return next
  }

  private static func text(_ lines: [String]) -> String {
    var kept = lines[...]
    while kept.last?.isEmpty == true { kept.removeLast() }
    return kept.joined(separator: "\n")
  }
}

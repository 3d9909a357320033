extension Keyboard {
  /// Asks for a text of many lines.
  ///
  /// Alt-Enter begins a new line within a line, and pasted line ends are kept. Ctrl-D on an empty
  /// line finishes as an empty line does, with ``Input/endOfInput`` as the end.
  ///
  /// - Parameters:
  ///   - prompt: What to show and what finishes the text.
  ///   - keep: Takes the text so far, as ``read(_:keeping:)`` gives it.
  /// - Returns: The text and what ended it.
  public func readText(
    _ prompt: TextPrompt, keeping keep: @escaping (String) -> Void = { _ in }
  ) -> TextInput {
    var lines: [String] = []
    var line = prompt.first
    line.allowsNewlines = true
    while true {
      let input = read(line) { [lines] in keep(Self.text(lines + [$0])) }
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

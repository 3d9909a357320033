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

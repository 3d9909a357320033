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

/// One question to the keyboard: what to show, and how its answer may be typed.
public struct LinePrompt: Equatable, Sendable {
  /// What stands before the cursor, such as `"> "`; it may carry the sequences of a ``Style``.
  public var text: String

  /// Text to begin with, for changing an earlier answer.
  public var initial = ""

  /// What the Tab key completes to; letters match without regard to case and accents.
  public var candidates: [String] = []

  /// Seconds without a key after which asking stops; `nil` waits for ever.
  public var idleSeconds: Double?

  /// The column at which a long answer goes on below; `nil` leaves that to the terminal.
  public var measure: Int?

  /// Whether Alt-Enter begins a new line within the answer.
  public var allowsNewlines = false

  /// Whether keys pressed before the prompt appeared belong to its answer.
  ///
  /// Only right where one answer is read in several pieces: what was typed ahead must never answer
  /// a question that had not been seen.
  public var keepsTypeAhead = false

  /// Keys that answer by themselves where they are the only thing typed, without Enter.
  ///
  /// Only the line editor obeys it; a plain line ends with Enter as ever. An Enter that follows out
  /// of habit is not taken for an answer to the next prompt.
  public var instantKeys: Set<Character> = []

  /// How many columns stay free before the further lines of a long answer, so that they stand
  /// below its first; none below a prompt that is long itself.
  var continuationMargin: Int {
    let width = DisplayWidth.columns(of: Printable(text).text)
    return (allowsNewlines || measure != nil) && width <= 8 ? width : 0
  }

  /// Makes a prompt for a single line of text.
  ///
  /// - Parameter text: What stands before the cursor.
  public init(_ text: String) {
    self.text = text
  }
}

import Console

/// What was shown and chosen while a script was played, as a file to keep.
///
/// Every line stands as it was said, without wrapping; what was typed follows `>`.
struct PlayTranscript {
  private(set) var lines: [String]

  /// Begins with the command that was typed.
  init(command: String) {
    lines = ["$ \(Self.flat(command))"]
  }

  /// The whole transcript.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Adds something that was shown.
  mutating func show(_ text: String) {
    lines.append(Self.flat(text))
  }

  /// Adds something that was typed.
  mutating func type(_ text: String) {
    lines.append("> \(Self.flat(text))")
  }

  private static func flat(_ text: String) -> String {
    Printable(text).text.replacing("\n", with: " ")
  }
}

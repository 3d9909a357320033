/// The words that passphrases are suggested from.
public struct PassphraseWords: Sendable {
  /// The words, each once.
  public let words: [String]

  /// Takes a list of words.
  ///
  /// - Parameter text: One word a line; empty lines and repeated words count for nothing.
  public init(_ text: String) {
    words = Set(text.split(whereSeparator: \.isNewline).map(String.init)).sorted()
  }

  /// Suggests a passphrase: six words from 2048 are as hard to guess as 66 coin tosses.
  ///
  /// - Parameters:
  ///   - count: How many words; they may repeat.
  ///   - generator: Where the chance comes from; `SystemRandomNumberGenerator` in everyday use.
  /// - Returns: The words with spaces between them; empty when the list is.
  public func suggestion(
    count: Int = 6, using generator: inout some RandomNumberGenerator
  ) -> String {
    (0..<count).compactMap { _ in words.randomElement(using: &generator) }
      .joined(separator: " ")
  }
}

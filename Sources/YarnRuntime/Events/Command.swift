/// A `<<command>>` that the engine does not know and hands to the host.
public struct Command: Equatable, Sendable {
  /// The text between the chevrons with values inserted.
  public var text: String

  /// The first word.
  public var name: String

  /// The words after the first; a "quoted part" is one word without its quotes.
  public var arguments: [String]

  /// Splits a command's text into its words.
  public init(text: String) {
    let words = Self.words(of: text)
    self.text = text
    name = words.first ?? ""
    arguments = Array(words.dropFirst())
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    var characters = text.makeIterator()
    while let character = characters.next() {
      switch character {
      case "\\" where isQuoted:
        let escaped = characters.next() ?? "\\"
        if escaped != "\"" && escaped != "\\" { word?.append("\\") }
        word?.append(escaped)
      case "\"":
        isQuoted.toggle()
        word = word ?? ""
      case let space where space.isWhitespace && !isQuoted:
        if let finished = word { words.append(finished) }
        word = nil
      default:
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}

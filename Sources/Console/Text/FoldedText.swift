/// A text reduced to what people type when they hurry: small letters, no accents, single spaces.
public struct FoldedText: Hashable, Sendable {
  /// The reduced letters.
  public let letters: String

  /// Folds a text.
  ///
  /// - Parameter text: Any text; `"  Özgür  Łukasz "` becomes `"ozgur lukasz"`.
  public init(_ text: String) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    letters = words.map { $0.reduce(into: "") { $0 += Self.plain($1) } }.joined(separator: " ")
  }

  /// Tells whether a text begins with this one, both folded.
  ///
  /// - Parameter text: The longer text.
  /// - Returns: Whether it does; the empty text begins every other.
  public func isPrefix(of text: String) -> Bool {
    FoldedText(text).letters.hasPrefix(letters)
  }
}

extension FoldedText {
  private static func plain(_ letter: Character) -> String {
    if letter.isASCII { return String(letter) }
    if let letters = special[letter] { return letters }
    if let base = accented[letter] { return String(base) }
    let scalars = letter.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }
    return String(String.UnicodeScalarView(scalars))
  }

  private static let special: [Character: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "ħ": "h", "’": "'", "‘": "'",
  ]

  /// Every small Latin letter with one or two accents, and the bare letter.
  ///
  /// Characters are equal when they are canonically equivalent, so a letter written with combining
  /// marks finds its single-scalar form, and no table of those has to be kept.
  private static let accented: [Character: Character] = {
    let marks = (0x300...0x331).compactMap { Unicode.Scalar($0) }
    let second = [0x300, 0x301, 0x303, 0x304, 0x309, 0x323].compactMap { Unicode.Scalar($0) }
    let first = [0x302, 0x306, 0x308, 0x31B, 0x323].compactMap { Unicode.Scalar($0) }
    let pairs = first.flatMap { one in second.map { [one, $0] } }
    var table: [Character: Character] = [:]
    for base in "abcdefghijklmnopqrstuvwxyz" {
      for accents in marks.map({ [$0] }) + pairs {
        var letter = String(base)
        letter.unicodeScalars.append(contentsOf: accents)
        if let whole = letter.first, letter.count == 1 { table[whole] = base }
      }
    }
    return table
  }()
}

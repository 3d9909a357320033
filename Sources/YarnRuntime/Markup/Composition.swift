/// Joins letters and the accents that follow them into single characters where Unicode has one.
///
/// Positions of attributes count these joined characters, so that they do not depend on how an
/// editor saves an accent.
enum Composition {
  /// Gives the text with its letters and accents joined.
  static func compose(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xCC }) else { return text }
    var result = ""
    for character in text {
      if character.unicodeScalars.count > 1, let joined = table[character] {
        result.unicodeScalars.append(joined)
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// Single scalars by the character they are: a letter with its accent finds the joined form,
  /// since characters that Unicode calls equivalent are equal.
  private static let table: [Character: Unicode.Scalar] = {
    let ranges: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x370...0x4FF, 0x1E00...0x1FFF, 0x3040...0x30FF, 0xAC00...0xD7A3,
    ]
    var table: [Character: Unicode.Scalar] = [:]
    for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
      let character = Character(scalar)
      if table[character] == nil { table[character] = scalar }
    }
    return table
  }()
}

/// A text reduced for searching, which knows where each of its bytes came from.
struct FoldedPassage {
  /// The reduced bytes; a run of white space is one space.
  private(set) var bytes: [UInt8] = []

  /// For every reduced byte the place of its letter in the text, and after the last the end.
  private(set) var origins: [String.Index] = []

  /// Reduces a text.
  init(_ text: String, _ folding: inout LetterFolding) {
    bytes.reserveCapacity(text.utf8.count)
    origins.reserveCapacity(text.utf8.count + 1)
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar.isASCII {
        add(UInt8(truncatingIfNeeded: scalar.value), from: index)
        continue
      }
      let isSpace = scalar.properties.isWhitespace
      if isSpace, bytes.last == 0x20 { continue }
      for unit in isSpace ? [0x20] : folding.fold(scalar).units {
        bytes.append(unit)
        origins.append(index)
      }
    }
    origins.append(text.endIndex)
  }

  /// Adds a letter of ASCII, which nearly all letters are.
  private mutating func add(_ letter: UInt8, from index: String.Index) {
    let isSpace = letter == 0x20 || (0x09...0x0D).contains(letter)
    if isSpace, bytes.last == 0x20 { return }
    bytes.append(isSpace ? 0x20 : letter &- 65 < 26 ? letter | 0x20 : letter)
    origins.append(index)
  }

  /// Whether a word begins at a place: what stands before it is no letter and no digit.
  func isWordStart(_ place: Int) -> Bool {
    guard place > 0 else { return true }
    var start = place - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return !isLetter(at: start)
  }

  /// Whether a word ends before a place: what stands there is no letter and no digit.
  func isWordEnd(_ place: Int) -> Bool {
    place >= bytes.count || !isLetter(at: place)
  }

  private func isLetter(at place: Int) -> Bool {
    let letter = String(decoding: bytes[place...].prefix(4), as: UTF8.self).unicodeScalars.first
    return letter.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
  }
}

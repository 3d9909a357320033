@_spi(_Unicode) import Swift

/// Joins letters and the accents that follow them into single characters where Unicode has one:
/// normalisation form C.
///
/// Positions of attributes count these joined characters, so that they do not depend on how an
/// editor saves an accent.
func composed(_ text: String) -> String {
  guard mayNeedComposition(text) else { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in withoutTibetanPairs(text)._nfc { scalars.append(scalar) }
  return String(scalars)
}

/// Takes apart the three Tibetan vowel signs that stand for two.
///
/// The standard library puts their halves into the wrong order behind some other marks.
private func withoutTibetanPairs(_ text: String) -> String {
  let pairs: [Unicode.Scalar: String] = [
    "\u{F73}": "\u{F71}\u{F72}", "\u{F75}": "\u{F71}\u{F74}", "\u{F81}": "\u{F71}\u{F80}",
  ]
  guard text.unicodeScalars.contains(where: { (0xF73...0xF81).contains($0.value) }) else {
    return text
  }
  return text.unicodeScalars.reduce(into: "") { $0 += pairs[$1] ?? String($1) }
}

/// A quick look at the bytes: whether there is any character that composition may change.
///
/// Characters below U+0300 never change, nor do Cyrillic letters, typographic quotes and dashes,
/// Chinese characters and emoji; others are looked at closely.
private func mayNeedComposition(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case ..<0xCC, 0xD0, 0xD1, 0xE4...0xE9: index += 1
      case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] > 0x81: index += 3
      case 0xF0 where bytes[index + 1] == 0x9F: index += 4
      default: return true
      }
    }
    return false
  }
}

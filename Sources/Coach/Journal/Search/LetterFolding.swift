/// Reduces letters to what people type when they search: small, and without accents.
///
/// It works on the bytes of UTF-8, because a search goes over every entry of many years. A letter
/// that is not ASCII is looked up once and remembered.
struct LetterFolding {
  /// What a letter is reduced to.
  enum Folded: Equatable {
    /// Another letter, or itself.
    case letter(Unicode.Scalar)
    /// Two ASCII letters, such as those of `ß`.
    case pair(UInt8, UInt8)
    /// Nothing, such as an accent that stands by itself.
    case nothing
  }

  private static let rememberedCount = 0x2100

  private var remembered = [Folded?](repeating: nil, count: rememberedCount)

  /// Reduces one letter.
  mutating func fold(_ scalar: Unicode.Scalar) -> Folded {
    let value = Int(scalar.value)
    guard value < Self.rememberedCount else { return Self.lookUp(scalar) }
    if let known = remembered[value] { return known }
    let folded = Self.lookUp(scalar)
    remembered[value] = folded
    return folded
  }

  /// Reduces bytes of UTF-8, byte for byte where they are ASCII.
  ///
  /// - Parameter source: The bytes; what is not UTF-8 is passed over.
  /// - Returns: The reduced bytes.
  mutating func fold(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    // No letter is reduced to more than twice its bytes.
    [UInt8](unsafeUninitializedCapacity: source.count * 2) { folded, count in
      var place = 0
      while place < source.count {
        let byte = source[place]
        if byte < 0x80 {
          folded[count] = byte &- 65 < 26 ? byte | 0x20 : byte
          count += 1
          place += 1
          continue
        }
        let (scalar, length) = Self.decode(source, at: place)
        place += length
        guard let scalar else { continue }
        for unit in fold(scalar).units {
          folded[count] = unit
          count += 1
        }
      }
    }
  }

  /// Reads one letter of several bytes; `nil` where the bytes are none.
  private static func decode(
    _ source: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (Unicode.Scalar?, length: Int) {
    let lead = source[place]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, place + length <= source.count else { return (nil, 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = source[place + offset]
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (Unicode.Scalar(value), length)
  }
}

extension LetterFolding.Folded {
  /// The bytes of UTF-8.
  var units: [UInt8] {
    switch self {
    case .letter(let scalar): Array(UTF8.encode(scalar) ?? .init())
    case .pair(let first, let second): [first, second]
    case .nothing: []
    }
  }
}

extension LetterFolding {
  private static func lookUp(_ scalar: Unicode.Scalar) -> Folded {
    let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if let known = special[small] { return known }
    if marks.contains(where: { $0.contains(small.value) }) { return .nothing }
    switch small.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .letter(" ")
    default: return .letter(bare(small))
    }
  }

  /// The letter without its accents, which its Unicode name tells.
  private static func bare(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    guard let name = letter.properties.name, let end = name.firstRange(of: " WITH ") else {
      return letter
    }
    let stem = name[..<end.lowerBound]
    let base = stem.split(separator: " ").last ?? ""
    if stem.hasPrefix("LATIN SMALL LETTER "), base.count == 1 {
      return base.lowercased().unicodeScalars.first ?? letter
    }
    return stem.hasPrefix("GREEK SMALL LETTER ") ? greek[String(base)] ?? letter : letter
  }

  private static let greek: [String: Unicode.Scalar] = [
    "ALPHA": "α", "EPSILON": "ε", "ETA": "η", "IOTA": "ι", "OMICRON": "ο", "RHO": "ρ",
    "UPSILON": "υ", "OMEGA": "ω",
  ]

  private static let special: [Unicode.Scalar: Folded] = [
    "ß": .pair(0x73, 0x73), "æ": .pair(0x61, 0x65), "œ": .pair(0x6F, 0x65),
    "þ": .pair(0x74, 0x68), "ø": .letter("o"), "ł": .letter("l"), "đ": .letter("d"),
    "ð": .letter("d"), "ħ": .letter("h"), "ı": .letter("i"), "ſ": .letter("s"), "ς": .letter("σ"),
    "ё": .letter("е"), "й": .letter("и"), "ї": .letter("і"), "ў": .letter("у"), "ѓ": .letter("г"),
    "ќ": .letter("к"), "’": .letter("'"), "‘": .letter("'"), "ʼ": .letter("'"), "“": .letter("\""),
    "”": .letter("\""), "„": .letter("\""), "«": .letter("\""), "»": .letter("\""),
    "‐": .letter("-"), "‑": .letter("-"), "–": .letter("-"), "—": .letter("-"),
    "\u{AD}": .nothing, "\u{200B}": .nothing, "\u{200C}": .nothing, "\u{200D}": .nothing,
    "\u{2060}": .nothing, "\u{FEFF}": .nothing,
  ]

  /// Accents and points that stand behind their letter: Latin, Hebrew, Arabic, and selectors.
  private static let marks: [ClosedRange<UInt32>] = [
    0x300...0x36F, 0x591...0x5C7, 0x64B...0x65F, 0x670...0x670, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
    0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F,
  ]
}

/// Text with case, accents and outer space taken away, so that typed words can be compared.
struct FoldedText: Hashable {
  let text: String

  init(_ original: some StringProtocol) {
    var scalars = String.UnicodeScalarView()
    for scalar in String(original).lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark: continue
      case .spaceSeparator, .control: scalars.append(" ")
      default: scalars.append(Self.letter(of: scalar))
      }
    }
    text = String(scalars).split(separator: " ").joined(separator: " ")
  }

  func hasPrefix(_ other: FoldedText) -> Bool { text.hasPrefix(other.text) }

  /// The letter without its accent, which the Unicode name tells: LATIN SMALL LETTER E WITH ACUTE.
  private static func letter(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    let stem = "LATIN SMALL LETTER "
    guard !scalar.isASCII, let name = scalar.properties.name, name.hasPrefix(stem) else {
      return scalar
    }
    let words = name.dropFirst(stem.count).split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[1].hasPrefix("WITH "), words[0].count == 1 else { return scalar }
    return words[0].lowercased().unicodeScalars.first ?? scalar
  }
}

/// The category of a number in a language.
enum PluralCategory: String, Equatable {
  case zero, one, two, few, many, other
}

/// Which category a number falls into, by the rules of a language.
///
/// The rules are those of CLDR as Yarn Spinner applies them: negative amounts are `other`.
struct PluralRules {
  let language: String

  /// Takes the rules of a locale's language: `en-AU` counts as `en`.
  init(locale: String) {
    language = String(locale.prefix { $0 != "-" && $0 != "_" }).lowercased()
  }

  /// The category for amounts: one cat, two cats.
  func cardinal(_ number: PluralOperands) -> PluralCategory {
    guard !number.isNegative else { return .other }
    switch language {
    case "ja", "ko", "zh", "vi", "th", "id": return .other
    case "ar": return number.arabic
    case "cs", "sk": return number.czech
    case "cy": return number.welsh
    case "da": return number.is(1) || !number.isWhole && number.whole <= 1 ? .one : .other
    case "fr", "pt": return number.whole <= 1 ? .one : .many
    case "es", "it", "ca": return number.is(1) ? .one : .many
    case "he": return number.hebrew
    case "hi": return number.whole == 0 || number.is(1) ? .one : .other
    case "is": return number.icelandic
    case "pl": return number.polish
    case "ru", "uk", "be": return number.russian
    default: return number.is(1) ? .one : .other
    }
  }

  /// The category for places: 1st, 2nd, 3rd.
  func ordinal(_ number: PluralOperands) -> PluralCategory {
    guard number.isWhole, !number.isNegative else { return .other }
    let ones = number.whole % 10
    let tens = number.whole % 100
    switch language {
    case "en":
      if ones == 1, tens != 11 { return .one }
      if ones == 2, tens != 12 { return .two }
      return ones == 3 && tens != 13 ? .few : .other
    case "cy": return number.welshOrdinal
    case "fr": return number.whole == 1 ? .one : .other
    case "hi":
      let names: [Int: PluralCategory] = [1: .one, 2: .two, 3: .two, 4: .few, 6: .many]
      return names[number.whole] ?? .other
    case "it": return [8, 11, 80, 800].contains(number.whole) ? .many : .other
    case "sv": return (ones == 1 || ones == 2) && tens != 12 ? .one : .other
    case "uk": return ones == 3 && tens != 13 ? .few : .other
    default: return .other
    }
  }
}

/// The rules of languages with more than two categories.
extension PluralOperands {
  func `is`(_ value: Int) -> Bool { isWhole && whole == value }

  private var ones: Int { whole % 10 }
  private var tens: Int { whole % 100 }

  fileprivate var arabic: PluralCategory {
    guard isWhole else { return .other }
    switch whole {
    case 0: return .zero
    case 1: return .one
    case 2: return .two
    default: return tens >= 11 ? .many : tens >= 3 ? .few : .other
    }
  }

  fileprivate var czech: PluralCategory {
    guard isWhole else { return .many }
    return whole == 1 ? .one : (2...4).contains(whole) ? .few : .other
  }

  fileprivate var welsh: PluralCategory {
    let names: [Int: PluralCategory] = [0: .zero, 1: .one, 2: .two, 3: .few, 6: .many]
    return isWhole ? names[whole] ?? .other : .other
  }

  fileprivate var welshOrdinal: PluralCategory {
    switch whole {
    case 0, 7, 8, 9: .zero
    case 1: .one
    case 2: .two
    case 3, 4: .few
    case 5, 6: .many
    default: .other
    }
  }

  fileprivate var hebrew: PluralCategory {
    if self.is(1) || (whole == 0 && !isWhole) { return .one }
    return self.is(2) ? .two : .other
  }

  fileprivate var icelandic: PluralCategory {
    if isWhole { return ones == 1 && tens != 11 ? .one : .other }
    return fraction % 10 == 1 && fraction % 100 != 11 ? .one : .other
  }

  fileprivate var polish: PluralCategory {
    guard isWhole else { return .other }
    if whole == 1 { return .one }
    return (2...4).contains(ones) && !(12...14).contains(tens) ? .few : .many
  }

  fileprivate var russian: PluralCategory {
    guard isWhole else { return .other }
    if ones == 1, tens != 11 { return .one }
    return (2...4).contains(ones) && !(12...14).contains(tens) ? .few : .many
  }
}

/// The category of a number in a language.
enum PluralCategory: String, Equatable {
  case zero, one, two, few, many, other
}

/// Which category a number falls into, by the rules of a language.
struct PluralRules {
  let language: String

  /// Takes the rules of a locale's language: `en-AU` counts as `en`.
  init(locale: String) {
    language = String(locale.prefix { $0 != "-" && $0 != "_" }).lowercased()
  }

  /// The category for amounts: one cat, two cats.
  func cardinal(_ number: PluralOperands) -> PluralCategory {
    number.isWhole && number.whole == 1 && !number.isNegative ? .one : .other
  }

  /// The category for places: 1st, 2nd, 3rd.
  func ordinal(_ number: PluralOperands) -> PluralCategory {
    guard number.isWhole, !number.isNegative else { return .other }
    let tens = number.whole % 100
    switch number.whole % 10 {
    case 1 where tens != 11: return .one
    case 2 where tens != 12: return .two
    case 3 where tens != 13: return .few
    default: return .other
    }
  }
}

/// Which category a number falls into, by the rules that CLDR has for a language.
struct PluralRules {
  private var cardinalRules: [PluralRule]
  private var ordinalRules: [PluralRule]
  private let isSwedish: Bool

  /// Takes the rules of a locale, or of the nearest locale above it: `en-AU` follows `en`.
  init(locale: String) {
    let name = locale.prefix { $0 != "." && $0 != "@" }.lowercased()
      .split(whereSeparator: { $0 == "-" || $0 == "_" })
    cardinalRules = Self.rules(for: name, in: Self.cardinals)
    ordinalRules = Self.rules(for: name, in: Self.ordinals)
    isSwedish = name.first == "sv"
  }

  /// The category for amounts, as Yarn Spinner finds it: one cat, two cats.
  ///
  /// It knows of no exponents and takes `e != 0..5` for true, so that all larger amounts are
  /// `many` in French, Spanish, Italian, Portuguese and Catalan.
  func cardinal(_ number: PluralOperands) -> PluralCategory {
    Self.category(of: number, cardinalRules, exponent: nil)
  }

  /// The category for amounts, as CLDR defines it.
  func plainCardinal(_ number: PluralOperands) -> PluralCategory {
    Self.category(of: number, cardinalRules, exponent: 0)
  }

  /// The category for places, as Yarn Spinner finds it: 1st, 2nd, 3rd.
  ///
  /// Of the Swedish exceptions it knows `12` but not `11`.
  func ordinal(_ number: PluralOperands) -> PluralCategory {
    let isEleven = number.v == 0 && number.i.truncatingRemainder(dividingBy: 100) == 11
    return isSwedish && isEleven && !number.isNegative ? .one : plainOrdinal(number)
  }

  /// The category for places, as CLDR defines it.
  func plainOrdinal(_ number: PluralOperands) -> PluralCategory {
    Self.category(of: number, ordinalRules, exponent: 0)
  }

  private static func category(
    of number: PluralOperands, _ rules: [PluralRule], exponent: Double?
  ) -> PluralCategory {
    guard !number.isNegative else { return .other }
    return rules.first { $0.holds(for: number, exponent: exponent) }?.category ?? .other
  }
}

/// The table of rules, read once.
extension PluralRules {
  private static let cardinals = read(PluralTable.cardinal)
  private static let ordinals = read(PluralTable.ordinal)

  private static func rules(
    for name: [Substring], in table: [String: [PluralRule]]
  ) -> [PluralRule] {
    for count in stride(from: min(name.count, 4), to: 0, by: -1) {
      if let rules = table[name.prefix(count).joined(separator: "-")] { return rules }
    }
    return []
  }

  private static func read(_ text: String) -> [String: [PluralRule]] {
    var table: [String: [PluralRule]] = [:]
    for row in text.split(separator: "\n") {
      let parts = row.split(separator: "|")
      guard parts.count == 2 else { continue }
      let rules = parts[1].split(separator: ";").compactMap(PluralRule.init)
      for name in parts[0].split(separator: " ") { table[String(name)] = rules }
    }
    return table
  }
}

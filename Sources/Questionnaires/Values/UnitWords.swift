/// The words for units that a form gives as a code alone.
///
/// Codes are those of UCUM; only such as people are asked for and would not know have words here:
/// `kg` stays as it is.
enum UnitWords {
  /// Finds the words for a code.
  ///
  /// - Parameter code: A code of UCUM.
  /// - Returns: The words, or the code where there are none.
  static func of(_ code: String) -> String {
    if let words = words[code] { return words }
    // What stands in braces means nothing to a program and is meant for people.
    guard code.hasPrefix("{"), code.hasSuffix("}"), code.count > 2 else { return code }
    return code.dropFirst().dropLast().split(separator: "_").joined(separator: " ")
  }

  /// What people type for a code besides its words: `in` for `[in_i]`.
  ///
  /// - Parameter code: A code of UCUM.
  /// - Returns: The code without brackets and without the name of its system.
  static func abbreviation(of code: String) -> String {
    guard code.hasPrefix("["), code.hasSuffix("]") else { return code }
    return String(code.dropFirst().prefix { $0 != "_" && $0 != "]" })
  }

  private static let words = [
    "[in_i]": "inches", "[ft_i]": "feet", "[yd_i]": "yards", "[mi_i]": "miles",
    "[lb_av]": "pounds", "[oz_av]": "ounces", "[stone_av]": "stone",
    "ug": "micrograms",
    "[degF]": "degrees Fahrenheit", "Cel": "degrees Celsius",
    "[foz_us]": "fluid ounces", "[pt_us]": "pints", "[cup_us]": "cups",
    "[tsp_us]": "teaspoons", "[tbs_us]": "tablespoons",
    "s": "seconds", "min": "minutes", "h": "hours", "d": "days", "wk": "weeks", "mo": "months",
    "a": "years", "/min": "per minute", "/h": "per hour", "/d": "a day", "/wk": "a week",
    "/mo": "a month", "/a": "a year", "h/d": "hours a day", "h/wk": "hours a week",
    "{beats}/min": "beats per minute", "{breaths}/min": "breaths per minute",
    "mm[Hg]": "mmHg", "kg/m2": "kg/m²", "%": "percent", "[iU]": "IU",
    "kcal": "kilocalories", "[Cal]": "calories",
  ]
}

extension Coding {
  /// The name of the unit that a code stands for, in words where there are any.
  public var unitName: String {
    if let display, display != code { return display }
    return code.map(UnitWords.of) ?? ""
  }

  /// Whether typed words mean this unit.
  func isUnit(_ typed: String) -> Bool {
    let wanted = FoldedText(typed)
    guard code != typed, FoldedText(unitName) != wanted else { return true }
    return code.map { FoldedText(UnitWords.abbreviation(of: $0)) == wanted } ?? false
  }
}

extension Quantity {
  /// The name of the unit, in words where there are any; `nil` without a unit.
  var unitName: String? {
    guard let unit, unit != code else { return code.map(UnitWords.of) }
    return unit
  }
}

/// The condition under which a number falls into a category, as CLDR writes it.
struct PluralRule: Equatable {
  var category: PluralCategory

  /// Alternatives, each of which asks for all of its relations.
  var alternatives: [[Relation]]

  /// A comparison such as `n % 10 = 2..4`.
  struct Relation: Equatable {
    var operand: Character
    var modulus: Double?
    var isNegated: Bool
    var ranges: [ClosedRange<Double>]
  }

  /// Reads a rule such as `few: i = 2..4 and v = 0`; `nil` when it is none.
  init?(_ text: Substring) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let name = parts[0].split(separator: " ").first,
      let category = PluralCategory(rawValue: String(name))
    else { return nil }
    self.category = category
    var alternatives: [[Relation]] = [[]]
    for words in parts[1].split(separator: " ").split(whereSeparator: { $0 == "and" }) {
      for (index, relation) in words.split(whereSeparator: { $0 == "or" }).enumerated() {
        if index > 0 { alternatives.append([]) }
        guard let relation = Relation(relation) else { return nil }
        alternatives[alternatives.count - 1].append(relation)
      }
    }
    self.alternatives = alternatives
  }

  /// Whether a number falls into the category.
  func holds(for number: PluralOperands, exponent: Double?) -> Bool {
    alternatives.contains { $0.allSatisfy { $0.holds(for: number, exponent: exponent) } }
  }
}

extension PluralRule.Relation {
  /// Reads the words of `n % 10 = 2..4,7`.
  fileprivate init?(_ words: ArraySlice<Substring>) {
    guard words.count >= 3, let operand = words.first?.first, let last = words.last,
      let sign = words.dropLast().last
    else { return nil }
    self.operand = operand
    isNegated = sign == "!="
    if words.count == 5 { modulus = Double(words[words.startIndex + 2]) }
    ranges = []
    for part in last.split(separator: ",") {
      let bounds = part.split(separator: ".").compactMap { Double($0) }
      guard let low = bounds.first, let high = bounds.last, low <= high else { return nil }
      ranges.append(low...high)
    }
  }

  /// Whether the comparison is true; an exponent that is not known is no number of any range.
  fileprivate func holds(for number: PluralOperands, exponent: Double?) -> Bool {
    guard var value = number[operand, exponent] else { return isNegated }
    if let modulus { value = value.truncatingRemainder(dividingBy: modulus) }
    let isWithin = value == value.rounded() && ranges.contains { $0.contains(value) }
    return isWithin != isNegated
  }
}

extension PluralOperands {
  fileprivate subscript(operand: Character, exponent: Double?) -> Double? {
    switch operand {
    case "i": i
    case "v", "w": v
    case "f", "t": f
    case "c", "e": exponent
    default: n
    }
  }
}

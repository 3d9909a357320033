/// A pattern of digits such as `#,##0.00;(0.00);zero`, which says how a number is written.
struct CustomNumberFormat {
  /// .NET looks at this many digits of a 32-bit number.
  private static let significantDigits = 7

  private var sections: [CustomFormatSection]

  /// Takes a pattern apart; every text is a pattern.
  init(_ text: Substring) {
    var sections: [[CustomFormatSection.Mark]] = [[]]
    var rest = text
    while let character = rest.popFirst() {
      switch character {
      case ";": sections.append([])
      case "'", "\"":
        while let literal = rest.popFirst(), literal != character {
          sections[sections.count - 1].append(.literal(literal))
        }
      case "\\":
        if let literal = rest.popFirst() { sections[sections.count - 1].append(.literal(literal)) }
      case "E", "e":
        sections[sections.count - 1].append(Self.exponent(character, &rest))
      default: sections[sections.count - 1].append(CustomFormatSection.Mark(character))
      }
    }
    self.sections = sections.prefix(3).map(CustomFormatSection.init)
  }

  /// Writes a finite number.
  func text(for number: Float) -> String {
    var digits = DecimalDigits(number)
    digits.round(to: Self.significantDigits)
    let isNegative = number.sign == .minus
    var place = digits.digits.isEmpty ? 2 : isNegative ? 1 : 0
    var section = self.section(&place)
    let rounded = section.rounded(digits)
    if rounded.digits.isEmpty, !digits.digits.isEmpty {
      place = 2
      section = self.section(&place)
    }
    let shown = section.rounded(digits)
    let sign = isNegative && place == 0 && !shown.digits.isEmpty ? "-" : ""
    return sign + section.text(for: shown)
  }

  /// The section for a kind of number; the first one when there is none or it is empty.
  private func section(_ place: inout Int) -> CustomFormatSection {
    if place >= sections.count || sections[place].marks.isEmpty { place = 0 }
    return sections[place]
  }

  /// Reads what follows an `E`: zeros with or without a sign make it an exponent.
  private static func exponent(
    _ letter: Character, _ rest: inout Substring
  ) -> CustomFormatSection.Mark {
    let sign = rest.first.flatMap { $0 == "+" || $0 == "-" ? $0 : nil }
    let zeros = rest.dropFirst(sign == nil ? 0 : 1).prefix { $0 == "0" }.count
    guard zeros > 0 else { return .literal(letter) }
    rest = rest.dropFirst(zeros + (sign == nil ? 0 : 1))
    return .exponent(letter, digits: min(zeros, 10), showsPlus: sign == "+")
  }
}

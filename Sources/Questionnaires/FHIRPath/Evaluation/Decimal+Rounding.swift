import FoundationEssentials

extension Decimal {
  /// How many digits stand behind the point.
  var places: Int { max(0, -exponent) }

  /// Which way a number is rounded.
  enum Rounding {
    /// To the nearest, away from zero at the half.
    case nearest
    /// Towards zero.
    case towardZero
    /// To the next smaller number.
    case down
    /// To the next larger number.
    case up
  }

  /// The number with so many digits behind the point.
  ///
  /// It works on the digits as they are written, because they are exact.
  func rounded(to places: Int, _ rounding: Rounding = .nearest) -> Decimal {
    let text = magnitude.description
    guard let point = text.firstIndex(of: ".") else { return self }
    let fraction = text[text.index(after: point)...]
    guard fraction.count > places else { return self }
    let kept = String(text[..<point]) + "." + fraction.prefix(places) + "0"
    guard var result = Decimal(string: kept) else { return self }
    let isNegative = self < 0
    let raises =
      switch rounding {
      case .nearest: fraction.dropFirst(places).first.map { $0 >= "5" } ?? false
      case .towardZero: false
      case .down: isNegative && result != magnitude
      case .up: !isNegative && result != magnitude
      }
    if raises { result += Decimal(sign: .plus, exponent: -places, significand: 1) }
    return isNegative ? -result : result
  }

  /// The number as a whole number; `nil` where it is none or too large.
  var whole: Int? {
    let text = rounded(to: 0, .towardZero)
    return text == self ? Int(text.description) : nil
  }

  /// The number as a machine computes roots and powers.
  var double: Double { Double(description) ?? .nan }
}

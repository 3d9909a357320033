/// What plural rules ask of a number, by the names that UTS #35 gives these parts.
///
/// A number counts by its value: `1.0` is `1`, so `v` is `w` and `f` is `t`.
struct PluralOperands: Equatable {
  /// The absolute value.
  var n: Double

  /// The whole part.
  var i: Double

  /// How many digits stand behind the point.
  var v: Double

  /// The digits behind the point as a number.
  var f: Double

  /// Whether a sign stands before the number.
  var isNegative: Bool

  /// Reads a number's text; `nil` when it is none, or has no end.
  init?(_ text: String) {
    guard let value = Double(text), value.isFinite else { return nil }
    n = value.magnitude
    i = n.rounded(.towardZero)
    isNegative = value < 0
    v = 0
    f = 0
    guard n != i else { return }
    let digits = Self.fraction(of: n)
    v = Double(digits.count)
    f = Double(String(decoding: digits, as: UTF8.self)) ?? 0
  }

  /// The digits behind the point, also for numbers that Swift writes with an exponent.
  private static func fraction(of number: Double) -> [UInt8] {
    let text = number.description.utf8
    let mantissa = text.prefix { $0 != UInt8(ascii: "e") }
    let exponent = Int(String(decoding: text.dropFirst(mantissa.count + 1), as: UTF8.self)) ?? 0
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: max(0, -exponent - 1))
    guard exponent < 0 else {
      return Array(mantissa.drop { $0 != UInt8(ascii: ".") }.dropFirst())
    }
    var digits = mantissa.filter { $0 != UInt8(ascii: ".") }
    if digits.last == UInt8(ascii: "0"), digits.count > 1 { digits.removeLast() }
    return zeros + digits
  }
}

/// The decimal digits of a number, all of them: `0.` followed by the digits, times ten to the
/// power of `scale`.
struct DecimalDigits {
  /// Without zeros at the start and the end; empty for zero.
  private(set) var digits: [UInt8]
  private(set) var scale: Int

  /// Takes a finite number apart; its sign is left out.
  init(_ number: Float) {
    digits = []
    scale = 0
    guard number != 0, number.isFinite else { return }
    let exponent = Int(number.exponent) - 23
    var mantissa = UInt32(number.magnitude.significand * 0x1p23)
    while mantissa > 0 {
      digits.append(UInt8(mantissa % 10))
      mantissa /= 10
    }
    for _ in 0..<abs(exponent) { multiply(by: exponent > 0 ? 2 : 5) }
    scale = digits.count + min(0, exponent)
    digits.reverse()
    trim()
  }

  /// Keeps some digits, rounding half away from zero; none when there is nothing before them.
  mutating func round(to count: Int) {
    guard count < digits.count else { return }
    let roundsUp = count >= 0 && digits[count] >= 5
    digits.removeSubrange(max(0, count)...)
    if roundsUp {
      while digits.last == 9 { digits.removeLast() }
      if digits.isEmpty {
        digits = [1]
        scale += 1
      } else {
        digits[digits.count - 1] += 1
      }
    }
    trim()
  }

  /// Moves the point to the right.
  mutating func shift(by places: Int) {
    if !digits.isEmpty { scale += places }
  }

  /// The digit at a place, counted from the first; zero behind the last.
  func digit(_ place: Int) -> Character {
    let digit = digits.indices.contains(place) ? digits[place] : 0
    return Character(Unicode.Scalar(UInt8(ascii: "0") + digit))
  }

  /// The number with some digits behind the point.
  func fixed(places: Int, grouped: Bool = false) -> String {
    var rounded = self
    rounded.round(to: scale + places)
    var text = ""
    let wholeCount = max(1, rounded.scale)
    for place in 0..<wholeCount {
      text.append(rounded.scale > 0 ? rounded.digit(place) : "0")
      let rest = wholeCount - 1 - place
      if grouped, rest > 0, rest % 3 == 0 { text.append(",") }
    }
    guard places > 0 else { return text }
    text.append(".")
    for place in rounded.scale..<rounded.scale + places { text.append(rounded.digit(place)) }
    return text
  }

  /// The number with one digit before the point, and an exponent.
  func scientific(places: Int, letter: Character, exponentDigits: Int, isFull: Bool) -> String {
    var rounded = self
    rounded.round(to: places + 1)
    var text = String(rounded.digit(0))
    let count = isFull ? places : max(0, rounded.digits.count - 1)
    if count > 0 { text.append(".") }
    for place in 0..<count { text.append(rounded.digit(place + 1)) }
    let exponent = rounded.digits.isEmpty ? 0 : rounded.scale - 1
    return text + String(letter)
      + exponentText(exponent, digits: exponentDigits, showsPlus: true)
  }

  private mutating func multiply(by factor: UInt8) {
    var carry: UInt8 = 0
    for index in digits.indices {
      let product = digits[index] * factor + carry
      digits[index] = product % 10
      carry = product / 10
    }
    if carry > 0 { digits.append(carry) }
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { scale = 0 }
  }
}

/// An exponent with its sign and at least some digits.
func exponentText(_ exponent: Int, digits: Int, showsPlus: Bool) -> String {
  let text = String(exponent.magnitude)
  let sign = exponent < 0 ? "-" : showsPlus ? "+" : ""
  return sign + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

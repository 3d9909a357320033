/// Writes a number the way Yarn Spinner prints it.
///
/// The text has the fewest digits that lie strictly inside the number's rounding interval, and an
/// exponent from `1E+09` up and from `1E-05` down.
func numberText(_ number: Float) -> String {
  if number.isNaN { return "NaN" }
  if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
  let sign = number.sign == .minus ? "-" : ""
  let magnitude = number.magnitude
  if magnitude == 0 { return sign + "0" }
  if let whole = smallWholeText(magnitude) { return sign + whole }
  let decimal = magnitude >= 16_777_216 ? largeDecimal(magnitude) : shortestDecimal(magnitude)
  return sign + decimal.text
}

/// The significant digits of a number without leading and trailing zeros, and the power of ten of
/// the first one.
private struct Decimal {
  var digits: [UInt8]
  var exponent: Int

  var text: String {
    exponent >= 9 || exponent <= -5 ? scientific : plain
  }

  private var scientific: String {
    var text = String(digits[0])
    if digits.count > 1 { text += "." + digits.dropFirst().map(String.init).joined() }
    let size = String(exponent.magnitude)
    return text + (exponent < 0 ? "E-" : "E+") + (size.utf8.count < 2 ? "0" + size : size)
  }

  private var plain: String {
    let all = digits.map(String.init).joined()
    guard exponent >= 0 else {
      return "0." + String(repeating: "0", count: -exponent - 1) + all
    }
    let wholeCount = exponent + 1
    guard digits.count > wholeCount else {
      return all + String(repeating: "0", count: wholeCount - digits.count)
    }
    return String(all.prefix(wholeCount)) + "." + String(all.dropFirst(wholeCount))
  }
}

private func smallWholeText(_ magnitude: Float) -> String? {
  guard magnitude < 16_777_216, magnitude == magnitude.rounded(.towardZero) else { return nil }
  return String(Int(magnitude))
}

/// Below 2^24 the digits that Swift prints are the right ones.
private func shortestDecimal(_ magnitude: Float) -> Decimal {
  var digits: [UInt8] = []
  var pointAt: Int?
  var power = 0
  let text = Array(magnitude.description.utf8)
  var index = 0
  while index < text.count {
    switch text[index] {
    case UInt8(ascii: "."): pointAt = digits.count
    case UInt8(ascii: "e"):
      power = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
      index = text.count
    default: digits.append(text[index] - UInt8(ascii: "0"))
    }
    index += 1
  }
  let leadingZeros = digits.prefix { $0 == 0 }.count
  let exponent = (pointAt ?? digits.count) - 1 - leadingZeros + power
  return Decimal(digits: trimmed(digits.dropFirst(leadingZeros)), exponent: exponent)
}

/// From 2^24 up every number is whole and fits 128 bits, so the search for digits is exact.
private func largeDecimal(_ magnitude: Float) -> Decimal {
  let value = UInt128(magnitude)
  let above = UInt128(magnitude.ulp) / 2
  let below = magnitude.significand == 1 ? above / 2 : above
  let all = String(value).utf8.map { $0 - UInt8(ascii: "0") }
  var unit = UInt128(1)
  for _ in 1..<all.count { unit *= 10 }
  while unit > 1 {
    var rounded = value / unit
    let rest = value % unit
    if rest > unit / 2 || (rest == unit / 2 && rounded % 2 == 1) { rounded += 1 }
    let (candidate, overflow) = rounded.multipliedReportingOverflow(by: unit)
    if !overflow, candidate < value + above, candidate > value - below {
      let digits = String(candidate).utf8.map { $0 - UInt8(ascii: "0") }
      return Decimal(digits: trimmed(digits[...]), exponent: digits.count - 1)
    }
    unit /= 10
  }
  return Decimal(digits: trimmed(all[...]), exponent: all.count - 1)
}

private func trimmed(_ digits: ArraySlice<UInt8>) -> [UInt8] {
  var digits = digits
  while digits.count > 1, digits.last == 0 { digits.removeLast() }
  return Array(digits)
}

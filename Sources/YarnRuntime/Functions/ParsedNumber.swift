/// Reads a number the way .NET does in its invariant culture.
///
/// White space around it, a sign, commas between digits and an exponent are fine, and so are
/// `Infinity` and `NaN` in any case.
///
/// - Returns: The number; `nil` when the text is none.
func parsedNumber(_ text: String) -> Float? {
  let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
  var bytes = text.utf8.drop(while: isSpace)
  while let last = bytes.last, isSpace(last) || last == 0 { bytes.removeLast() }
  let sign = bytes.first.flatMap { "+-".utf8.contains($0) ? $0 : nil }
  if sign != nil { bytes.removeFirst() }
  let isNegative = sign == UInt8(ascii: "-")
  if let magnitude = word(bytes) { return isNegative ? -magnitude : magnitude }
  var plain: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
  let wholeCount = takeDigits(&bytes, allowing: UInt8(ascii: ","), &plain)
  var fractionCount = 0
  if bytes.first == UInt8(ascii: ".") {
    plain.append(bytes.removeFirst())
    fractionCount = takeDigits(&bytes, allowing: nil, &plain)
  }
  guard wholeCount + fractionCount > 0 else { return nil }
  if !bytes.isEmpty { plain += bytes }
  guard isExponent(bytes) else { return nil }
  return Float(String(decoding: plain, as: UTF8.self))
}

private func word(_ bytes: Substring.UTF8View) -> Float? {
  switch String(Substring(bytes)).lowercased() {
  case "infinity": .infinity
  case "nan": .nan
  default: nil
  }
}

/// Takes digits, and commas behind the first of them, which are left out.
private func takeDigits(
  _ bytes: inout Substring.UTF8View, allowing separator: UInt8?, _ plain: inout [UInt8]
) -> Int {
  var count = 0
  while let byte = bytes.first {
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      plain.append(byte)
      count += 1
    } else if byte != separator || count == 0 {
      break
    }
    bytes.removeFirst()
  }
  if count == 0 { plain.append(UInt8(ascii: "0")) }
  return count
}

/// Whether nothing is left, or an exponent with digits.
private func isExponent(_ bytes: Substring.UTF8View) -> Bool {
  guard let letter = bytes.first else { return true }
  guard letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E") else { return false }
  var digits = bytes.dropFirst()
  if let sign = digits.first, "+-".utf8.contains(sign) { digits.removeFirst() }
  return !digits.isEmpty
    && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}

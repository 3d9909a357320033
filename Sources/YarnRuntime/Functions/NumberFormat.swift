/// How .NET writes a number: a letter with a precision, or a pattern of digits.
enum NumberFormat {
  case standard(Character, precision: Int?)
  case custom(CustomNumberFormat)

  private static let mostDigits = 1000

  init(_ text: Substring) throws(FunctionFailure) {
    guard let letter = text.first, letter.isASCII, letter.isLetter,
      text.dropFirst().allSatisfy({ ("0"..."9").contains($0) })
    else {
      self = .custom(CustomNumberFormat(text))
      return
    }
    let digits = text.dropFirst()
    let precision = Int(digits)
    guard digits.isEmpty || precision.map({ $0 <= Self.mostDigits }) ?? false else {
      throw .unusableArguments
    }
    self = .standard(letter, precision: precision)
  }

  /// Writes a finite number.
  ///
  /// - Throws: When the format is none, or is one for whole numbers and the number is not whole.
  func text(for number: Float) throws(FunctionFailure) -> String {
    switch self {
    case .custom(let format): return format.text(for: number)
    case .standard(let letter, let precision):
      let sign = number.sign == .minus ? "-" : ""
      let digits = DecimalDigits(number)
      switch letter {
      case "F", "f": return sign + digits.fixed(places: precision ?? 2)
      case "N", "n": return sign + digits.fixed(places: precision ?? 2, grouped: true)
      case "E", "e":
        return sign
          + digits.scientific(
            places: precision ?? 6, letter: letter, exponentDigits: 3, isFull: true)
      case "P", "p": return sign + percent(digits, places: precision ?? 2)
      case "C", "c": return currency(digits, sign, places: precision ?? 2)
      case "G", "g": return general(number, digits, letter, precision ?? 0)
      case "R", "r": return numberText(number)
      case "D", "d": return sign + padded(try whole(number), precision, radix: 10)
      case "X": return padded(try whole(number), precision, radix: 16).uppercased()
      case "x": return padded(try whole(number), precision, radix: 16)
      default: throw .unusableArguments
      }
    }
  }

  private func percent(_ digits: DecimalDigits, places: Int) -> String {
    var digits = digits
    digits.shift(by: 2)
    return digits.fixed(places: places, grouped: true) + " %"
  }

  private func currency(_ digits: DecimalDigits, _ sign: String, places: Int) -> String {
    let text = "¤" + digits.fixed(places: places, grouped: true)
    return sign.isEmpty ? text : "(\(text))"
  }

  private func general(
    _ number: Float, _ digits: DecimalDigits, _ letter: Character, _ precision: Int
  ) -> String {
    guard precision > 0, number != 0 else { return numberText(number) }
    var rounded = digits
    rounded.round(to: precision)
    let sign = number.sign == .minus ? "-" : ""
    guard rounded.scale > precision || rounded.scale < -4 else {
      return sign + rounded.fixed(places: max(0, rounded.digits.count - rounded.scale))
    }
    return sign
      + rounded.scientific(
        places: precision - 1, letter: letter == "G" ? "E" : "e", exponentDigits: 2,
        isFull: false)
  }

  /// .NET has these formats for whole numbers only, so other numbers are refused.
  private func whole(_ number: Float) throws(FunctionFailure) -> Int64 {
    guard let whole = Int64(exactly: number) else { throw .unusableArguments }
    return whole
  }

  private func padded(_ whole: Int64, _ precision: Int?, radix: Int) -> String {
    let text =
      radix == 16
      ? String(UInt64(bitPattern: whole), radix: 16) : String(whole.magnitude)
    return String(repeating: "0", count: max(0, (precision ?? 1) - text.utf8.count)) + text
  }
}

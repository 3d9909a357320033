/// What plural rules ask of a number: its whole part and the digits behind its point.
struct PluralOperands: Equatable {
  /// The number without its sign.
  var number: Double

  /// Whether a sign stands before the number; languages treat such amounts as `other`.
  var isNegative: Bool

  /// The whole part.
  var whole: Int

  /// The digits behind the point, without zeros at the end, as a number.
  var fraction: Int

  /// How many digits stand behind the point, without zeros at the end.
  var fractionCount: Int

  /// Reads a number's text; `nil` when it is none.
  init?(_ text: String) {
    guard let value = Double(text), value.isFinite, value.magnitude < 1e15 else { return nil }
    number = value.magnitude
    isNegative = value < 0
    whole = Int(number)
    var digits = Substring()
    if let point = text.firstIndex(of: "."), !text.contains("E"), !text.contains("e") {
      digits = text[text.index(after: point)...]
      while digits.last == "0" { digits = digits.dropLast() }
    }
    fractionCount = digits.count
    fraction = Int(digits.prefix(15)) ?? 0
  }

  var isWhole: Bool { fractionCount == 0 }
}

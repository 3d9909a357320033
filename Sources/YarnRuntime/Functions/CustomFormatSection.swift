/// One of the parts of a custom format, which are parted by semicolons.
struct CustomFormatSection {
  /// What a character of the pattern stands for.
  enum Mark {
    case digit, zero, point, comma
    case percent(Character)
    case exponent(Character, digits: Int, showsPlus: Bool)
    case literal(Character)

    init(_ character: Character) {
      switch character {
      case "#": self = .digit
      case "0": self = .zero
      case ".": self = .point
      case ",": self = .comma
      case "%", "‰": self = .percent(character)
      default: self = .literal(character)
      }
    }
  }

  let marks: [Mark]
  private var digitCount = 0
  private var pointPlace: Int?
  private var firstZero: Int?
  private var lastZero = 0
  private var isGrouped = false
  private var shift = 0
  private var isScientific = false

  init(_ marks: [Mark]) {
    self.marks = marks
    var commas: (place: Int, count: Int)?
    for mark in marks { count(mark, &commas) }
    guard let commas else { return }
    if commas.place == wholeCount { shift -= 3 * commas.count } else { isGrouped = true }
  }

  private mutating func count(_ mark: Mark, _ commas: inout (place: Int, count: Int)?) {
    switch mark {
    case .digit: digitCount += 1
    case .zero:
      if firstZero == nil { firstZero = digitCount }
      digitCount += 1
      lastZero = digitCount
    case .point: if pointPlace == nil { pointPlace = digitCount }
    case .comma:
      guard digitCount > 0, pointPlace == nil else { return }
      if let seen = commas, seen.place == digitCount {
        commas?.count += 1
      } else {
        if commas != nil { isGrouped = true }
        commas = (digitCount, 1)
      }
    case .percent(let sign): shift += sign == "%" ? 2 : 3
    case .exponent: isScientific = true
    case .literal: break
    }
  }

  /// How many places for digits stand before the point.
  private var wholeCount: Int { pointPlace ?? digitCount }

  /// The digits that the section shows.
  func rounded(_ digits: DecimalDigits) -> DecimalDigits {
    var digits = digits
    digits.shift(by: shift)
    digits.round(to: isScientific ? digitCount : digits.scale + digitCount - wholeCount)
    return digits
  }

  /// Writes digits that were rounded before.
  func text(for digits: DecimalDigits) -> String {
    var writer = Writer(digits)
    writer.place = isScientific ? wholeCount : max(digits.scale, wholeCount)
    writer.surplus = isScientific ? 0 : digits.scale - wholeCount
    writer.isGrouped = isGrouped
    let lowest = firstZero.map { max(0, wholeCount - $0) } ?? 0
    let highest = min(0, wholeCount - lastZero)
    for mark in marks {
      switch mark {
      case .digit, .zero:
        writer.writeSurplus()
        writer.writeDigit(zerosFrom: lowest, to: highest)
      case .point:
        writer.writeSurplus()
        writer.writePoint(isNeeded: highest < 0, isPossible: wholeCount < digitCount)
      case .comma: break
      case .percent(let character), .literal(let character): writer.text.append(character)
      case .exponent(let letter, let count, let showsPlus):
        let exponent = digits.digits.isEmpty ? 0 : digits.scale - wholeCount
        writer.text.append(letter)
        writer.text += exponentText(exponent, digits: count, showsPlus: showsPlus)
      }
    }
    return writer.text
  }

  /// Puts digits into places; places are counted from the point to the left.
  private struct Writer {
    let digits: DecimalDigits
    var text = ""
    var next = 0
    var place = 0

    /// How many more digits there are before the point than places, or fewer.
    var surplus = 0
    var isGrouped = false
    var isPointWritten = false

    init(_ digits: DecimalDigits) {
      self.digits = digits
    }

    mutating func writeSurplus() {
      while surplus > 0 {
        write(digits.digit(next))
        next += 1
        surplus -= 1
      }
    }

    mutating func writeDigit(zerosFrom lowest: Int, to highest: Int) {
      if surplus < 0 {
        surplus += 1
        return place <= lowest ? write("0") : skip()
      }
      guard next < digits.digits.count else { return place > highest ? write("0") : skip() }
      write(digits.digit(next))
      next += 1
    }

    mutating func writePoint(isNeeded: Bool, isPossible: Bool) {
      guard place == 0, !isPointWritten else { return }
      guard isNeeded || isPossible && next < digits.digits.count else { return }
      text.append(".")
      isPointWritten = true
    }

    private mutating func write(_ digit: Character) {
      text.append(digit)
      if isGrouped, place > 1, (place - 1) % 3 == 0 { text.append(",") }
      place -= 1
    }

    private mutating func skip() { place -= 1 }
  }
}

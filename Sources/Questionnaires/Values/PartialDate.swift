/// A date of which the day, or the day and the month, may be unknown.
public struct PartialDate: Hashable, Sendable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12; `nil` when only the year is known.
  public let month: Int?
  /// The day of the month; `nil` when it is not known.
  public let day: Int?

  /// Makes a date, or nothing when the calendar has no such date.
  ///
  /// - Parameters:
  ///   - year: The year, 1 to 9999.
  ///   - month: The month, 1 to 12.
  ///   - day: The day of the month; only together with a month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), month != nil || day == nil else { return nil }
    if let month, !(1...12).contains(month) { return nil }
    if let month, let day, !(1...Self.dayCount(of: month, in: year)).contains(day) { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2026`, `2026-11` or `2026-11-23`.
  ///
  /// - Parameter text: The date as ISO 8601 writes it.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil }
    guard numbers.count == parts.count, (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// The day before; `nil` unless the date is a whole one, or where the calendar begins.
  public var dayBefore: PartialDate? {
    guard let month, let day else { return nil }
    if day > 1 { return PartialDate(year: year, month: month, day: day - 1) }
    let (lastYear, lastMonth) = month > 1 ? (year, month - 1) : (year - 1, 12)
    return PartialDate(
      year: lastYear, month: lastMonth, day: Self.dayCount(of: lastMonth, in: lastYear))
  }

  /// The first day the date may stand for, as a number that grows with time.
  var earliest: Int { year * 10_000 + (month ?? 1) * 100 + (day ?? 1) }

  /// The last day the date may stand for, as a number that grows with time.
  var latest: Int {
    let month = month ?? 12
    return year * 10_000 + month * 100 + (day ?? Self.dayCount(of: month, in: year))
  }

  static func dayCount(of month: Int, in year: Int) -> Int {
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    switch month {
    case 2: return isLeapYear ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}

extension PartialDate: CustomStringConvertible {
  /// The date as ISO 8601 writes it, as far as it is known.
  public var description: String {
    let parts = [month, day].compactMap { $0 }.map { "-" + padded($0, to: 2) }
    return padded(year, to: 4) + parts.joined()
  }
}

extension PartialDate: Codable {
  /// Reads the date from its ISO 8601 text.
  ///
  /// - Throws: `DecodingError.dataCorrupted` when the text is no date.
  public init(from decoder: any Decoder) throws {
    guard let date = PartialDate(try String(from: decoder)) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a date such as 2026-11-23"))
    }
    self = date
  }

  /// Writes the date as its ISO 8601 text.
  public func encode(to encoder: any Encoder) throws {
    try description.encode(to: encoder)
  }
}

extension Character {
  /// Whether the character is one of the digits 0 to 9.
  var isASCIIDigit: Bool { isASCII && isNumber }
}

/// A number with zeros in front.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

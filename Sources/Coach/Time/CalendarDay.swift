/// A day of the Gregorian calendar, without a time or a zone.
public struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970; negative before it.
  public let number: Int

  /// Makes the day that lies a number of days after 1 January 1970.
  ///
  /// - Parameter number: Whole days; negative before 1970.
  public init(number: Int) {
    self.number = number
  }

  /// Makes a day from its year, month and day of the month.
  ///
  /// - Parameters:
  ///   - year: The year of the Common Era.
  ///   - month: The month, 1 to 12.
  ///   - day: The day of the month, 1 to 31.
  public init(year: Int, month: Int, day: Int) {
    // Howard Hinnant's days_from_civil: years begin in March, so that a leap day comes last.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// The year, the month (1 to 12) and the day of the month (1 to 31).
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day of the week as ISO 8601 counts it: Monday is 1, Sunday is 7.
  public var weekday: Int { ((number % 7 + 7) % 7 + 3) % 7 + 1 }

  /// The Monday of the week the day lies in.
  public var monday: CalendarDay { CalendarDay(number: number - weekday + 1) }

  /// Orders days by time.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }
}

extension CalendarDay: CustomStringConvertible {
  /// The day as ISO 8601 writes it, such as `2026-11-23`.
  public var description: String {
    let (year, month, day) = parts
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }

  /// The day in words, such as `Monday 23 November`.
  public var inWords: String {
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return "\(days[weekday - 1]) \(parts.day) \(monthName)"
  }

  /// The name of its month, such as `November`.
  public var monthName: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return names[parts.month - 1]
  }
}

extension Int {
  /// The number with zeros in front, so that it has at least a number of digits.
  func padded(to digits: Int) -> String {
    let text = String(magnitude)
    let zeros = String(repeating: "0", count: Swift.max(0, digits - text.count))
    return (self < 0 ? "-" : "") + zeros + text
  }
}

/// A date as people say it: `yesterday`, `last Monday`, `3 days ago`, `November 2024`.
struct DateWords {
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let numbers = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
  ]

  let today: PartialDate
  private let words: [String]

  /// Takes a date apart.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - today: The day it is for the person.
  init(_ text: String, today: PartialDate) {
    self.today = today
    words = FoldedText(text).text.split { $0 == " " || $0 == "," }.map(String.init)
      .filter { !["on", "in", "the", "of"].contains($0) }
  }

  /// The date that is meant; `nil` where none is.
  ///
  /// Names of days and months mean the last one there was: what is asked about has happened.
  var date: PartialDate? {
    switch words.count {
    case 1: single(words[0])
    case 2: before(words[0], words[1]) ?? written
    case 3 where words[2] == "ago": ago(words[0], words[1])
    default: words == ["day", "before", "yesterday"] ? today.adding(days: -2) : written
    }
  }

  private func single(_ word: String) -> PartialDate? {
    switch word {
    case "today", "now": return today
    case "yesterday": return today.adding(days: -1)
    case "tomorrow": return today.adding(days: 1)
    default: break
    }
    if let date = PartialDate(word) { return date }
    if let weekday = Self.place(of: word, in: Self.weekdays) { return last(weekday, orToday: true) }
    return Self.place(of: word, in: Self.months).flatMap { lastMonth($0 + 1) }
  }

  private func before(_ first: String, _ second: String) -> PartialDate? {
    guard first == "last" else { return nil }
    switch second {
    case "week": return today.adding(days: -7)
    case "month": return today.month(before: 1)
    case "year": return PartialDate(year: today.year - 1)
    default:
      return Self.place(of: second, in: Self.weekdays).flatMap { last($0, orToday: false) }
    }
  }

  private func ago(_ count: String, _ unit: String) -> PartialDate? {
    guard let count = Self.numbers[count] ?? Int(count), (0...100_000).contains(count) else {
      return nil
    }
    switch unit {
    case "day", "days": return today.adding(days: -count)
    case "week", "weeks": return today.adding(days: -7 * count)
    case "month", "months": return today.month(before: count)
    case "year", "years": return PartialDate(year: today.year - count)
    default: return nil
    }
  }

  /// A date with the name of its month: `23 November 2024`, `Nov 2024`, `November 23`.
  private var written: PartialDate? {
    let named = words.compactMap { Self.place(of: $0, in: Self.months) }
    let rest = words.filter { Self.place(of: $0, in: Self.months) == nil }
    let years = rest.compactMap { $0.count == 4 ? Int($0) : nil }
    let days = rest.compactMap(Self.day)
    guard named.count == 1, years.count < 2, days.count < 2,
      rest.count == years.count + days.count
    else { return nil }
    let month = named[0] + 1
    if let year = years.first { return PartialDate(year: year, month: month, day: days.first) }
    guard let day = days.first else { return nil }
    let thisYear = PartialDate(year: today.year, month: month, day: day)
    if let thisYear, thisYear.earliest <= today.earliest { return thisYear }
    return PartialDate(year: today.year - 1, month: month, day: day)
  }

  private static func day(_ word: String) -> Int? {
    let digits = word.prefix(while: \.isASCIIDigit)
    guard (1...2).contains(digits.count),
      ["", ".", "st", "nd", "rd", "th"].contains(String(word.dropFirst(digits.count)))
    else { return nil }
    return Int(digits)
  }

  /// The last such day of the week.
  private func last(_ weekday: Int, orToday: Bool) -> PartialDate? {
    guard let now = today.weekday else { return nil }
    let days = (now - weekday + 7) % 7
    return today.adding(days: days == 0 && !orToday ? -7 : -days)
  }

  private func lastMonth(_ month: Int) -> PartialDate? {
    let isPast = month <= today.month ?? 12
    return PartialDate(year: isPast ? today.year : today.year - 1, month: month)
  }

  /// The one name that a word is, or begins with three letters or more.
  private static func place(of word: String, in names: [String]) -> Int? {
    guard word.count >= 3 else { return nil }
    let short = word.hasSuffix(".") ? String(word.dropLast()) : word
    return names.firstIndex { $0.hasPrefix(short) }
  }
}

extension DaySpan {
  /// Reads days as people write them.
  ///
  /// It knows dates (`2026-10-05`, `2026-10`, `2026`, `2026-W41`), two of them with dots between
  /// (`2026-09..2026-10`, `2026-09..`), words (`today`, `yesterday`, `monday`, `last week`,
  /// `this month`, `last 10 days`, `3 weeks ago`) and months (`october`, `october 2025`,
  /// `5 october 2025`).
  ///
  /// A text that names no days gives nothing.
  ///
  /// - Parameters:
  ///   - text: What was typed; letter case does not matter.
  ///   - today: The day by which words such as `yesterday` are understood.
  public init?(_ text: String, today: CalendarDay) {
    if let dots = text.firstRange(of: "..") {
      let ends = [text[..<dots.lowerBound], text[dots.upperBound...]]
      let spans = ends.map {
        $0.allSatisfy(\.isWhitespace) ? .always : DaySpan(String($0), today: today)
      }
      guard let start = spans[0], let end = spans[1], start != .always || end != .always else {
        return nil
      }
      if let first = start.first, let last = end.last, last < first { return nil }
      self.init(first: start.first, last: end.last)
      return
    }
    let words = text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
    guard let span = Self.dated(words) ?? Self.counted(words, today) ?? Self.named(words, today)
    else { return nil }
    self = span
  }

  /// Dates as ISO 8601 writes them.
  private static func dated(_ words: [String]) -> DaySpan? {
    guard words.count == 1 else { return nil }
    let parts = words[0].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts[0].count == 4, let year = number(parts[0]), year > 0 else { return nil }
    if parts.count == 1 { return DaySpan(year: year) }
    if parts.count == 2, parts[1].hasPrefix("w"), let week = number(String(parts[1].dropFirst())) {
      return DaySpan(year: year, week: week)
    }
    guard let month = number(parts[1]), (1...12).contains(month), parts[1].count <= 2 else {
      return nil
    }
    guard parts.count == 3 else {
      return parts.count == 2 ? DaySpan(year: year, month: month) : nil
    }
    return number(parts[2]).flatMap { DaySpan(year: year, month: month, day: $0) }
  }

  /// `today`, `last week`, `last 10 days`, `3 weeks ago`.
  private static func counted(_ words: [String], _ today: CalendarDay) -> DaySpan? {
    if words == ["today"] { return DaySpan(today, days: 1) }
    if words == ["yesterday"] { return DaySpan(CalendarDay(number: today.number - 1), days: 1) }
    if words.count == 2, let unit = Unit(words[1]) {
      switch words[0] {
      case "this": return unit.span(0, before: today)
      case "last", "past": return unit.span(1, before: today)
      default: return nil
      }
    }
    guard words.count == 3, let unit = Unit(words[1]) ?? Unit(words[2]),
      let count = number(words[0]) ?? number(words[1]), (1...10_000).contains(count)
    else { return nil }
    if words[2] == "ago" { return unit.span(count, before: today) }
    guard ["last", "past"].contains(words[0]) else { return nil }
    return DaySpan(first: unit.start(count, before: today), last: today)
  }

  /// `monday`, `last monday`, `october`, `october 2025`, `5 october 2025`.
  private static func named(_ words: [String], _ today: CalendarDay) -> DaySpan? {
    let isLast = words.first == "last"
    let rest = isLast ? Array(words.dropFirst()) : words
    if rest.count == 1, let weekday = place(of: rest[0], in: weekdays) {
      let back = (today.weekday - weekday + 7) % 7
      return DaySpan(
        CalendarDay(number: today.number - (back == 0 && isLast ? 7 : back)), days: 1)
    }
    guard let month = rest.lazy.compactMap({ place(of: $0, in: months) }).first else { return nil }
    let numbers = rest.compactMap(number)
    guard numbers.count == rest.count - 1 else { return nil }
    let day = numbers.first { $0 <= 31 }
    let year = numbers.first { $0 >= 1000 }
    guard numbers.count == [day, year].compactMap(\.self).count else { return nil }
    if let year {
      return day.map { DaySpan(year: year, month: month, day: $0) }
        ?? DaySpan(year: year, month: month)
    }
    return latest(month, day, by: today, isOver: isLast)
  }

  /// The latest month, or day of it, that has begun.
  private static func latest(
    _ month: Int, _ day: Int?, by today: CalendarDay, isOver: Bool
  ) -> DaySpan? {
    let year = today.parts.year
    return (0...4).lazy.compactMap { back -> DaySpan? in
      day.map { DaySpan(year: year - back, month: month, day: $0) }
        ?? DaySpan(year: year - back, month: month)
    }.first { span in
      guard let first = span.first, let last = span.last else { return false }
      return isOver ? last < today : first <= today
    }
  }

  private init?(year: Int, month: Int, day: Int) {
    let first = CalendarDay(year: year, month: month, day: day)
    guard first.parts == (year, month, day) else { return nil }
    self.init(first, days: 1)
  }

  private init?(year: Int, week: Int) {
    // The fourth of January lies in the first week of its year.
    let first = CalendarDay(year: year, month: 1, day: 4).monday
    let monday = CalendarDay(number: first.number + (week - 1) * 7)
    let thursday = CalendarDay(number: monday.number + 3)
    guard week > 0, thursday.parts.year == year else { return nil }
    self.init(monday, days: 7)
  }

  private static func number(_ text: String) -> Int? {
    text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
  }

  /// The place of a name in a list, from 1, by its first letters, of which there are three or more.
  private static func place(of name: String, in names: [String]) -> Int? {
    guard name.count >= 3 else { return nil }
    return names.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 }
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}

/// What days are counted by.
private enum Unit {
  case day, week, month, year

  init?(_ word: String) {
    switch word {
    case "day", "days": self = .day
    case "week", "weeks": self = .week
    case "month", "months": self = .month
    case "year", "years": self = .year
    default: return nil
    }
  }

  /// The whole day, week, month or year that lies so many before the present one.
  func span(_ count: Int, before today: CalendarDay) -> DaySpan {
    let (year, month, _) = today.parts
    switch self {
    case .day: return DaySpan(CalendarDay(number: today.number - count), days: 1)
    case .week: return DaySpan(CalendarDay(number: today.monday.number - 7 * count), days: 7)
    case .month: return DaySpan(year: year, month: month - count)
    case .year: return DaySpan(year: year - count)
    }
  }

  /// The first of the days that end with today and make up so many days, weeks, months or years.
  func start(_ count: Int, before today: CalendarDay) -> CalendarDay {
    let (year, month, day) = today.parts
    switch self {
    case .day: return CalendarDay(number: today.number - count + 1)
    case .week: return CalendarDay(number: today.number - 7 * count + 1)
    case .month, .year:
      let months = year * 12 + month - 1 - (self == .year ? 12 : 1) * count
      let first = DaySpan(year: months / 12, month: months % 12 + 1)
      let number = (first.first ?? today).number + day
      return min(CalendarDay(number: number), CalendarDay(number: (first.last ?? today).number + 1))
    }
  }
}

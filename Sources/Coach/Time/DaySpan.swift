/// Some days in a row; an end that is open stands for all days on that side.
public struct DaySpan: Hashable, Sendable {
  /// The first day; `nil` when there is no limit.
  public var first: CalendarDay?

  /// The last day, which belongs to it; `nil` when there is no limit.
  public var last: CalendarDay?

  /// All days.
  public static let always = DaySpan(first: nil, last: nil)

  /// Makes a span.
  public init(first: CalendarDay?, last: CalendarDay?) {
    self.first = first
    self.last = last
  }

  /// Whether a day belongs to it.
  public func contains(_ day: CalendarDay) -> Bool {
    if let first, day < first { return false }
    if let last, last < day { return false }
    return true
  }

  /// The days that belong to both.
  public func limited(to other: DaySpan) -> DaySpan {
    DaySpan(
      first: [first, other.first].compactMap(\.self).max(),
      last: [last, other.last].compactMap(\.self).min())
  }

  /// Counts days from a first one.
  init(_ first: CalendarDay, days: Int) {
    self.init(first: first, last: CalendarDay(number: first.number + days - 1))
  }

  /// All of a month; months beyond the year count on into the years around it.
  init(year: Int, month: Int) {
    let months = year * 12 + month - 1
    let first = CalendarDay(year: months / 12, month: months % 12 + 1, day: 1)
    let next = CalendarDay(year: (months + 1) / 12, month: (months + 1) % 12 + 1, day: 1)
    self.init(first, days: next.number - first.number)
  }

  /// All of a year.
  init(year: Int) {
    self.init(
      first: CalendarDay(year: year, month: 1, day: 1),
      last: CalendarDay(year: year, month: 12, day: 31))
  }
}

/// Mood by week, with gaps where nothing was said.
public struct MoodChart: Equatable, Sendable {
  /// One week of the chart.
  public struct Week: Equatable, Sendable {
    /// The Monday it began on.
    public var monday: CalendarDay
    /// Mood at the week's last check-in, 0 to 10; `nil` without one, or when it was skipped.
    public var mood: Int?
    /// Mood at the end of that check-in, 0 to 10.
    public var moodAfter: Int?
  }

  /// The weeks in order, without holes.
  public var weeks: [Week]

  /// Draws up the chart of the weeks up to a day.
  ///
  /// - Parameters:
  ///   - checkIns: The check-ins, oldest first.
  ///   - today: A day of the last week shown.
  ///   - limit: How many weeks are shown at most.
  public init(checkIns: [CheckIn], until today: CalendarDay, limit: Int = 16) {
    guard let first = checkIns.first?.day.monday else {
      weeks = []
      return
    }
    let last = max(today.monday, checkIns.last?.day.monday ?? first)
    let start = max(first.number, last.number - 7 * (limit - 1))
    let byMonday = Dictionary(checkIns.map { ($0.day.monday, $0) }) { $1 }
    weeks = stride(from: start, through: last.number, by: 7).map { number in
      let monday = CalendarDay(number: number)
      let checkIn = byMonday[monday]
      return Week(monday: monday, mood: checkIn?.mood, moodAfter: checkIn?.moodAfter)
    }
  }

  /// The first and the last week in which a mood was told.
  public var ends: (first: Week, last: Week)? {
    let told = weeks.filter { $0.mood != nil }
    guard let first = told.first, let last = told.last else { return nil }
    return (first, last)
  }
}

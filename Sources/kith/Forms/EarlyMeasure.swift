import Coach
import Questionnaires

/// A measure that is asked for by hand before the days it looks back on have passed.
struct EarlyMeasure {
  private let measure: Measure
  private let last: CalendarDay
  private let today: CalendarDay
  private let next: CalendarDay

  /// Looks whether it is early; `nil` where it is not, and for what is no measure.
  init?(_ form: String, _ content: ContentLibrary, after history: History, on today: CalendarDay) {
    guard let measure = content.measures[form],
      let wait = history.wait(for: measure, on: today)
    else { return nil }
    self.measure = measure
    self.today = today
    last = wait.lastAsked
    next = CalendarDay(number: today.number + wait.days)
  }

  /// Says when it was filled in, and lets the person decide.
  ///
  /// Where nobody can be asked it is only said.
  ///
  /// - Returns: Whether to fill it in now.
  /// - Throws: ``Leaving`` when the person left.
  func isWanted(on screen: Screen) throws -> Bool {
    try screen.say(
      "You last filled in \(measure.title) on \(last.inWords)\(ago). It asks about the last "
        + "\(measure.recallDays) days, so the next one says most from \(next.inWords) on.")
    guard screen.terminal.isInteractive else { return true }
    return try screen.choose(["Leave it until then", "Fill it in now all the same"]) == 1
  }

  private var ago: String {
    switch today.number - last.number {
    case 0: ", today"
    case 1: ", yesterday"
    case let days: ", \(days) days ago"
    }
  }
}

import Questionnaires

/// Everything the journal holds, as one value: read once, handed to whatever decides.
public struct History: Equatable, Sendable {
  /// The newest version of every record that was not deleted, oldest first.
  public let records: [Record]

  /// Makes a history.
  ///
  /// - Parameter records: Records in any order; tombstones are left out.
  public init(records: [Record] = []) {
    self.records = records.filter { $0.deleted != true }.sorted {
      ($0.at, $0.id) < ($1.at, $1.id)
    }
  }

  /// What the person told kith when they arrived; `nil` before that.
  public var profile: Profile? {
    records.last { $0.kind == .profile }.map(Profile.init)
  }

  /// The weekly check-ins, oldest first.
  public var checkIns: [CheckIn] {
    records.filter { $0.kind == .checkIn }.map(CheckIn.init)
  }

  /// What the person wrote, as the journal lists it, oldest first: not the profile, the forms that
  /// they brought, the people of the inventory and the exports, which have views of their own.
  public var entries: [Record] {
    records.filter(\.kind.isListed)
  }

  /// Whether a reading has been read to its end.
  public func hasRead(_ topic: String) -> Bool {
    records.contains { $0.kind == .reading && $0.body?.topic == topic }
  }

  /// Finds when a reflection prompt was last answered.
  public func lastAnswered(prompt: String) -> CalendarDay? {
    records.last { $0.body?.notes.contains { $0.prompt == prompt } == true }?.at.day
  }

  /// Finds the last day on which a measure was asked, whether its answers were kept or not.
  public func lastAsked(_ measure: String) -> CalendarDay? {
    records.last { record in
      record.body?.forms.contains { $0.form == measure } == true
        || record.body?.asked?.contains(measure) == true
    }?.at.day
  }

  /// Finds how long ago a measure was asked, where the days it looks back on still overlap.
  ///
  /// - Parameters:
  ///   - measure: The measure, which knows how many days it looks back on.
  ///   - today: The day it is.
  /// - Returns: The day it was asked and how many days have to pass yet; `nil` when none have.
  public func wait(
    for measure: Measure, on today: CalendarDay
  ) -> (lastAsked: CalendarDay, days: Int)? {
    guard let last = lastAsked(measure.id) else { return nil }
    let days = last.number + measure.recallDays - today.number
    return days > 0 ? (last, days) : nil
  }

  /// Finds the last time a measure was filled in whole.
  ///
  /// - Parameter measure: The measure, which knows what counts as whole.
  /// - Returns: The day and the score; `nil` when it was never completed.
  public func lastScore(of measure: Measure) -> (day: CalendarDay, score: Int)? {
    for record in records.reversed() {
      guard let form = record.body?.forms.first(where: { $0.form == measure.id }),
        case .integer(let score)? = form.response.answers(to: measure.score).first
      else { continue }
      return (record.at.day, score)
    }
    return nil
  }
}

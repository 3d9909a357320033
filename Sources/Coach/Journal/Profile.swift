import Questionnaires

/// What the person told kith when they arrived.
public struct Profile: Equatable, Sendable {
  private let record: Record

  init(_ record: Record) {
    self.record = record
  }

  /// What the person wants to be called; empty when they would rather not say.
  public var name: String { record.body?.text("start.call") ?? "" }

  /// The ISO 3166 code of the country whose helplines are shown; `nil` when not told.
  public var country: String? { record.body?.text("start.country") }

  /// The person's own word for how they have been; empty when not told.
  public var ownWord: String { record.body?.text("start.words") ?? "" }

  /// How many weeks the plan lasts; 12 when the person did not choose.
  public var weekCount: Int {
    record.body?.text("start.length").flatMap { Int($0) } ?? 12
  }

  /// The day and time the person set aside, in their own words; empty when not told.
  public var slot: String { record.body?.text("start.slot") ?? "" }

  /// The day the person arrived.
  public var start: CalendarDay { record.at.day }
}

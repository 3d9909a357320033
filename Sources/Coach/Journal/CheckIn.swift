import Questionnaires

/// A weekly check-in, as later weeks look back on it.
public struct CheckIn: Equatable, Sendable {
  /// The record it is kept in.
  public let record: Record

  init(_ record: Record) {
    self.record = record
  }

  /// The day it was begun.
  public var day: CalendarDay { record.at.day }

  /// Mood over the week, 0 (worst) to 10 (best); `nil` when skipped.
  public var mood: Int? { record.body?.integer("chk.mood") }

  /// Mood at the end of the check-in, 0 to 10; `nil` when skipped.
  public var moodAfter: Int? { record.body?.integer("chk.after") }

  /// The small step planned for the week after it; `nil` when none was.
  public var step: String? { record.body?.text("step.what") }
}

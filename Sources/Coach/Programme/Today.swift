/// What is due on a day, one suggestion, and the rule behind it.
public struct Today: Equatable, Sendable {
  /// What could be done.
  public enum Suggestion: Equatable, Sendable {
    /// A sitting that was paused.
    case resume(Agenda)
    /// The weekly check-in.
    case checkIn
    /// A reading that was not read yet.
    case read(String)
    /// A reflection prompt.
    case prompt
  }

  /// The rule that chose the suggestion, in one plain sentence.
  public enum Reason: Equatable, Sendable {
    /// A sitting was left before its end.
    case paused
    /// No check-in was ever done.
    case firstCheckIn
    /// The last check-in is a number of days ago.
    case daysSinceCheckIn(Int)
    /// The check-in of this week is done and a reading is unread.
    case unread
    /// Everything is done.
    case nothingDue
  }

  /// The suggestion.
  public var suggestion: Suggestion
  /// Why it was chosen.
  public var reason: Reason
  /// The week of the plan, counted from 1; `nil` before it starts and after it ends.
  public var week: Int?
  /// Mood at the last two check-ins, older first; `nil` where none was told.
  public var lastMoods: (Int?, Int?)

  /// Decides what to suggest.
  ///
  /// A paused sitting comes first, then a check-in when the last one is six days ago or more
  /// (so that a Sunday person may come on Saturday), then a reading, then a prompt.
  ///
  /// - Parameters:
  ///   - history: What the journal holds.
  ///   - paused: The sittings that were left before their end, newest last.
  ///   - readings: The readings there are.
  ///   - day: The day it is.
  public init(after history: History, paused: [Agenda], readings: [Reading], on day: CalendarDay) {
    let checkIns = history.checkIns
    let moods = checkIns.suffix(2).map(\.mood)
    lastMoods = (moods.count == 2 ? moods[0] : nil, moods.last ?? nil)
    week = history.profile?.week(on: day)
    let gap = checkIns.last.map { day.number - $0.day.number }
    let unread = readings.first { !history.hasRead($0.topic) }
    if let agenda = paused.last {
      (suggestion, reason) = (.resume(agenda), .paused)
    } else if let gap, gap >= 6 {
      (suggestion, reason) = (.checkIn, .daysSinceCheckIn(gap))
    } else if gap == nil {
      (suggestion, reason) = (.checkIn, .firstCheckIn)
    } else if let unread {
      (suggestion, reason) = (.read(unread.topic), .unread)
    } else {
      (suggestion, reason) = (.prompt, .nothingDue)
    }
  }

  /// Compares two days' plans.
  public static func == (left: Today, right: Today) -> Bool {
    left.suggestion == right.suggestion && left.reason == right.reason && left.week == right.week
      && left.lastMoods == right.lastMoods
  }
}

extension Profile {
  /// Finds the week of the plan that a day falls in, counted from 1.
  ///
  /// - Returns: The week; `nil` before the plan starts and after its last week.
  public func week(on day: CalendarDay) -> Int? {
    let days = day.number - start.number
    let week = days / 7 + 1
    return days >= 0 && week <= weekCount ? week : nil
  }
}

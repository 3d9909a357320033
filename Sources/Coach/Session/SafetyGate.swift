import Questionnaires

/// Which questions about safety with one person come before work that touches them.
///
/// A sitting for one of them is never kept, its draft neither. It leaves ``Outcome/passed`` when
/// the work may go on. Any other end, leaving included, means that nothing is to lead towards this
/// person now; the reason is not told.
public enum SafetyGate: String, CaseIterable, Codable, Sendable {
  /// All of them: before the first work on a disagreement with somebody.
  case person
  /// One question, with all of them where the work is about somebody else by now: after some weeks.
  case again
  /// All of them where the work is about somebody else by now, and none where it is not.
  case recent

  /// The node of the content where it begins.
  public var entryNode: String {
    switch self {
    case .person: "Safe_Person"
    case .again: "Safe_Again"
    case .recent: "Safe_Recent"
    }
  }
}

extension SafetyGate {
  /// For how many days one person need not be asked about again.
  private static let days = 28

  /// Finds which questions come before a form.
  ///
  /// Nothing tells what was answered, nor that anything was asked. A form of this kind that was
  /// begun tells that they were passed on that day.
  ///
  /// - Parameters:
  ///   - form: The form that is to be opened.
  ///   - last: The day on which a form with a gate was begun last; `nil` when none was.
  ///   - today: The day it is.
  /// - Returns: The questions; `nil` where the form needs none.
  public static func before(
    _ form: Questionnaire, lastPassed last: CalendarDay?, on today: CalendarDay
  ) -> SafetyGate? {
    guard form.gate != nil else { return nil }
    guard let last, last <= today else { return .person }
    return today.number - last.number < days ? .recent : .again
  }

  /// Finds the last day on which a form with a gate was begun.
  ///
  /// - Parameters:
  ///   - history: What the journal holds.
  ///   - forms: The forms by id.
  /// - Returns: The day; `nil` when no such form was filled in yet.
  public static func lastPassed(
    in history: History, forms: [String: Questionnaire]
  ) -> CalendarDay? {
    history.records.last { record in
      record.body?.forms.contains { forms[$0.form]?.gate != nil } == true
    }?.at.day
  }
}

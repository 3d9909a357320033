import Questionnaires

/// The type of a single value, which decides how its text is read.
///
/// YAML would take `no` for false and `12:30` for 750. Here the element decides, never the look.
public enum ScalarType: String, Sendable {
  /// Any text.
  case string
  /// `true` or `false`.
  case boolean
  /// A whole number.
  case integer
  /// A number.
  case decimal
  /// A date such as `2026-11-23`, or a part of one.
  case date
  /// A moment.
  case dateTime
  /// A time of day.
  case time

  /// What the type wants, in words.
  var words: String {
    switch self {
    case .string: "text"
    case .boolean: "true or false"
    case .integer: "a whole number"
    case .decimal: "a number"
    case .date: "a date such as 2026-11-23"
    case .dateTime: "a moment such as 2026-11-23T18:30:00Z"
    case .time: "a time such as 18:30:00"
    }
  }

  /// Reads a value; `nil` when the text is not of the type.
  func value(of text: String) -> JSONValue? {
    switch self {
    case .string: .string(text)
    case .boolean: ["true": JSONValue.bool(true), "false": .bool(false)][text]
    case .integer: Int(text).map { .number("\($0)") }
    case .decimal: number(text)
    case .date: PartialDate(text).map { _ in .string(text) }
    case .dateTime: DateTime(text).map { _ in .string(text) }
    case .time: TimeOfDay(text).map { _ in .string(text) }
    }
  }

  private func number(_ text: String) -> JSONValue? {
    // Absence means that the text is no number of JSON.
    guard let value = try? JSONValue(parsing: text), case .number = value else { return nil }
    return value
  }
}

/// What an item of a questionnaire is.
public enum ItemType: Hashable, Sendable {
  /// Holds other items.
  case group
  /// Says something.
  case display
  /// Asks for one of several choices.
  case choice
  /// Asks for one of several choices, or for own words.
  case openChoice
  /// Asks for yes or no.
  case boolean
  /// Asks for a whole number.
  case integer
  /// Asks for a number.
  case decimal
  /// Asks for a date.
  case date
  /// Asks for a moment.
  case dateTime
  /// Asks for a time of day.
  case time
  /// Asks for one line of words.
  case string
  /// Asks for words.
  case text
  /// Asks for a number with a unit.
  case quantity
  /// Asks for a web address.
  case url
  /// A type that cannot be asked at a console, or that FHIR R4 does not know, by its code.
  case unsupported(String)

  private static let known: [String: ItemType] = [
    "group": .group, "display": .display, "choice": .choice, "open-choice": .openChoice,
    "boolean": .boolean, "integer": .integer, "decimal": .decimal, "date": .date,
    "dateTime": .dateTime, "time": .time, "string": .string, "text": .text,
    "quantity": .quantity, "url": .url,
  ]

  /// Finds the type for a code of FHIR.
  ///
  /// - Parameter code: A code such as `open-choice`.
  public init(code: String) {
    self = Self.known[code] ?? .unsupported(code)
  }

  /// Whether items of the type take answers.
  public var isQuestion: Bool { self != .group && self != .display }
}

import FoundationEssentials

/// One answer to a question, in one of the types FHIR knows.
public enum AnswerValue: Hashable, Sendable {
  /// Yes or no.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A number.
  case decimal(Decimal)
  /// Words of the person.
  case string(PrivateText)
  /// One of the choices offered.
  case coding(Coding)
  /// A date.
  case date(PartialDate)
  /// A moment.
  case dateTime(DateTime)
  /// A time of day.
  case time(TimeOfDay)
  /// A number with a unit.
  case quantity(Quantity)
  /// A web address, which the person typed.
  case uri(PrivateText)
  /// A value of a type that cannot be asked at a console; only the name of its type is kept.
  ///
  /// It stands in for attachments and references in responses made elsewhere.
  case unsupported(String)
}

extension AnswerValue {
  /// The answer as a number; `nil` where it is none.
  public var number: Decimal? {
    switch self {
    case .integer(let value): Decimal(value)
    case .decimal(let value): value
    case .quantity(let quantity): quantity.value
    case .boolean, .string, .coding, .date, .dateTime, .time, .uri, .unsupported: nil
    }
  }

  /// The code of a choice; `nil` for every other kind of answer.
  public var code: String? {
    if case .coding(let coding) = self { coding.code } else { nil }
  }

  /// The words of the person; `nil` for every other kind of answer.
  public var text: PrivateText? {
    switch self {
    case .string(let text), .uri(let text): text
    case .boolean, .integer, .decimal, .coding, .date, .dateTime, .time, .quantity, .unsupported:
      nil
    }
  }
}

import FoundationEssentials

/// One value of the collection that an expression works on.
///
/// Items and answers are the response's own values; nothing is written as JSON to be read again,
/// and a step from an item to its answers copies no tree.
enum FHIRPathElement: Sendable {
  case boolean(Bool)
  case integer(Int)
  case decimal(Decimal)
  case string(String)
  case moment(FHIRPathMoment)
  indirect case quantity(Quantity)
  /// A coding; one that is an answer knows to which question.
  indirect case coding(Coding, of: LinkID?)
  /// A part of a form, or of anything else that is JSON, with its type where that is known.
  case object(JSONObject, type: String?)
  indirect case response(QuestionnaireResponse)
  case item(QuestionnaireResponse.Item)
  /// One of the answers of an item.
  case answer(QuestionnaireResponse.Item, Int)

  /// Reads a number as it is written: with a point it is decimal.
  init?(number text: String) {
    if let whole = Int(text) {
      self = .integer(whole)
    } else if let value = Decimal(string: text) {
      self = .decimal(value)
    } else {
      return nil
    }
  }

  /// The value of an answer.
  init?(_ value: AnswerValue, of linkID: LinkID? = nil) {
    switch value {
    case .boolean(let value): self = .boolean(value)
    case .integer(let value): self = .integer(value)
    case .decimal(let value): self = .decimal(value)
    case .string(let text), .uri(let text): self = .string(text.plaintext)
    case .coding(let coding): self = .coding(coding, of: linkID)
    case .date(let date):
      self = .moment(
        FHIRPathMoment(kind: .date, parts: [date.year, date.month, date.day].compactMap { $0 }))
    case .dateTime(let moment): self.init("\(moment)", kind: .dateTime)
    case .time(let time): self.init("\(time)", kind: .time)
    case .quantity(let quantity): self = .quantity(quantity)
    case .unsupported: return nil
    }
  }

  init?(_ text: String, kind: FHIRPathMoment.Kind) {
    guard let moment = FHIRPathMoment(text, kind: kind) else { return nil }
    self = .moment(moment)
  }

  /// Reads JSON: an array is several values, `null` is none.
  ///
  /// - Parameters:
  ///   - json: The value.
  ///   - type: The name of its type, where that is known.
  /// - Returns: The values.
  static func elements(of json: JSONValue, type: String? = nil) -> [FHIRPathElement] {
    switch json {
    case .null: []
    case .bool(let value): [.boolean(value)]
    case .number(let text):
      FHIRPathElement(number: text).map { [type == "Decimal" ? $0.asDecimal : $0] } ?? []
    case .string(let text): [Self.text(text, type: type)]
    case .array(let elements): elements.flatMap { self.elements(of: $0, type: type) }
    case .object(let object): [.object(object, type: type)]
    }
  }

  private static func text(_ text: String, type: String?) -> FHIRPathElement {
    let kind: FHIRPathMoment.Kind? =
      switch type {
      case "Date": .date
      case "DateTime", "Instant": .dateTime
      case "Time": .time
      default: nil
      }
    return kind.flatMap { FHIRPathElement(text, kind: $0) } ?? .string(text)
  }

  private var asDecimal: FHIRPathElement {
    if case .integer(let value) = self { .decimal(Decimal(value)) } else { self }
  }
}

extension FHIRPathElement {
  /// The number; `nil` for everything that is none.
  var decimal: Decimal? {
    switch self {
    case .integer(let value): Decimal(value)
    case .decimal(let value): value
    default: nil
    }
  }

  /// The value as FHIR writes it.
  var json: JSONValue {
    switch self {
    case .boolean(let value): .bool(value)
    case .integer(let value): .number("\(value)")
    case .decimal(let value): .number("\(value)")
    case .string(let text): .string(text)
    case .moment(let moment): .string("\(moment)")
    case .quantity(let quantity): AnswerValue.quantity(quantity).json
    case .coding(let coding, _): AnswerValue.coding(coding).json
    case .object(let object, _): .object(object)
    case .response(let response): response.json
    case .item(let item): item.json
    case .answer(let item, let index): item.answers[index].json
    }
  }
}

import FoundationEssentials

/// The values of an expression as answers to an item.
struct CalculatedAnswers {
  /// The answers; those that the item cannot hold as they came.
  let values: [AnswerValue]
  /// Whether the item can hold all of them.
  let fits: Bool

  init(_ elements: [FHIRPathElement], for item: Item) {
    var values: [AnswerValue] = []
    var fits = item.repeats || elements.count < 2
    for element in elements {
      if let value = Self.answer(element, to: item) {
        values.append(value)
      } else {
        fits = false
        if let value = element.answer { values.append(value) }
      }
    }
    self.values = values
    self.fits = fits
  }

  private static func answer(_ element: FHIRPathElement, to item: Item) -> AnswerValue? {
    switch item.type {
    case .boolean:
      guard case .boolean(let value) = element else { return nil }
      return .boolean(value)
    case .integer: return element.decimal?.whole.map { .integer($0) }
    case .decimal: return element.decimal.map { .decimal($0) }
    case .string, .text: return element.text.map { .string(PrivateText($0)) }
    case .url: return element.text.map { .uri(PrivateText($0)) }
    case .date: return date(element)
    case .dateTime:
      return element.converted(by: .toDateTime)?.text.flatMap { DateTime($0) }
        .map { .dateTime($0) }
    case .time:
      return element.converted(by: .toTime)?.text.flatMap { TimeOfDay($0) }.map { .time($0) }
    case .quantity: return quantity(element, item)
    case .choice: return choice(element, item)
    case .openChoice: return choice(element, item) ?? element.text.map { .string(PrivateText($0)) }
    case .group, .display, .unsupported: return nil
    }
  }

  private static func date(_ element: FHIRPathElement) -> AnswerValue? {
    element.converted(by: .toDate)?.text.flatMap { PartialDate($0) }.map { .date($0) }
  }

  /// A number alone gets the unit of the item.
  private static func quantity(_ element: FHIRPathElement, _ item: Item) -> AnswerValue? {
    guard let number = element.decimal else { return element.asQuantity.map { .quantity($0) } }
    return .quantity(
      Quantity(
        value: number, unit: item.unit?.display, system: item.unit?.system, code: item.unit?.code))
  }

  /// A coding, or the choice that a code or its words name.
  private static func choice(_ element: FHIRPathElement, _ item: Item) -> AnswerValue? {
    if let coding = element.asCoding ?? element.asUntypedCoding {
      return item.options.first { $0.value.isSame(as: .coding(coding)) }?.value ?? .coding(coding)
    }
    if let value = element.answer, let option = item.options.first(where: { $0.matches(value) }) {
      return option.value
    }
    guard let text = element.text else { return nil }
    return
      (item.options.first { $0.value.code == text } ?? item.options.first { $0.label == text })?
      .value
  }
}

extension FHIRPathElement {
  /// The value as an answer of its own type.
  var answer: AnswerValue? {
    switch self {
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .decimal(let value): .decimal(value)
    case .string(let text): .string(PrivateText(text))
    case .moment(let moment):
      switch moment.kind {
      case .date: PartialDate("\(moment)").map { .date($0) }
      case .dateTime: DateTime("\(moment)").map { .dateTime($0) }
      case .time: TimeOfDay("\(moment)").map { .time($0) }
      }
    case .quantity(let quantity): .quantity(quantity)
    case .coding(let coding, _): .coding(coding)
    case .object: asQuantity.map { .quantity($0) } ?? asUntypedCoding.map { .coding($0) }
    case .answer: member("value").first?.answer
    case .response, .item: nil
    }
  }

  /// An object that looks like a coding, as do the concepts of a value set.
  fileprivate var asUntypedCoding: Coding? {
    guard case .object(let object, _) = self, object["code"]?.string != nil else { return nil }
    return Coding(.object(object))
  }
}

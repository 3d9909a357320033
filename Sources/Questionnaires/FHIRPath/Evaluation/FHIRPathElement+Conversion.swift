import FoundationEssentials

extension FHIRPathElement {
  /// The value as text; `nil` for what has parts.
  var text: String? {
    switch self {
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): "\(value)"
    case .decimal(let value): value.description
    case .string(let text): text
    case .moment(let moment): "\(moment)"
    case .quantity(let quantity):
      quantity.value.map { value in
        let name = quantity.code.map { "'\($0)'" } ?? quantity.unit ?? "'1'"
        return "\(value) \(name)"
      }
    case .object(_, type: "Quantity"): asQuantity.flatMap { FHIRPathElement.quantity($0).text }
    case .coding, .object, .response, .item, .answer: nil
    }
  }

  /// The value as another type; `nil` where it cannot be that.
  func converted(by function: FHIRPathFunction) -> FHIRPathElement? {
    switch function {
    case .toString, .convertsToString: text.map { .string($0) }
    case .toBoolean, .convertsToBoolean: asBoolean.map { .boolean($0) }
    case .toInteger, .convertsToInteger: asInteger.map { .integer($0) }
    case .toDecimal, .convertsToDecimal: asNumber.map { .decimal($0) }
    case .toDate, .convertsToDate: asMoment(.date)
    case .toDateTime, .convertsToDateTime: asMoment(.dateTime)
    case .toTime, .convertsToTime: asMoment(.time)
    default: quantityRead.map { .quantity($0) }
    }
  }

  private var asBoolean: Bool? {
    switch self {
    case .boolean(let value): return value
    case .integer, .decimal:
      return decimal == 1 ? true : decimal == 0 ? false : nil
    case .string(let text):
      if ["true", "t", "yes", "y", "1", "1.0"].contains(text.lowercased()) { return true }
      if ["false", "f", "no", "n", "0", "0.0"].contains(text.lowercased()) { return false }
      return nil
    default: return nil
    }
  }

  private var asInteger: Int? {
    switch self {
    case .integer(let value): value
    case .boolean(let value): value ? 1 : 0
    case .string(let text): Int(text)
    default: nil
    }
  }

  private var asNumber: Decimal? {
    switch self {
    case .integer, .decimal: return decimal
    case .boolean(let value): return value ? 1 : 0
    case .string(let text):
      let digits = text.first.map { "+-".contains($0) } == true ? text.dropFirst() : text[...]
      let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
      let isNumber =
        (1...2).contains(parts.count)
        && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }
      return isNumber ? Decimal(string: text) : nil
    default: return nil
    }
  }

  private func asMoment(_ kind: FHIRPathMoment.Kind) -> FHIRPathElement? {
    switch self {
    case .moment(var moment):
      guard (moment.kind == .time) == (kind == .time) else { return nil }
      if kind == .date {
        moment.parts = Array(moment.parts.prefix(3))
        moment.offset = nil
      }
      moment.kind = kind
      return .moment(moment)
    case .string(let text): return FHIRPathElement(text, kind: kind)
    default: return nil
    }
  }

  /// The value as an amount with a unit: `4 'kg'`, `3 days`, a number.
  private var quantityRead: Quantity? {
    if let quantity = asQuantity { return quantity }
    guard case .string(let text) = self else { return nil }
    let parts = text.split(separator: " ", maxSplits: 1)
    guard let first = parts.first, let value = FHIRPathElement.string(String(first)).asNumber else {
      return nil
    }
    guard parts.count == 2 else { return Quantity(value: value, code: "1") }
    let unit = parts[1]
    if unit.count > 2, unit.hasPrefix("'"), unit.hasSuffix("'") {
      return Quantity(value: value, code: String(unit.dropFirst().dropLast()))
    }
    return FHIRPathMoment.Unit(String(unit)).map { _ in Quantity(value: value, unit: String(unit)) }
  }
}

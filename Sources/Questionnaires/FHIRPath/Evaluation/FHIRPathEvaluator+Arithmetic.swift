import FoundationEssentials

extension FHIRPathEvaluator {
  /// Reckons with two values; what cannot be, such as dividing by zero, gives nothing.
  mutating func arithmetic(
    _ sign: FHIRPathTerm.Operator, _ left: FHIRPathElement, _ right: FHIRPathElement, _ column: Int
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    switch (left, right) {
    case (.integer(let first), .integer(let second)) where sign != .divide:
      return Self.reckon(sign, first, second).map { [.integer($0)] } ?? []
    case (.string(let first), .string(let second)) where sign == .plus:
      try spend((first.utf8.count + second.utf8.count) / 16, column)
      return [.string(first + second)]
    case (.moment(let moment), _):
      guard let quantity = right.asQuantity, sign == .plus || sign == .minus else { break }
      return try move(moment, by: quantity, isBack: sign == .minus, column)
    default: break
    }
    if let first = left.decimal, let second = right.decimal {
      return Self.reckon(sign, first, second).map { [$0] } ?? []
    }
    guard let first = left.asQuantity, let second = right.asQuantity else {
      throw FHIRPathError(problem: .wrongType(sign.rawValue), column: column)
    }
    return Self.reckon(sign, first, second).map { [.quantity($0)] } ?? []
  }

  private static func reckon(_ sign: FHIRPathTerm.Operator, _ left: Int, _ right: Int) -> Int? {
    let (value, overflows): (Int, Bool)
    switch sign {
    case .plus: (value, overflows) = left.addingReportingOverflow(right)
    case .minus: (value, overflows) = left.subtractingReportingOverflow(right)
    case .times: (value, overflows) = left.multipliedReportingOverflow(by: right)
    case .div: (value, overflows) = left.dividedReportingOverflow(by: right)
    default: (value, overflows) = left.remainderReportingOverflow(dividingBy: right)
    }
    return overflows ? nil : value
  }

  private static func reckon(_ sign: FHIRPathTerm.Operator, _ left: Decimal, _ right: Decimal)
    -> FHIRPathElement?
  {
    var value: Decimal
    switch sign {
    case .plus: value = left + right
    case .minus: value = left - right
    case .times: value = left * right
    case .divide, .div, .mod:
      guard right != 0 else { return nil }
      value = left / right
    default: return nil
    }
    if sign == .div || sign == .mod { value = value.rounded(to: 0, .towardZero) }
    if sign == .div { return value.whole.map { .integer($0) } }
    if sign == .mod { value = left - right * value }
    return value.isNaN ? nil : .decimal(value)
  }

  private static func reckon(_ sign: FHIRPathTerm.Operator, _ left: Quantity, _ right: Quantity)
    -> Quantity?
  {
    guard let first = left.value, let second = right.value else { return nil }
    var result = left
    switch sign {
    case .plus, .minus:
      guard left.hasSameUnit(as: right) else { return nil }
      result.value = sign == .plus ? first + second : first - second
    case .times:
      if left.code == "1" { result = right }
      guard left.code == "1" || right.code == "1" else { return nil }
      result.value = first * second
    case .divide:
      guard second != 0 else { return nil }
      if left.hasSameUnit(as: right) {
        result = Quantity(value: nil, code: "1")
      } else if right.code != "1" {
        return nil
      }
      result.value = first / second
    default: return nil
    }
    return result
  }

  private func move(
    _ moment: FHIRPathMoment, by quantity: Quantity, isBack: Bool, _ column: Int
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    let name = quantity.code ?? quantity.unit ?? ""
    guard let unit = FHIRPathMoment.Unit(name) else {
      throw FHIRPathError(problem: .wrongType(isBack ? "-" : "+"), column: column)
    }
    guard let amount = quantity.value?.rounded(to: 0, .towardZero).whole,
      FHIRPathMoment.canAdd(amount)
    else { return [] }
    return [.moment(moment.adding(isBack ? -amount : amount, unit))]
  }
}

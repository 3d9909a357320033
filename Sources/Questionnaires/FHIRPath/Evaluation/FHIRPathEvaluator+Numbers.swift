import FoundationEssentials
import Glibc

extension FHIRPathEvaluator {
  func mathematics(
    _ call: FHIRPathTerm.Call, _ element: FHIRPathElement, _ arguments: [[FHIRPathElement]]
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    if case .quantity(var quantity) = element, let value = quantity.value, call.function == .abs {
      quantity.value = value.magnitude
      return [.quantity(quantity)]
    }
    guard let value = element.decimal else { throw wrongType(call) }
    switch call.function {
    case .abs:
      if case .integer(let value) = element { return [.integer(abs(value))] }
      return [.decimal(value.magnitude)]
    case .ceiling: return Self.integer(value.rounded(to: 0, .up))
    case .floor: return Self.integer(value.rounded(to: 0, .down))
    case .truncate: return Self.integer(value.rounded(to: 0, .towardZero))
    case .round: return try round(call, value, arguments)
    case .power: return try power(call, element, value, arguments)
    case .exp: return Self.decimal(Glibc.exp(value.double))
    case .ln: return Self.decimal(Glibc.log(value.double))
    case .sqrt: return Self.decimal(value.double.squareRoot())
    case .log:
      guard let root = try number(arguments[0], call) else { return [] }
      return Self.decimal(Glibc.log(value.double) / Glibc.log(root.double))
    default: return []
    }
  }

  private func round(
    _ call: FHIRPathTerm.Call, _ value: Decimal, _ arguments: [[FHIRPathElement]]
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    let places = try arguments.first.map { argument throws(FHIRPathError) in
      try integer(argument, call) ?? 0
    }
    guard (0...30).contains(places ?? 0) else { throw wrongType(call) }
    return [.decimal(value.rounded(to: places ?? 0))]
  }

  private func power(
    _ call: FHIRPathTerm.Call, _ element: FHIRPathElement, _ value: Decimal,
    _ arguments: [[FHIRPathElement]]
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    guard let exponent = try number(arguments[0], call) else { return [] }
    guard let count = exponent.whole, (0...64).contains(count) else {
      return Self.decimal(Glibc.pow(value.double, exponent.double))
    }
    var result = Decimal(1)
    for _ in 0..<count { result *= value }
    guard !result.isNaN else { return [] }
    if case .integer = element { return Self.integer(result) }
    return [.decimal(result)]
  }

  private func number(_ argument: [FHIRPathElement], _ call: FHIRPathTerm.Call)
    throws(FHIRPathError) -> Decimal?
  {
    guard let element = try single(argument, call.column) else { return nil }
    guard let value = element.decimal else { throw wrongType(call) }
    return value
  }

  private static func integer(_ value: Decimal) -> [FHIRPathElement] {
    value.whole.map { [.integer($0)] } ?? []
  }

  /// What is not a number, such as the root of -1, is nothing.
  private static func decimal(_ value: Double) -> [FHIRPathElement] {
    guard value.isFinite, let decimal = Decimal(string: "\(value)") else { return [] }
    return [.decimal(decimal)]
  }
}

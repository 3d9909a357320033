import FoundationEssentials

extension FHIRPathEvaluator {
  mutating func binary(
    _ sign: FHIRPathTerm.Operator, _ left: FHIRPathTerm, _ right: FHIRPathTerm, _ scope: Scope,
    _ column: Int
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    switch sign {
    case .and, .or, .xor, .implies:
      let left = try truth(evaluate(left, scope), column)
      // What is decided already is not looked at any further.
      if let decided = Self.decided(sign, left) { return [.boolean(decided)] }
      let right = try truth(evaluate(right, scope), column)
      return Self.logic(sign, left, right).map { [.boolean($0)] } ?? []
    default: break
    }
    let first = try evaluate(left, scope)
    let second = try evaluate(right, scope)
    switch sign {
    case .equal, .notEqual:
      return try equal(first, second, column).map { [.boolean($0 == (sign == .equal))] } ?? []
    case .equivalent, .notEquivalent:
      return [.boolean(try equivalent(first, second, column) == (sign == .equivalent))]
    case .less, .greater, .atMost, .atLeast: return try compare(sign, first, second, column)
    case .union: return try distinct(first + second, column)
    case .in: return try isMember(first, of: second, column)
    case .contains: return try isMember(second, of: first, column)
    case .concatenate: return try concatenate(first, second, column)
    case .plus, .minus, .times, .divide, .div, .mod:
      guard let left = try single(first, column), let right = try single(second, column) else {
        return []
      }
      return try arithmetic(sign, left, right, column)
    case .and, .or, .xor, .implies: return []
    }
  }

  private static func decided(_ sign: FHIRPathTerm.Operator, _ left: Bool?) -> Bool? {
    switch (sign, left) {
    case (.and, false): false
    case (.or, true): true
    case (.implies, false): true
    default: nil
    }
  }

  /// The logic of three values, of which the third is that nothing is known.
  private static func logic(_ sign: FHIRPathTerm.Operator, _ left: Bool?, _ right: Bool?) -> Bool? {
    switch sign {
    case .and:
      if left == false || right == false { return false }
      return left == true && right == true ? true : nil
    case .or:
      if left == true || right == true { return true }
      return left == false && right == false ? false : nil
    case .implies:
      if left == false || right == true { return true }
      return left == true && right == false ? false : nil
    default:
      guard let left, let right else { return nil }
      return left != right
    }
  }

  mutating func equal(
    _ left: [FHIRPathElement], _ right: [FHIRPathElement], _ column: Int
  ) throws(FHIRPathError) -> Bool? {
    if left.isEmpty || right.isEmpty { return nil }
    guard left.count == right.count else { return false }
    try spend(left.count, column)
    var isKnown = true
    for (left, right) in zip(left, right) {
      switch left.isEqual(to: right) {
      case false?: return false
      case nil: isKnown = false
      case true?: break
      }
    }
    return isKnown ? true : nil
  }

  /// Whether two collections mean the same, in whatever order.
  private mutating func equivalent(
    _ left: [FHIRPathElement], _ right: [FHIRPathElement], _ column: Int
  ) throws(FHIRPathError) -> Bool {
    guard left.count == right.count else { return false }
    var rest = right
    for element in left {
      try spend(rest.count, column)
      guard let index = rest.firstIndex(where: { element.isEquivalent(to: $0) }) else {
        return false
      }
      rest.remove(at: index)
    }
    return true
  }

  private func compare(
    _ sign: FHIRPathTerm.Operator, _ first: [FHIRPathElement], _ second: [FHIRPathElement],
    _ column: Int
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    guard let left = try single(first, column), let right = try single(second, column) else {
      return []
    }
    let (smaller, larger) =
      sign == .less || sign == .atMost ? (left, right) : (right, left)
    do {
      let holds = try smaller.isLess(than: larger, orEqual: sign == .atMost || sign == .atLeast)
      return holds.map { [.boolean($0)] } ?? []
    } catch {
      throw FHIRPathError(problem: .wrongType(sign.rawValue), column: column)
    }
  }

  private mutating func isMember(
    _ one: [FHIRPathElement], of many: [FHIRPathElement], _ column: Int
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    guard let element = try single(one, column) else { return [] }
    try spend(many.count, column)
    return [.boolean(many.contains { element.isEqual(to: $0) == true })]
  }

  private mutating func concatenate(
    _ first: [FHIRPathElement], _ second: [FHIRPathElement], _ column: Int
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    let texts = try [first, second].map { elements throws(FHIRPathError) in
      guard let element = try single(elements, column) else { return "" }
      guard let text = element.text else {
        throw FHIRPathError(problem: .wrongType("&"), column: column)
      }
      return text
    }
    try spend(texts[0].utf8.count / 16 + texts[1].utf8.count / 16, column)
    return [.string(texts[0] + texts[1])]
  }

  func negate(_ elements: [FHIRPathElement], _ column: Int) throws(FHIRPathError)
    -> [FHIRPathElement]
  {
    switch try single(elements, column) {
    case nil: return []
    case .integer(let value)? where value != .min: return [.integer(-value)]
    case .decimal(let value)?: return [.decimal(-value)]
    case .quantity(var quantity)?:
      quantity.value = quantity.value.map { -$0 }
      return [.quantity(quantity)]
    default: throw FHIRPathError(problem: .wrongType("-"), column: column)
    }
  }
}

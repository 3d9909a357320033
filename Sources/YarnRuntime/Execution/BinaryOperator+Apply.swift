extension BinaryOperator {
  /// Works out a result; both sides have been evaluated.
  func apply(_ left: Value, _ right: Value) throws(DialogueError) -> Value {
    switch (self, left, right) {
    case (.equal, _, _): return .bool(left == right)
    case (.notEqual, _, _): return .bool(left != right)
    case (_, .number(let left), .number(let right)): return try apply(left, right)
    case (.add, .string(let left), .string(let right)): return .string(left + right)
    case (.and, .bool(let left), .bool(let right)): return .bool(left && right)
    case (.or, .bool(let left), .bool(let right)): return .bool(left || right)
    case (.xor, .bool(let left), .bool(let right)): return .bool(left != right)
    default: throw DialogueError(.typeMismatch(operation: rawValue))
    }
  }

  private func apply(_ left: Float, _ right: Float) throws(DialogueError) -> Value {
    switch self {
    case .add: .number(left + right)
    case .subtract: .number(left - right)
    case .multiply: .number(left * right)
    case .divide: .number(left / right)
    case .remainder: .number(try remainder(left, right))
    case .less: .bool(left < right)
    case .lessOrEqual: .bool(left <= right)
    case .greater: .bool(left > right)
    case .greaterOrEqual: .bool(left >= right)
    case .equal, .notEqual, .and, .or, .xor: throw DialogueError(.typeMismatch(operation: rawValue))
    }
  }

  /// Both sides are rounded to whole numbers, half to even; the result has the left side's sign.
  private func remainder(_ left: Float, _ right: Float) throws(DialogueError) -> Float {
    let divisor = right.rounded(.toNearestOrEven)
    guard divisor != 0 else { throw DialogueError(.divisionByZero) }
    let result = left.rounded(.toNearestOrEven).truncatingRemainder(dividingBy: divisor)
    return result == 0 ? 0 : result
  }
}

extension AnswerValue {
  /// How two answers lie to each other.
  enum Order {
    case less, same, greater
    /// Too little is known of one of them, as with the dates `2026` and `2026-11`.
    case unknown
  }

  /// Compares with another answer; `nil` where the types cannot be compared.
  func order(to other: AnswerValue) -> Order? {
    switch (self, other) {
    case (.quantity(let left), .quantity(let right)):
      guard left.hasSameUnit(as: right), let left = left.value, let right = right.value else {
        // The same code means something else in another system.
        guard left.system == right.system else { return nil }
        return left.inSameUnit(as: right).map { Self.order($0.0, $0.1) }
      }
      return Self.order(left, right)
    case (.quantity, _), (_, .quantity): return nil
    case (.time(let left), .time(let right)): return Self.order(left.secondOfDay, right.secondOfDay)
    case (.string(let left), .string(let right)), (.uri(let left), .uri(let right)):
      return Self.order(left.plaintext, right.plaintext)
    case (.date(let left), .date(let right)):
      return left == right
        ? .same : Self.order(left.earliest...left.latest, right.earliest...right.latest)
    case (.dateTime(let left), .dateTime(let right)):
      return left == right ? .same : Self.order(left.span, right.span)
    default:
      guard let left = number, let right = other.number else { return nil }
      return Self.order(left, right)
    }
  }

  /// Whether both are the same answer: a choice by its code, a number by its value.
  func isSame(as other: AnswerValue) -> Bool {
    switch (self, other) {
    case (.coding(let left), .coding(let right)): left.matches(right)
    case (.boolean(let left), .boolean(let right)): left == right
    default: order(to: other).map { $0 == .same } ?? (self == other)
    }
  }

  private static func order<Value: Comparable>(_ left: Value, _ right: Value) -> Order {
    left < right ? .less : left == right ? .same : .greater
  }

  /// Orders two stretches of time: only where they do not touch is one before the other.
  private static func order(_ left: ClosedRange<Int>, _ right: ClosedRange<Int>) -> Order {
    if left.upperBound < right.lowerBound { return .less }
    if left.lowerBound > right.upperBound { return .greater }
    return left.count == 1 && right.count == 1 ? .same : .unknown
  }
}

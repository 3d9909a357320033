import YarnRuntime

/// A type that may not be known yet.
enum InferredType: Equatable {
  case known(ValueType)
  case unknown(Int)

  /// The type of something that has been reported as wrong already.
  case failed

  /// The type of something that could not be read, which fits nothing whose type is known.
  case unreadable
}

/// Holds what has been found out about unknown types (a union-find).
struct TypeTable {
  private var parents: [InferredType?] = []

  mutating func makeUnknown() -> InferredType {
    parents.append(nil)
    return .unknown(parents.count - 1)
  }

  /// The most that is known of a type.
  func resolve(_ type: InferredType) -> InferredType {
    var type = type
    while case .unknown(let index) = type, let parent = parents[index] { type = parent }
    return type
  }

  /// Makes two types one; `false` when they are different.
  mutating func unify(_ first: InferredType, _ second: InferredType) -> Bool {
    let first = resolve(first)
    let second = resolve(second)
    switch (first, second) {
    case (.unknown(let left), .unknown(let right)):
      if left != right { parents[max(left, right)] = .unknown(min(left, right)) }
      return true
    case (.unknown(let index), _):
      parents[index] = second
      return true
    case (_, .unknown(let index)):
      parents[index] = first
      return true
    case (.failed, _), (_, .failed): return true
    case (.unreadable, .unreadable): return true
    case (.unreadable, _), (_, .unreadable): return false
    case (.known(let left), .known(let right)): return left == right
    }
  }
}

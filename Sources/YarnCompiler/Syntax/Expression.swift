import YarnRuntime

/// An expression of a script.
struct Expression {
  /// What an expression is made of.
  indirect enum Kind {
    case literal(Value)
    case variable(String)
    case call(String, [Expression])
    case member(type: String?, name: String)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    case parenthesised(Expression)
    /// What stands in for an expression that could not be read.
    case invalid
  }

  var kind: Kind
  var range: SourceRange

  private let storedID: Int32

  /// A number that is unique in the compilation; the types found for an expression hang on it.
  var id: Int { Int(storedID) }

  init(kind: Kind, range: SourceRange, id: Int) {
    self.kind = kind
    self.range = range
    storedID = Int32(truncatingIfNeeded: id)
  }
}

extension Expression {
  /// The value of a literal, a negative number literal included; `nil` for anything else.
  var constant: Value? {
    switch kind {
    case .literal(let value): value
    case .unary(.negate, let operand):
      if case .literal(.number(let number)) = operand.kind { .number(-number) } else { nil }
    default: nil
    }
  }

  /// The number of logical operators inside, which makes a condition more specific.
  var logicalOperatorCount: Int {
    switch kind {
    case .literal, .variable, .member, .invalid: 0
    case .call(_, let arguments): arguments.reduce(0) { $0 + $1.logicalOperatorCount }
    case .unary(_, let operand), .parenthesised(let operand): operand.logicalOperatorCount
    case .binary(let binary, let left, let right):
      left.logicalOperatorCount + right.logicalOperatorCount + (binary.isLogical ? 1 : 0)
    }
  }

  /// Visits the expression and everything inside it.
  func forEach(_ visit: (Expression) -> Void) {
    visit(self)
    switch kind {
    case .literal, .variable, .member, .invalid: break
    case .call(_, let arguments): for argument in arguments { argument.forEach(visit) }
    case .unary(_, let operand), .parenthesised(let operand): operand.forEach(visit)
    case .binary(_, let left, let right):
      left.forEach(visit)
      right.forEach(visit)
    }
  }
}

extension BinaryOperator {
  var isLogical: Bool { self == .and || self == .or || self == .xor }
}

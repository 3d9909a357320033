/// A step of a node's code; expressions work on a value stack that is empty at every event.
package enum Instruction: Equatable, Sendable {
  case push(Value)
  case load(String)
  case store(String)
  case unary(UnaryOperator)
  case binary(BinaryOperator)
  case call(String, argumentCount: Int)
  case pop

  /// Whether `once` content has not been shown.
  case isUnseen(String)
  case markSeen(String)

  case jump(Int)
  case jumpIfFalse(Int)

  case line(String, valueCount: Int)
  /// The texts around the values on the stack: one more text than there are values.
  case command([String])
  /// Takes a Bool (whether the option is available), then the values of the text.
  case option(String, valueCount: Int, target: Int)
  case showOptions
  /// Takes a Bool: whether the item may be chosen.
  case candidate(String, complexity: Int, target: Int)
  case selectCandidate
  /// The whole work of a node group's hub.
  case enterGroup

  case jumpToNode(String)
  case jumpToComputedNode
  case detour(String)
  case detourToComputedNode
  case returnFromNode
  case stop
}

/// An operator with one operand.
package enum UnaryOperator: Equatable, Sendable { case negate, not }

/// An operator with two operands.
package enum BinaryOperator: String, Equatable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case and = "and"
  case or = "or"
  case xor = "xor"
}

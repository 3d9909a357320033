import YarnRuntime

/// A step of a node as the explorer walks it; nothing is left that cannot change what comes next.
enum Operation {
  /// Goes on at the target when the expression is false.
  case test(Int, otherwise: Int)
  case jump(Int)
  /// Works an expression out for nothing but its errors.
  case check(Int)
  case say(Int)
  case store(cell: Int, expression: Int)
  /// Sets a cell to true: content shown once, or an undeclared variable that has been set.
  case mark(cell: Int)
  case command(Int, expressions: [Int])
  case options(Int)
  case lineGroup(Int)
  case nodeGroup(Int)
  case jumpToNode(Int)
  case jumpToUnknown(String)
  case jumpToComputed(Int)
  case detour(Int)
  case detourToUnknown(String)
  case detourToComputed(Int)
  case returnFromNode
  case stop
}

/// A step of an expression, on a stack of scalars.
enum ExpressionStep {
  case push(Scalar)
  case load(cell: Int)
  /// Reads a variable that no script declares.
  case loadUndeclared(cell: Int, variable: Int)
  case smart(Int)
  case unary(UnaryOperator)
  case binary(BinaryOperator)
  /// A function with a body of its own.
  case standard(String, count: Int)
  /// A function of the host, or a throw of chance, that no step depends on.
  case anything(Scalar, count: Int)
  /// A function of the host with arguments that are known beforehand.
  case host(cell: Int, source: Int, count: Int)
  /// A function of the host with arguments that only the walk knows.
  case hostComputed(source: Int, count: Int)
  case chance(source: Int, count: Int)
  case visits(cell: Int)
  case hasVisited(cell: Int)
  case visitsComputed(isCount: Bool)
  case hasContent
  case isUnseen(cell: Int)
}

/// An expression with what can be told of it beforehand.
struct LoweredExpression {
  var steps: [ExpressionStep]
  var instructions: Range<Int>
}

/// One of several ways on: an option, an item of a line group, a member of a node group.
struct Branch {
  var condition: Int?
  var texts: Int?
  var line: Int?
  var node: Int?
  /// The operation that the branch begins with; for members the start of their node.
  var target: Int
  /// The cell that is set when the branch is taken.
  var mark: Int?
  var key: Int
}

/// Branches that are decided on together.
struct BranchGroup {
  var branches: [Branch]
  var next: Int
}

/// A node as the explorer walks it.
struct LoweredNode {
  var name: String
  var operations: [Operation] = []
  /// The line of the file that each operation comes from.
  var lines: [Int32] = []
  var visitCell: Int?
  var mayDecline = false

  /// Whether a command of the node makes the host run another node.
  var commandsRunNodes = false
}

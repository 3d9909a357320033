import YarnRuntime

/// A statement of a node's body.
enum Statement {
  case line(LineStatement)
  indirect case conditional(IfStatement)
  indirect case once(OnceStatement)
  indirect case options(ChoiceStatement)
  indirect case lineGroup(ChoiceStatement)
  indirect case set(SetStatement)
  indirect case declare(DeclareStatement)
  indirect case enumeration(EnumStatement)
  indirect case call(Expression)
  indirect case transfer(TransferStatement)
  indirect case returning(SourceRange)
  indirect case stop(SourceRange)
  indirect case command(CommandStatement)
  indirect case mention(VariableMention)

  /// Visits the statements inside, block by block.
  func forEachBlock(_ visit: ([Statement]) -> Void) {
    switch self {
    case .conditional(let statement): for clause in statement.clauses { visit(clause.body) }
    case .once(let statement):
      visit(statement.body)
      visit(statement.otherwise)
    case .options(let statement), .lineGroup(let statement):
      for item in statement.items { visit(item.body) }
    default: break
    }
  }
}

/// A piece of a text: words as they stand in the table, or an expression to insert.
enum TextPiece {
  case text(String)
  case expression(Expression)
}

/// A line, or the text of an option or a line-group item.
///
/// It is an object, as it is handed from step to step and not changed once it is read.
final class LineStatement {
  /// What a line's `<<if>>` or `<<once>>` asks for.
  indirect enum Condition {
    case test(Expression)
    case once
    case onceIf(Expression)

    var expression: Expression? {
      switch self {
      case .test(let expression), .onceIf(let expression): expression
      case .once: nil
      }
    }

    var isOnce: Bool {
      switch self {
      case .once, .onceIf: true
      case .test: false
      }
    }
  }

  /// A hashtag without its `#`.
  struct Tag {
    var text: String
    var range: SourceRange
  }

  let pieces: LinePieces
  let condition: Condition?
  let conditionRange: SourceRange?
  let tags: [Tag]
  let range: SourceRange
  private let storedKey: Int32

  /// Whether options follow directly, so that the line gets the tag `lastline`.
  var isBeforeOptions = false

  /// The number of the line in the compilation, counted from 0; its id hangs on it.
  var key: Int { Int(storedKey) }

  init(
    pieces: LinePieces, condition: (test: Condition, range: SourceRange)?, tags: [Tag],
    range: SourceRange, key: Int
  ) {
    self.pieces = pieces
    self.condition = condition?.test
    conditionRange = condition?.range
    self.tags = tags
    self.range = range
    storedKey = Int32(truncatingIfNeeded: key)
  }
}

/// `<<if>>`, `<<elseif>>` and `<<else>>`; only an `<<else>>` has no condition.
struct IfStatement {
  struct Clause {
    var condition: Expression?
    var body: [Statement]
    var range: SourceRange
  }

  var clauses: [Clause]
}

/// `<<once>>` with what is said at other times.
struct OnceStatement {
  var condition: Expression?
  var body: [Statement]
  var otherwise: [Statement]
  var range: SourceRange
}

/// Options that are offered together, or items of which one is said.
struct ChoiceStatement {
  struct Item {
    var line: LineStatement
    var body: [Statement]
  }

  var items: [Item]
  var range: SourceRange
}

/// `<<set $variable = value>>`.
struct SetStatement {
  /// The variable; `nil` when its name could not be read.
  var name: String?
  var nameRange: SourceRange

  /// The operator of `+=` and its like.
  var operation: BinaryOperator?
  var value: Expression
  var range: SourceRange
}

/// `<<declare $variable = value as Type>>`.
struct DeclareStatement {
  var name: String
  var nameRange: SourceRange
  var value: Expression
  var typeName: String?
  var typeRange: SourceRange?
  var range: SourceRange
}

/// `<<enum Name>>` with its cases.
struct EnumStatement {
  struct Case {
    var name: String
    var value: Expression?
    var range: SourceRange
  }

  var name: String
  var nameRange: SourceRange
  var cases: [Case]
  var range: SourceRange
}

/// `<<jump>>` or `<<detour>>`.
struct TransferStatement {
  enum Target {
    case node(String, SourceRange)
    case computed(Expression)
  }

  var isDetour: Bool
  var target: Target
  var range: SourceRange
}

/// A variable of a statement that could not be read any further.
struct VariableMention {
  var name: String
  var range: SourceRange
  var isDeclaration: Bool

  init(_ variable: (text: String, range: SourceRange), isDeclaration: Bool) {
    name = variable.text
    range = variable.range
    self.isDeclaration = isDeclaration
  }
}

/// A command for the host.
struct CommandStatement {
  var pieces: [TextPiece]
  var range: SourceRange
}

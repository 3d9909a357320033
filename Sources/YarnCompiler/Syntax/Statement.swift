import YarnRuntime

/// A statement of a node's body.
indirect enum Statement {
  case line(LineStatement)
  case conditional(IfStatement)
  case once(OnceStatement)
  case options(ChoiceStatement)
  case lineGroup(ChoiceStatement)
  case set(SetStatement)
  case declare(DeclareStatement)
  case enumeration(EnumStatement)
  case call(Expression)
  case transfer(TransferStatement)
  case returning(SourceRange)
  case stop(SourceRange)
  case command(CommandStatement)

  /// The statements inside, block by block.
  var blocks: [[Statement]] {
    switch self {
    case .conditional(let statement): statement.clauses.map(\.body)
    case .once(let statement): [statement.body, statement.otherwise]
    case .options(let statement), .lineGroup(let statement): statement.items.map(\.body)
    default: []
    }
  }
}

/// A piece of a text: words as they stand in the table, or an expression to insert.
enum TextPiece {
  case text(String)
  case expression(Expression)
}

/// A line, or the text of an option or a line-group item.
struct LineStatement {
  /// What a line's `<<if>>` or `<<once>>` asks for.
  enum Condition {
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

  var pieces: [TextPiece]
  var condition: Condition?
  var conditionRange: SourceRange?
  var tags: [Tag]
  var range: SourceRange

  /// A number that is unique in the compilation; the line's id hangs on it.
  var key: Int
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
  var name: String
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

/// A command for the host.
struct CommandStatement {
  var pieces: [TextPiece]
  var range: SourceRange
}

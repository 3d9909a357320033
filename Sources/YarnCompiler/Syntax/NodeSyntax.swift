/// A node as it stands in its file.
///
/// It is an object, as it is handed from step to step and not changed once it is read.
final class NodeSyntax {
  /// A header other than `when:`.
  struct Header {
    var key: String
    var value: String
    var keyRange: SourceRange
    var valueRange: SourceRange
  }

  /// A `when:` header.
  struct When {
    enum Test {
      case always
      case once
      case onceIf(Expression)
      case expression(Expression)
    }

    var test: Test
    var text: String
    var range: SourceRange

    var expression: Expression? {
      switch test {
      case .onceIf(let expression), .expression(let expression): expression
      case .always, .once: nil
      }
    }
  }

  /// Kinds of things that a body may hold, so that those who look for them can pass over others.
  struct Contents: OptionSet {
    let rawValue: UInt8

    static let declarations = Contents(rawValue: 1)
    static let visits = Contents(rawValue: 2)
  }

  var headers: [Header] = []
  var whens: [When] = []
  var body: [Statement] = []

  /// What the body holds; more than there is where a mistake was passed over.
  var contents: Contents = []

  /// The names of the nodes that jumps and detours lead to, in the order of the file.
  var targets: [(name: String, range: SourceRange)] = []

  /// How many lines, options and items the body holds.
  var lineCount = 0

  /// Whether nothing at all stands between `---` and `===`.
  var isEmpty = false

  /// The place of the first thing in the body.
  var bodyRange: SourceRange?
  var range: SourceRange

  /// Where there is a `when:`, all headers in the order of the file: indices into `headers`, or
  /// negative into `whens`.
  var order: [Int] = []

  init(range: SourceRange) {
    self.range = range
  }

  func first(_ key: String) -> Header? { headers.first { $0.key == key } }
}

/// A parsed source.
struct FileSyntax {
  var tags: [String] = []
  var nodes: [NodeSyntax] = []
}

extension Statement {
  /// Visits a block's statements in source order, those inside others included.
  static func forEach(in block: [Statement], _ visit: (Statement) -> Void) {
    for statement in block {
      visit(statement)
      statement.forEachBlock { forEach(in: $0, visit) }
    }
  }

  /// The expressions of the statement itself, without those of statements inside.
  var expressions: [Expression] {
    switch self {
    case .line(let line): line.expressions
    case .conditional(let statement): statement.clauses.compactMap(\.condition)
    case .once(let statement): statement.condition.map { [$0] } ?? []
    case .options(let group), .lineGroup(let group): group.items.flatMap(\.line.expressions)
    case .set(let statement): [statement.value]
    case .declare(let statement): [statement.value]
    case .enumeration(let statement): statement.cases.compactMap(\.value)
    case .call(let expression): [expression]
    case .transfer(let statement):
      if case .computed(let expression) = statement.target { [expression] } else { [] }
    case .returning, .stop, .mention: []
    case .command(let statement): statement.pieces.expressions
    }
  }
}

extension LineStatement {
  var expressions: [Expression] {
    pieces.expressions + (condition?.expression.map { [$0] } ?? [])
  }
}

extension [TextPiece] {
  var expressions: [Expression] {
    compactMap { piece in
      if case .expression(let expression) = piece { expression } else { nil }
    }
  }
}

import YarnRuntime

/// A run of instructions that begins and ends with nothing on the value stack.
struct CodeStatement {
  /// An option or an item of a line group.
  struct Item {
    var line: String
    var condition: Range<Int>
    var texts: Range<Int>
    var target: Int
  }

  enum Kind {
    case options([Item])
    case lineGroup([Item])
    /// Values, and what takes them.
    case plain(Instruction)
  }

  var kind: Kind
  var start: Int

  /// The instructions that push the values which the last one takes.
  var values: Range<Int>

  /// Where the next statement begins.
  var next: Int
}

extension CodeStatement {
  /// Splits a node's code into statements.
  static func all(in code: [Instruction]) -> [CodeStatement] {
    var statements: [CodeStatement] = []
    var items: [Item] = []
    var start = 0
    var valueStart = 0
    var depth = 0
    var lastSingle = 0
    for (index, instruction) in code.enumerated() {
      if let effect = instruction.stackEffect {
        depth += effect
        if depth == 1 { lastSingle = index + 1 }
        continue
      }
      switch instruction {
      case .option(let id, _, let target), .candidate(let id, _, let target):
        items.append(
          Item(
            line: id, condition: valueStart..<lastSingle, texts: lastSingle..<index,
            target: target))
      default:
        var kind = Kind.plain(instruction)
        if case .showOptions = instruction { kind = .options(items) }
        if case .selectCandidate = instruction { kind = .lineGroup(items) }
        statements.append(
          CodeStatement(kind: kind, start: start, values: valueStart..<index, next: index + 1))
        items = []
        start = index + 1
      }
      valueStart = index + 1
      depth = 0
    }
    return statements
  }
}

extension Instruction {
  /// How many values an instruction of an expression adds; `nil` for all other instructions.
  var stackEffect: Int? {
    switch self {
    case .push, .load, .isUnseen: 1
    case .unary: 0
    case .binary: -1
    case .call(_, let count): 1 - count
    default: nil
    }
  }
}

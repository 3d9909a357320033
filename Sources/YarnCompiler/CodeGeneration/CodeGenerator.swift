import YarnRuntime

/// Turns one node's statements into instructions.
struct CodeGenerator {
  let state: CompilationState
  private(set) var node: CompilationState.NamedNode
  private var lines: LineFinder
  var code: [Instruction] = []
  var facts = NodeFacts()

  /// The lines of the file that the code comes from.
  var marks: [CodeMark] = []

  init(_ state: CompilationState, node: CompilationState.NamedNode) {
    self.state = state
    self.node = node
    lines = LineFinder(state.sources[node.file])
  }

  mutating func emit(_ instruction: Instruction) {
    code.append(instruction)
  }

  /// Notes that the code from here on comes from a place.
  mutating func mark(_ range: SourceRange) {
    marks.append(CodeMark(start: code.count, line: line(range)))
  }

  /// The line of a place in the node's file, counted from 1.
  mutating func line(_ range: SourceRange) -> Int {
    lines.index(of: range.start) + 1
  }

  /// Emits a jump whose target is set later, and gives its place.
  mutating func emitJump(ifFalse: Bool) -> Int {
    code.append(ifFalse ? .jumpIfFalse(-1) : .jump(-1))
    return code.count - 1
  }

  /// Lets a jump, an option or an item lead to the next instruction.
  mutating func land(_ place: Int) {
    let target = code.count
    switch code[place] {
    case .jump: code[place] = .jump(target)
    case .jumpIfFalse: code[place] = .jumpIfFalse(target)
    case .option(let id, let count, _):
      code[place] = .option(id, valueCount: count, target: target)
    case .candidate(let id, let complexity, _):
      code[place] = .candidate(id, complexity: complexity, target: target)
    default: preconditionFailure("only jumps, options and items have targets")
    }
  }

  mutating func generate(_ block: [Statement]) {
    for statement in block { generate(statement) }
  }

  mutating func note(
    _ kind: MentionKind, _ text: String, _ range: SourceRange
  ) {
    let mention = NodeFacts.Mention(text: text, line: line(range))
    switch kind {
    case .jump: facts.jumps.append(mention)
    case .detour: facts.detours.append(mention)
    case .function: facts.functions.append(mention)
    case .command: facts.commands.append(mention)
    }
  }

  /// What a node's facts mention.
  enum MentionKind {
    case jump
    case detour
    case function
    case command
  }

  /// Starts on another node, with the memory that the one before took.
  mutating func start(_ next: CompilationState.NamedNode) {
    if next.file != node.file { lines = LineFinder(state.sources[next.file]) }
    node = next
    code.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    facts = NodeFacts()
    facts.lines.reserveCapacity(next.syntax.lineCount)
  }
}

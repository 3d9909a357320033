import YarnRuntime

/// Turns one node's statements into instructions.
struct CodeGenerator {
  let state: CompilationState
  let node: CompilationState.NamedNode
  var code: [Instruction] = []
  var facts = NodeFacts()

  init(_ state: CompilationState, node: CompilationState.NamedNode) {
    self.state = state
    self.node = node
  }

  mutating func emit(_ instruction: Instruction) {
    code.append(instruction)
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
    _ list: WritableKeyPath<NodeFacts, [NodeFacts.Mention]>, _ text: String,
    _ range: SourceRange
  ) {
    facts[keyPath: list].append(NodeFacts.Mention(text: text, line: state.line(range)))
  }
}

import YarnRuntime

extension CodeGenerator {
  mutating func generate(_ statement: Statement) {
    switch statement {
    case .line(let line): generate(line)
    case .conditional(let statement): generate(statement)
    case .once(let statement): generate(statement)
    case .options(let group): generateOptions(group)
    case .lineGroup(let group): generateLineGroup(group)
    case .set(let statement): generate(statement)
    case .call(let expression):
      mark(expression.range)
      generate(expression)
      emit(.pop)
    case .transfer(let transfer): generate(transfer)
    case .returning: emit(.returnFromNode)
    case .stop: emit(.stop)
    case .command(let command): generate(command)
    case .declare(let declare): noteCalls(in: declare.value)
    case .enumeration, .mention: break
    }
  }

  /// A smart variable's expression has its code elsewhere; its calls belong to this node.
  private mutating func noteCalls(in expression: Expression) {
    var calls: [(String, SourceRange)] = []
    expression.forEach { inner in
      if case .call(let name, _) = inner.kind { calls.append((name, inner.range)) }
    }
    for (name, range) in calls { note(.function, name, range) }
  }

  private mutating func generate(_ statement: IfStatement) {
    var ends: [Int] = []
    for clause in statement.clauses {
      var skip: Int?
      if let condition = clause.condition {
        mark(clause.range)
        generate(condition)
        skip = emitJump(ifFalse: true)
      }
      generate(clause.body)
      if let skip {
        ends.append(emitJump(ifFalse: false))
        land(skip)
      }
    }
    for end in ends { land(end) }
  }

  private mutating func generate(_ statement: OnceStatement) {
    mark(statement.range)
    let key = VariableStorage.onceKey(onceName(statement))
    emit(.isUnseen(key))
    if let condition = statement.condition {
      generate(condition)
      emit(.binary(.and))
    }
    let skip = emitJump(ifFalse: true)
    emit(.markSeen(key))
    generate(statement.body)
    let end = emitJump(ifFalse: false)
    land(skip)
    generate(statement.otherwise)
    land(end)
  }

  /// The name a block is remembered under: it follows the first line with an id of its own, so
  /// that edits elsewhere do not make the block forgotten.
  private mutating func onceName(_ statement: OnceStatement) -> String {
    for line in lines(of: statement.body) {
      if let identity = state.identity(of: line), identity.isExplicit {
        return "block:" + identity.id
      }
    }
    let line = line(statement.range)
    facts.unstableOnceBlocks.append(line)
    let file = state.sources[node.file].name
    return checksumText("'once' statement in file \(file), node \(node.name), line \(line)")
  }

  private mutating func generate(_ statement: SetStatement) {
    guard let name = statement.name else { return }
    mark(statement.range)
    if let operation = statement.operation {
      emit(.load(name))
      generate(statement.value)
      emit(.binary(operation))
    } else {
      generate(statement.value)
    }
    emit(.store(name))
  }

  private mutating func generate(_ transfer: TransferStatement) {
    mark(transfer.range)
    switch transfer.target {
    case .node(let name, let range):
      note(transfer.isDetour ? .detour : .jump, name, range)
      emit(transfer.isDetour ? .detour(name) : .jumpToNode(name))
    case .computed(let expression):
      facts.hasComputedTargets = true
      generate(expression)
      emit(transfer.isDetour ? .detourToComputedNode : .jumpToComputedNode)
    }
  }

  private mutating func generate(_ command: CommandStatement) {
    mark(command.range)
    var texts = [""]
    var shown = ""
    for piece in command.pieces {
      switch piece {
      case .text(let text):
        texts[texts.count - 1] += text
        shown += text
      case .expression(let expression):
        generate(expression)
        shown += "{\(texts.count - 1)}"
        texts.append("")
      }
    }
    note(.command, shown, command.range)
    emit(.command(texts))
  }
}

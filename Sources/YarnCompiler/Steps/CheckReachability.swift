/// Remarks on statements that stand below a jump, a return or a stop of the same block.
func checkReachability(_ state: inout CompilationState) {
  guard state.findsUnreachableCode else { return }
  for node in state.nodes { check(node.syntax.body, &state) }
}

private func check(_ block: [Statement], _ state: inout CompilationState) {
  var isReachable = true
  for statement in block {
    if !isReachable, let range = statement.spokenRange {
      state.report(.unreachableCode, range)
      return
    }
    if statement.endsNode { isReachable = false }
    statement.forEachBlock { check($0, &state) }
  }
}

extension Statement {
  fileprivate var endsNode: Bool {
    switch self {
    case .transfer(let transfer): !transfer.isDetour
    case .returning, .stop: true
    default: false
    }
  }

  /// Where the statement stands; `nil` for declarations, which count wherever they are.
  fileprivate var spokenRange: SourceRange? {
    switch self {
    case .line(let line): line.range
    case .conditional(let statement): statement.clauses.first?.range
    case .once(let statement): statement.range
    case .options(let group), .lineGroup(let group): group.range
    case .set(let statement): statement.range
    case .call(let expression): expression.range
    case .transfer(let transfer): transfer.range
    case .returning(let range), .stop(let range): range
    case .command(let command): command.range
    case .declare, .enumeration, .mention: nil
    }
  }
}

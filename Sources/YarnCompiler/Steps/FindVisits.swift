import YarnRuntime

/// Finds the nodes whose visits must be counted: those that a body names in `visited("…")` or
/// `visited_count("…")`.
///
/// A name that stands only in `when:` headers does not count, as in Yarn Spinner; since the test
/// could then never hold, it is remarked upon.
func findVisits(_ state: inout CompilationState) {
  for node in state.nodes where node.syntax.contents.contains(.visits) {
    Statement.forEach(in: node.syntax.body) { statement in
      for expression in statement.expressions {
        for visit in visits(in: expression) { state.visitedNodes.insert(visit.node) }
      }
    }
  }
  let always = Set(
    state.nodes.filter { $0.syntax.first("tracking")?.value == "always" }.map(\.name))
  for node in state.nodes {
    for when in node.syntax.whens {
      guard let expression = when.expression else { continue }
      for visit in visits(in: expression)
      where !state.visitedNodes.contains(visit.node) && !always.contains(visit.node) {
        state.report(.untrackedVisit(visit.node), visit.range)
      }
    }
  }
}

private func visits(in expression: Expression) -> [(node: String, range: SourceRange)] {
  var found: [(node: String, range: SourceRange)] = []
  expression.forEach { inner in
    guard case .call(let function, let arguments) = inner.kind,
      function == "visited" || function == "visited_count",
      case .literal(.string(let name))? = arguments.first?.kind
    else { return }
    found.append((name, inner.range))
  }
  return found
}

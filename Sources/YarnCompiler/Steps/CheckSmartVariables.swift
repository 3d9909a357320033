/// Reports smart variables whose value depends on itself.
func checkSmartVariables(_ state: inout CompilationState) {
  var uses: [String: [(name: String, range: SourceRange)]] = [:]
  for (name, declaration) in state.variables {
    declaration.smartValue?.forEach { expression in
      if case .variable(let used) = expression.kind {
        uses[name, default: []].append((used, expression.range))
      }
    }
  }
  let smart = Set(uses.keys)
  let names = uses.mapValues { $0.map(\.name) }
  for name in smart.sorted() {
    for use in uses[name] ?? [] where smart.contains(use.name) {
      if reaches(name, from: use.name, names) {
        state.report(.smartVariableLoop(use.name), use.range)
      }
    }
  }
}

private func reaches(_ goal: String, from start: String, _ uses: [String: [String]]) -> Bool {
  var seen: Set<String> = []
  var open = [start]
  while let name = open.popLast() {
    if name == goal { return true }
    if seen.insert(name).inserted { open += uses[name] ?? [] }
  }
  return false
}

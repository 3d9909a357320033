/// Finds the lines that stand directly before options, so that they get the tag `lastline`.
func findLastLines(_ state: inout CompilationState) {
  for node in state.nodes { search(node.syntax.body, &state.lastLines) }
  for key in state.lastLines {
    if let id = state.lineIDs[key]?.id { state.program.lines[id]?.tags.append("lastline") }
  }
}

private func search(_ block: [Statement], _ found: inout Set<Int>) {
  for (index, statement) in block.enumerated() {
    if case .line(let line) = statement, index + 1 < block.count,
      case .options = block[index + 1]
    {
      found.insert(line.key)
    }
    statement.forEachBlock { search($0, &found) }
  }
}

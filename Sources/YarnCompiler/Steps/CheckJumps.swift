/// Remarks on jumps and detours to nodes that no source has.
func checkJumps(_ state: inout CompilationState) {
  let names = Set(state.nodes.map(\.name)).union(state.nodes.map(\.title))
  for file in state.files {
    for node in file.nodes {
      for (name, range) in node.targets where !names.contains(name) {
        let nearest = state.suggestions.nearest(to: name, among: names)
        state.report(.unknownNode(name, nearest: nearest), range)
      }
    }
  }
}

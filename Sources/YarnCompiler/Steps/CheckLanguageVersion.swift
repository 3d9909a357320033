/// Reports features that a project of an old language version cannot use.
func checkLanguageVersion(_ state: inout CompilationState) {
  guard state.languageVersion < 3 else { return }
  for file in state.files {
    for node in file.nodes {
      Statement.forEach(in: node.body) { check($0, &state) }
    }
  }
}

private func check(_ statement: Statement, _ state: inout CompilationState) {
  switch statement {
  case .once(let once): state.report(.languageVersion(feature: "‘once’ blocks"), once.range)
  case .enumeration(let syntax):
    state.report(.languageVersion(feature: "enums"), syntax.range)
  case .lineGroup(let group): state.report(.languageVersion(feature: "line groups"), group.range)
  case .declare(let declare) where state.variables[declare.name]?.smartValue != nil:
    state.report(.languageVersion(feature: "smart variables"), declare.value.range)
  default: break
  }
}

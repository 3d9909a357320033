import YarnRuntime

/// Turns nodes, node groups and smart variables into code; nothing is generated after an error.
func generateCode(_ state: inout CompilationState) {
  guard !state.hasErrors else { return }
  let tracked = state.visitedNodes
  state.program.enumCases = state.enums.mapValues { Set($0.cases.values) }
  for (file, syntax) in state.files.enumerated() where !syntax.tags.isEmpty {
    state.program.fileTags[state.sources[file].name] = syntax.tags
  }
  state.program.nodes.reserveCapacity(state.nodes.count)
  guard let first = state.nodes.first else { return }
  var generator = CodeGenerator(state.withoutSyntax, node: first)
  state.files = []
  for index in state.nodes.indices {
    let node = state.nodes[index]
    let (compiled, member) = compile(node, with: &generator, tracked)
    state.program.nodes[node.name] = compiled
    if let member { state.program.groups[node.title, default: []].append(member) }
    // What has become code is not needed any more, and its memory serves for the next.
    state.nodes[index].syntax.body = []
  }
  addHubs(tracked, &state)
  addSmartVariables(&state)
}

private func compile(
  _ node: CompilationState.NamedNode, with generator: inout CodeGenerator,
  _ tracked: Set<String>
) -> (Node, GroupMember?) {
  generator.start(node)
  var member: GroupMember?
  if node.isGroupMember {
    let onceKey = VariableStorage.onceKey(node.name)
    generator.generateConditions(onceKey: onceKey)
    member = GroupMember(
      node: node.name, complexity: node.syntax.whens.reduce(0) { $0 + $1.complexity },
      onceVariable: node.syntax.whens.contains(where: \.isOnce) ? onceKey : nil,
      condition: generator.code)
    generator.code = []
    generator.marks = []
  }
  generator.generate(node.syntax.body)
  let compiled = Node(
    name: node.name, title: node.title, headers: headers(of: node, &generator),
    sourceName: generator.state.sources[node.file].name, line: generator.line(node.syntax.range),
    facts: generator.facts, isTracked: isTracked(node, tracked), code: generator.code.packed,
    marks: generator.marks.packed)
  return (compiled, member)
}

extension Array {
  /// A copy that takes no more memory than its elements need.
  fileprivate var packed: [Element] { withUnsafeBufferPointer { Array($0) } }
}

private func headers(
  of node: CompilationState.NamedNode, _ generator: inout CodeGenerator
) -> [Header] {
  let order = node.syntax.whens.isEmpty ? Array(node.syntax.headers.indices) : node.syntax.order
  return order.map { index in
    if index >= 0 {
      let header = node.syntax.headers[index]
      return Header(key: header.key, value: header.value, line: generator.line(header.keyRange))
    }
    let when = node.syntax.whens[-1 - index]
    return Header(key: "when", value: when.text, line: generator.line(when.range))
  }
}

private func isTracked(_ node: CompilationState.NamedNode, _ tracked: Set<String>) -> Bool {
  switch node.syntax.first("tracking")?.value {
  case "always": true
  case "never": false
  default: tracked.contains(node.name)
  }
}

private func addHubs(_ tracked: Set<String>, _ state: inout CompilationState) {
  for node in state.nodes where node.isGroupMember && state.program.nodes[node.title] == nil {
    let line = state.line(node.syntax.range)
    state.program.nodes[node.title] = Node(
      name: node.title, title: node.title,
      headers: [Header(key: "title", value: node.title, line: line)],
      sourceName: state.sources[node.file].name, line: line, facts: NodeFacts(),
      isTracked: tracked.contains(node.title), code: [.enterGroup, .returnFromNode])
  }
}

private func addSmartVariables(_ state: inout CompilationState) {
  guard let node = state.nodes.first else { return }
  var generator = CodeGenerator(state.withoutSyntax, node: node)
  for (name, declaration) in state.variables {
    guard let value = declaration.smartValue else { continue }
    generator.start(node)
    generator.generate(value)
    state.program.smartVariables[name] = generator.code.packed
  }
}

extension NodeSyntax.When {
  fileprivate var isOnce: Bool {
    switch test {
    case .once, .onceIf: true
    case .always, .expression: false
    }
  }

  fileprivate var complexity: Int {
    (isOnce ? 1 : 0) + (expression.map { 1 + $0.logicalOperatorCount } ?? 0)
  }
}

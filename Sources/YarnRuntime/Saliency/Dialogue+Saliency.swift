extension Dialogue {
  /// Tells which members of a node group could run at this moment.
  ///
  /// Asking counts as nothing: no visit, no view, and chance stays where it was.
  ///
  /// - Parameters:
  ///   - group: The title of a node group.
  ///   - library: The functions that `when:` headers call.
  /// - Returns: The members whose `when:` headers hold, in source order.
  /// - Throws: `DialogueError.unknownNode` when no node group has this title.
  public func candidates(
    in group: String, using library: Library
  ) throws(DialogueError) -> [Candidate] {
    guard program.groups[group] != nil else { throw .unknownNode(group) }
    var copy = self
    return try copy.runnableMembers(of: group, using: library).map { content in
      Candidate(
        name: content.id, headers: program.nodes[content.id]?.headers ?? [],
        complexity: content.complexity, viewCount: Int(content.viewCount))
    }
  }

  mutating func runnableMembers(
    of group: String, using library: Library
  ) throws(DialogueError) -> [SalientContent] {
    var contents: [SalientContent] = []
    for (index, member) in (program.groups[group] ?? []).enumerated() {
      guard case .bool(true) = try value(of: member.condition, using: library) else { continue }
      contents.append(content(member.node, complexity: member.complexity, index: index))
    }
    return contents
  }

  /// Does the work of a hub: chooses a member and detours into it, or returns at once.
  mutating func enterGroup(using library: Library) throws(DialogueError) {
    guard let group = frames.last?.node, let members = program.groups[group] else {
      preconditionFailure("only the hub of a node group enters it")
    }
    let contents = try runnableMembers(of: group, using: library)
    guard let chosen = saliency.choose(contents, random: &memory.random) else {
      return returnFromNode()
    }
    memory.variables.increment(VariableStorage.viewKey(chosen.id))
    if let once = members[chosen.index].onceVariable { memory.variables[once] = .bool(true) }
    try push(chosen.id)
  }

  mutating func addCandidate(
    _ id: String, complexity: Int, target: Int
  ) throws(DialogueError) {
    guard try popBool("=>") else { return }
    let content = content(id, complexity: complexity, index: lineCandidates.count)
    lineCandidates.append(LineCandidate(content: content, target: target))
  }

  /// Chooses an item of a line group and gives the place of its code; `nil` when none may run.
  mutating func selectCandidate() -> Int? {
    let candidates = lineCandidates
    lineCandidates = []
    guard
      let chosen = saliency.choose(candidates.map(\.content), random: &memory.random)
    else { return nil }
    memory.variables.increment(VariableStorage.viewKey(chosen.id))
    return candidates[chosen.index].target
  }

  private func content(_ id: String, complexity: Int, index: Int) -> SalientContent {
    SalientContent(
      id: id, complexity: complexity,
      viewCount: memory.variables.count(VariableStorage.viewKey(id)), index: index)
  }
}

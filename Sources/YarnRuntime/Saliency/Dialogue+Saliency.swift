extension Dialogue {
  /// Tells which members of a node group could run at this moment.
  ///
  /// Asking counts as nothing: no visit, no view, and chance stays where it was.
  ///
  /// - Parameters:
  ///   - group: The title of a node group.
  ///   - library: The functions that `when:` headers call.
  /// - Returns: The members whose `when:` headers hold, in source order.
  /// - Throws: `DialogueError.Problem.noNodeGroup` when no node group has this title.
  public func candidates(
    in group: String, using library: Library
  ) throws(DialogueError) -> [Candidate] {
    guard program.groups[group] != nil else { throw DialogueError(.noNodeGroup(group)) }
    var copy = self
    return try copy.runnableMembers(of: group, using: library).map { content in
      Candidate(
        name: content.id, headers: program.nodes[content.id]?.headers ?? [],
        complexity: content.complexity,
        viewCount: Int(exactly: content.viewCount.rounded()) ?? 0, score: content.score)
    }
  }

  mutating func runnableMembers(
    of group: String, using library: Library
  ) throws(DialogueError) -> [SalientContent] {
    var contents: [SalientContent] = []
    for (index, member) in (program.groups[group] ?? []).enumerated() {
      guard try isRunnable(member, using: library) else { continue }
      contents.append(content(member.node, complexity: member.complexity, index: index))
    }
    return contents
  }

  private mutating func isRunnable(
    _ member: GroupMember, using library: Library
  ) throws(DialogueError) -> Bool {
    do throws(DialogueError) {
      return try value(of: member.condition, using: library) == .bool(true)
    } catch {
      let node = program.nodes[member.node]
      throw error.located(
        at: node.map { ScriptPlace(node: $0.name, file: $0.sourceName, line: $0.whenLine) })
    }
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
    try push(chosen.id)
    noteView(of: chosen.id)
    if let once = members[chosen.index].onceVariable { memory.variables[once] = .bool(true) }
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
    noteView(of: chosen.id)
    return candidates[chosen.index].target
  }
}

extension Dialogue {
  /// Remembers that content was chosen, and when, as far as the strategy asks for it.
  private mutating func noteView(of content: String) {
    memory.variables.increment(VariableStorage.viewKey(content))
    guard case .fitting = saliency else { return }
    memory.variables.increment(VariableStorage.viewOrderKey)
    memory.variables[VariableStorage.lastViewKey(content)] =
      memory.variables[VariableStorage.viewOrderKey]
  }

  private func content(_ id: String, complexity: Int, index: Int) -> SalientContent {
    let views = memory.variables.count(VariableStorage.viewKey(id))
    var content = SalientContent(id: id, complexity: complexity, viewCount: views, index: index)
    if case .fitting(let situation, let weights) = saliency {
      let lastView = memory.variables.count(VariableStorage.lastViewKey(id))
      let facts = SaliencyScore.Facts(
        complexity: complexity, viewCount: views,
        choicesAgo: lastView > 0
          ? memory.variables.count(VariableStorage.viewOrderKey) - lastView : nil
      ) { header($0, ofContent: id) }
      content.score = SaliencyScore(facts, in: situation, weights)
    }
    return content
  }

  /// What a node says in a header, or an item of a line group in a hashtag such as `#depth:mid`.
  private func header(_ key: String, ofContent id: String) -> String? {
    if let node = program.nodes[id] { return node.header(key) }
    let start = key + ":"
    return program.lines[id]?.tags.first { $0.hasPrefix(start) }.map {
      String($0.dropFirst(start.count))
    }
  }
}

extension Node {
  /// The line of the first `when:` header.
  fileprivate var whenLine: Int { headers.first { $0.key == "when" }?.line ?? line }
}

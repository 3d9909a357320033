extension Dialogue {
  static var deepestStack: Int { 256 }

  /// Makes a node ready to run.
  func link(_ node: String) throws(DialogueError) -> LinkedNode {
    guard let linked = links.node(node, in: program, language: language) else {
      throw DialogueError(.unknownNode(node))
    }
    return linked
  }

  /// Starts a node on top of the running ones.
  mutating func push(_ node: String) throws(DialogueError) {
    let linked = try link(node)
    guard frames.count < Self.deepestStack else {
      throw DialogueError(.stackOverflow(node: node))
    }
    frames.append(Frame(linked))
    queue.append(.nodeStarted(node))
  }

  /// Ends every running node and starts another.
  mutating func jump(to node: String) throws(DialogueError) {
    let linked = try link(node)
    countVisit()
    completeAll()
    frames.append(Frame(linked))
    queue.append(.nodeStarted(node))
  }

  /// Ends the innermost node and goes on in the one below, or ends the dialogue.
  mutating func returnFromNode() {
    countVisit()
    if let frame = frames.popLast() { queue.append(.nodeCompleted(frame.node)) }
    if let outer = frames.last {
      queue.append(.nodeStarted(outer.node))
    } else {
      queue.append(.dialogueCompleted)
    }
  }

  mutating func stop() {
    completeAll()
    queue.append(.dialogueCompleted)
  }

  private mutating func completeAll() {
    for frame in frames.reversed() { queue.append(.nodeCompleted(frame.node)) }
    frames.removeAll(keepingCapacity: true)
  }

  private mutating func countVisit() {
    guard let code = frames.last?.code, code.isTracked else { return }
    memory.variables.increment(VariableStorage.visitKey(code.name))
  }
}

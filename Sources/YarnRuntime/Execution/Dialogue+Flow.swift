extension Dialogue {
  static var deepestStack: Int { 256 }

  /// Starts a node on top of the running ones.
  mutating func push(_ node: String) throws(DialogueError) {
    guard program.nodes[node] != nil else { throw .unknownNode(node) }
    guard frames.count < Self.deepestStack else { throw .stackOverflow(node: node) }
    frames.append(Frame(node: node))
    queue.append(.nodeStarted(node))
  }

  /// Ends every running node and starts another.
  mutating func jump(to node: String) throws(DialogueError) {
    guard program.nodes[node] != nil else { throw .unknownNode(node) }
    countVisit()
    completeAll()
    frames = [Frame(node: node)]
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
    frames = []
  }

  private mutating func countVisit() {
    guard let name = frames.last?.node, program.nodes[name]?.isTracked == true else { return }
    memory.variables.increment(VariableStorage.visitKey(name))
  }
}

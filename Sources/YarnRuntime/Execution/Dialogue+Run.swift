extension Dialogue {
  /// Runs instructions until there is something to tell the host.
  mutating func run(using library: Library) throws(DialogueError) -> Event {
    values.removeAll(keepingCapacity: true)
    if !lineCandidates.isEmpty { lineCandidates = [] }
    smartReadings = 0
    while queue.isEmpty, let code = frames.last?.code {
      guard silentMoves < Self.longestSilence else {
        throw DialogueError(.endlessLoop(node: code.name), at: place)
      }
      if let event = try runNode(code, using: library) {
        silentMoves = 0
        return event
      }
      silentMoves += 1
    }
    guard !queue.isEmpty else { throw DialogueError(.notRunning) }
    return queue.removeFirst()
  }

  /// Runs the innermost node, and tells where it stood when something goes wrong.
  private mutating func runNode(
    _ node: LinkedNode, using library: Library
  ) throws(DialogueError) -> Event? {
    let top = frames.count - 1
    var counter = frames[top].programCounter
    do throws(DialogueError) {
      return try runNode(node, top, &counter, using: library)
    } catch {
      frames[top].programCounter = counter
      throw error.located(at: place)
    }
  }

  /// Runs the innermost node until an event, or until another node is the innermost.
  private mutating func runNode(
    _ node: LinkedNode, _ top: Int, _ counter: inout Int, using library: Library
  ) throws(DialogueError) -> Event? {
    while counter < node.code.count {
      let index = counter
      counter += 1
      switch node.code[index] {
      case .jump(let target):
        counter = target
      case .jumpIfFalse(let target):
        if !(try popBool("if")) { counter = target }
      case .line(_, let valueCount):
        frames[top].programCounter = counter
        guard let speech = node.speech[index] else { continue }
        return speech.constant ?? .line(speech.line(with: popTexts(valueCount)))
      case .command(let pieces):
        frames[top].programCounter = counter
        guard let speech = node.speech[index] else { continue }
        return speech.constant ?? .command(speech.command(with: popTexts(pieces.count - 1)))
      case .option(_, let valueCount, let target):
        guard let speech = node.speech[index] else { continue }
        let line = speech.line(with: popTexts(valueCount))
        frames[top].options.append(
          PendingOption(line: line, isAvailable: try popBool("if"), target: target))
      case .showOptions:
        frames[top].programCounter = counter
        return offer(frames[top].options)
      case .candidate(let id, let complexity, let target):
        try addCandidate(id, complexity: complexity, target: target)
      case .selectCandidate:
        if let target = selectCandidate() { counter = target }
      case .enterGroup, .jumpToNode, .jumpToComputedNode, .detour, .detourToComputedNode,
        .returnFromNode, .stop:
        frames[top].programCounter = counter
        try changeNode(node.code[index], using: library)
        return nil
      case .markSeen(let key):
        memory.variables[key] = .bool(true)
      case .push, .load, .store, .unary, .binary, .call, .pop, .isUnseen:
        try evaluate(node.code[index], using: library)
      }
    }
    frames[top].programCounter = counter
    returnFromNode()
    return nil
  }

  private mutating func changeNode(
    _ instruction: Instruction, using library: Library
  ) throws(DialogueError) {
    switch instruction {
    case .jumpToNode(let node): try jump(to: node)
    case .jumpToComputedNode: try jump(to: try popString("jump"))
    case .detour(let node): try push(node)
    case .detourToComputedNode: try push(try popString("detour"))
    case .enterGroup: try enterGroup(using: library)
    case .stop: stop()
    default: returnFromNode()
    }
  }
}

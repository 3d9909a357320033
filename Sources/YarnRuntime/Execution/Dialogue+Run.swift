extension Dialogue {
  /// Runs instructions until there is something to tell the host.
  mutating func run(using library: Library) throws(DialogueError) -> Event {
    values = []
    lineCandidates = []
    while queue.isEmpty, let frame = frames.last {
      guard silentMoves < Self.longestSilence else { throw .endlessLoop(node: frame.node) }
      guard let code = program.nodes[frame.node]?.code else { throw .unknownNode(frame.node) }
      if let event = try runNode(code, using: library) {
        silentMoves = 0
        return event
      }
      silentMoves += 1
    }
    guard !queue.isEmpty else { throw .notRunning }
    return queue.removeFirst()
  }

  /// Runs the innermost node until an event, or until another node is the innermost.
  private mutating func runNode(
    _ code: [Instruction], using library: Library
  ) throws(DialogueError) -> Event? {
    let top = frames.count - 1
    while true {
      let counter = frames[top].programCounter
      guard counter < code.count else {
        returnFromNode()
        return nil
      }
      frames[top].programCounter = counter + 1
      switch code[counter] {
      case .jump(let target):
        frames[top].programCounter = target
      case .jumpIfFalse(let target):
        if !(try popBool("if")) { frames[top].programCounter = target }
      case .line(let id, let valueCount):
        return .line(makeLine(id, popTexts(valueCount)))
      case .command(let pieces):
        return .command(Command(text: weave(pieces, popTexts(pieces.count - 1))))
      case .option(let id, let valueCount, let target):
        let line = makeLine(id, popTexts(valueCount))
        frames[top].options.append(
          PendingOption(line: line, isAvailable: try popBool("if"), target: target))
      case .showOptions:
        return try next(using: library)
      case .candidate(let id, let complexity, let target):
        try addCandidate(id, complexity: complexity, target: target)
      case .selectCandidate:
        if let target = selectCandidate() { frames[top].programCounter = target }
      case .enterGroup, .jumpToNode, .jumpToComputedNode, .detour, .detourToComputedNode,
        .returnFromNode, .stop:
        try changeNode(code[counter], using: library)
        return nil
      case .markSeen(let key):
        memory.variables[key] = .bool(true)
      case .push, .load, .store, .unary, .binary, .call, .pop, .isUnseen:
        try evaluate(code[counter], using: library)
      }
    }
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

  private func weave(_ pieces: [String], _ texts: [String]) -> String {
    var result = pieces.first ?? ""
    for (piece, text) in zip(pieces.dropFirst(), texts) { result += text + piece }
    return result
  }

  private func makeLine(_ id: String, _ texts: [String]) -> Line {
    guard let entry = program.lines[id] else {
      preconditionFailure("the code names a line that the string table lacks")
    }
    let source = entry.shadowOf.flatMap { program.lines[$0] } ?? entry
    return Line(
      id: id, pieces: source.pieces, values: texts, tags: entry.tags, locale: locale)
  }
}

extension Dialogue {
  /// Goes on with a dialogue that was saved.
  ///
  /// ``SavedDialogue/resumption(in:)`` tells beforehand where that will be. Where options waited,
  /// ``waitingOptions`` has them again, or ``next(using:)`` offers them once more when their node
  /// was edited.
  ///
  /// - Parameters:
  ///   - program: The scripts, which may have been edited since.
  ///   - saved: The state that ``saved`` gave.
  ///   - locale: The language of the texts; without one the language of the program.
  ///   - replacements: What the host puts in the place of tags in the texts.
  /// - Throws: ``RestoringError`` when a node is gone or the state cannot be read.
  public init(
    program: Program, restoring saved: SavedDialogue, locale: String? = nil,
    replacements: MarkupReplacements = MarkupReplacements()
  ) throws(RestoringError) {
    let plan = try RestoringPlan(saved, program)
    self.init(
      program: program, seed: 0, saliency: saved.saliency, locale: locale,
      replacements: replacements)
    memory = saved.memory
    for name in plan.resumption.forgottenVariables { memory.variables[name] = nil }
    for frame in plan.frames {
      guard let code = links.node(frame.node, in: program, language: language) else {
        throw .unknownNode(frame.node)
      }
      frames.append(try Frame(frame, code))
    }
    silentMoves = saved.silentMoves
    if case .restarted(let node) = plan.resumption.position {
      queue = [.nodeStarted(node)]
    } else {
      queue = saved.queue.map(\.event)
      areOptionsDelivered = saved.areOptionsDelivered && frames.last?.options.isEmpty == false
    }
  }
}

extension SavedDialogue {
  /// Tells how the dialogue would go on with a program.
  ///
  /// - Throws: ``RestoringError`` when it cannot go on at all.
  public func resumption(in program: Program) throws(RestoringError) -> Resumption {
    try RestoringPlan(self, program).resumption
  }
}

/// Where each running node of a saved dialogue goes on.
private struct RestoringPlan {
  var frames: [SavedFrame] = []
  var resumption = Resumption(position: .same, forgottenVariables: [])

  init(_ saved: SavedDialogue, _ program: Program) throws(RestoringError) {
    guard saved.format <= SavedDialogue.currentFormat else { throw .newerFormat(saved.format) }
    resumption.forgottenVariables = program.misfits(in: saved.memory.variables)
    var edited: [String] = []
    for frame in saved.frames {
      guard let node = program.nodes[frame.node] else { throw .unknownNode(frame.node) }
      if CodeDigest(node.code).value == frame.digest {
        guard
          node.code.indices.contains(frame.programCounter)
            || frame.programCounter == node.code.count
        else { throw .damaged }
        frames.append(frame)
        continue
      }
      guard let found = frame.found(in: node.code, program) else {
        // What ran inside this node comes again when the node does.
        frames.append(frame.restarted)
        resumption.position = .restarted(node: frame.node)
        return
      }
      if !edited.contains(frame.node) { edited.append(frame.node) }
      frames.append(found)
    }
    if !edited.isEmpty { resumption.position = .found(edited: edited) }
  }
}

extension SavedFrame {
  /// The same node from its start.
  fileprivate var restarted: SavedFrame {
    var frame = self
    frame.programCounter = 0
    frame.options = []
    return frame
  }

  /// The same place in code that was edited; `nil` when it is gone, or when its line has an id
  /// that edits change, so that it may be another line.
  fileprivate func found(in code: [Instruction], _ program: Program) -> SavedFrame? {
    let table = AnchorTable(code)
    var frame = self
    frame.options = []
    if !options.isEmpty {
      let known = options.map(\.id).first { isStable($0, program) && table.groupStarts[$0] != nil }
      guard let position = known.flatMap({ table.groupStarts[$0] }) else { return nil }
      frame.programCounter = position
      return frame
    }
    if let id = anchor.id, !isStable(id, program) { return nil }
    guard let position = table.position(of: anchor, events: events) else { return nil }
    frame.programCounter = position
    return frame
  }

  private func isStable(_ id: String, _ program: Program) -> Bool {
    program.lines[id]?.isImplicit == false
  }
}

extension Frame {
  /// Takes a saved place in code that is the one it was saved with.
  fileprivate init(_ saved: SavedFrame, _ code: LinkedNode) throws(RestoringError) {
    self.init(code)
    programCounter = saved.programCounter
    for option in saved.options {
      var found: PendingOption?
      for (index, instruction) in code.code.enumerated() {
        guard case .option(option.id, let valueCount, let target) = instruction,
          valueCount == option.values.count, let speech = code.speech[index]
        else { continue }
        found = PendingOption(
          line: speech.line(with: option.values), isAvailable: option.isAvailable, target: target)
      }
      guard let found else { throw .damaged }
      options.append(found)
    }
  }
}

extension Program {
  /// The variables whose values no longer have the type that the scripts give them.
  fileprivate func misfits(in storage: VariableStorage) -> [String] {
    storage.values.compactMap { name, value in
      guard let type = variableTypes[name] else { return nil }
      return problem(with: value, for: name, of: type) == nil ? nil : name
    }.sorted()
  }
}

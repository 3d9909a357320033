import YarnRuntime

extension Exploration {
  init(of walk: Walk, from entries: [String], isComplete: Bool) {
    let reading = WalkReading(walk: walk, isComplete: isComplete)
    let found = reading.faults + reading.unreached
    self.init(
      entries: entries, states: walk.keys.count, isComplete: isComplete,
      nodes: reading.nodes, options: reading.options, lines: reading.lines,
      guessed: walk.evaluation.calls.inexactNames,
      findings: found.sorted {
        ($0.file, $0.line, $0.kind.rawValue, $0.message)
          < ($1.file, $1.line, $1.kind.rawValue, $1.message)
      })
  }
}

/// Reads out of a walk what its author wants to know.
private struct WalkReading {
  let walk: Walk
  let isComplete: Bool
  let lineIndices: [String: Int]
  let realNodes: [Node]

  init(walk: Walk, isComplete: Bool) {
    self.walk = walk
    self.isComplete = isComplete
    var indices: [String: Int] = [:]
    for (index, id) in walk.lowered.lineIDs.enumerated() { indices[id] = index }
    lineIndices = indices
    let program = walk.lowered.program
    realNodes = program.nodes.values.filter { !program.groupTitles.contains($0.name) }
      .sorted { ($0.sourceName, $0.line) < ($1.sourceName, $1.line) }
  }

  var program: Program { walk.lowered.program }

  func isEntered(_ name: String) -> Bool {
    walk.lowered.nodeIndices[name].map { walk.coverage.nodes[$0] } ?? false
  }

  func isReached(_ spoken: NodeFacts.SpokenLine) -> Bool {
    guard let index = lineIndices[spoken.id] else { return false }
    return spoken.role == .option ? walk.coverage.options[index] : walk.coverage.lines[index]
  }

  var nodes: Exploration.Tally {
    .init(reached: realNodes.count { isEntered($0.name) }, total: realNodes.count)
  }

  var options: Exploration.Tally { tally { $0.role == .option } }
  var lines: Exploration.Tally { tally { $0.role != .option } }

  private func tally(_ counts: (NodeFacts.SpokenLine) -> Bool) -> Exploration.Tally {
    var tally = Exploration.Tally(reached: 0, total: 0)
    for node in realNodes {
      for spoken in node.facts.lines where counts(spoken) {
        tally.total += 1
        if isReached(spoken) { tally.reached += 1 }
      }
    }
    return tally
  }
}

extension WalkReading {
  /// What was not come to; lines and options only in nodes that were.
  var unreached: [ExplorationFinding] {
    var findings: [ExplorationFinding] = []
    for title in program.groupTitles where !isEntered(title) {
      guard let hub = program.nodes[title] else { continue }
      findings.append(finding(.nodeNeverReached, hub, hub.line, "the node group ‘\(title)’"))
    }
    for node in realNodes {
      guard isEntered(node.name) else {
        if node.title == node.name || program.groups[node.title] == nil {
          findings.append(finding(.nodeNeverReached, node, node.line, "the node ‘\(node.name)’"))
        } else if isEntered(node.title) {
          findings.append(
            finding(.memberNeverSelected, node, node.line, "the node ‘\(node.name)’"))
        }
        continue
      }
      for spoken in node.facts.lines where !isReached(spoken) {
        findings.append(unreached(spoken, in: node))
      }
    }
    return findings
  }

  private func unreached(
    _ spoken: NodeFacts.SpokenLine, in node: Node
  ) -> ExplorationFinding {
    let text = program.lines[spoken.id].map { $0.shadowOf.flatMap { program.lines[$0] } ?? $0 }
    let kind = spoken.role == .option ? ExplorationFinding.Kind.optionNeverChosen : .lineNeverSaid
    let what = spoken.role == .option ? "the option" : "the line"
    var finding = finding(kind, node, spoken.line, "\(what) ‘\(text?.text ?? "")’")
    finding.lineID = spoken.id
    return finding
  }

  private func finding(
    _ kind: ExplorationFinding.Kind, _ node: Node, _ line: Int, _ what: String
  ) -> ExplorationFinding {
    let verb =
      switch kind {
      case .nodeNeverReached: "reached"
      case .memberNeverSelected: "selected"
      case .optionNeverChosen: "chosen"
      default: "said"
      }
    return ExplorationFinding(
      kind: kind, file: node.sourceName, line: line, node: node.name,
      message: isComplete ? "\(what) is never \(verb)" : "\(what) was not \(verb) so far",
      path: nil)
  }

  /// What the walk ran into.
  var faults: [ExplorationFinding] {
    walk.findings.entries.compactMap { entry in
      let name = walk.lowered.nodes[entry.node].name
      guard let node = program.nodes[name] else { return nil }
      let (kind, message) = entry.problem.wording
      return ExplorationFinding(
        kind: kind, file: node.sourceName, line: entry.line, node: name, message: message,
        path: path(to: entry.place))
    }
  }

  private func path(to place: Int) -> ExplorationPath {
    var path = ExplorationPath(entry: "", steps: [])
    for step in walk.trail.path(to: place) {
      switch step {
      case .start(let node): path.entry = walk.lowered.nodes[node].name
      case .choose(let number, let line):
        path.steps.append(.choose(number, text: text(line)))
      case .decline: path.steps.append(.decline)
      case .assume(let call, let value):
        let value = walk.lowered.pool.value(value)
        var text = value.text
        if case .string = value { text = "\"\(text)\"" }
        path.steps.append(
          .assume(
            call: walk.evaluation.calls.text(of: call, walk.lowered.pool), value: text))
      case .select(let node): path.steps.append(.select(node: walk.lowered.nodes[node].name))
      case .selectLine(let line): path.steps.append(.selectLine(text: text(line)))
      }
    }
    return path
  }

  private func text(_ line: Int) -> String {
    let entry = program.lines[walk.lowered.lineIDs[line]]
    return (entry?.shadowOf.flatMap { program.lines[$0] } ?? entry)?.text ?? ""
  }
}

extension FindingLog.Problem {
  /// What kind of fault it is, and what is wrong in words.
  fileprivate var wording: (ExplorationFinding.Kind, String) {
    switch self {
    case .failure(let problem): (.failure, "\(problem)")
    case .endlessLoop(let node):
      (.endlessLoop, "the node ‘\(node)’ comes round again for ever without a line")
    case .neverAsks(let node):
      (.neverAsks, "the node ‘\(node)’ comes round again for ever without an option")
    case .noOption: (.noOption, "none of the options is available")
    case .readBeforeSet(let variable):
      (.readBeforeSet, "the variable ‘\(variable)’ is read before anything declares or sets it")
    case .unknownCommand(let name): (.unknownCommand, "the host has no command ‘\(name)’")
    }
  }
}

import YarnRuntime

/// Walks through everything that scripts can lead to, and tells what they never lead to.
///
/// The walk goes breadth first by choices, so the first path to anything has the fewest. It looks
/// at what *may* happen: functions of the host may answer anything that makes a difference, random
/// numbers may fall anywhere, and salience may choose any item whose conditions hold. What it calls
/// never reached is never reached whatever the host does, as long as the walk came to its end;
/// a path it gives may need answers that a certain host never gives.
public struct Explorer: Sendable {
  /// How far a walk has got.
  public struct Progress: Sendable {
    /// How many different states were seen.
    public var states: Int

    /// How many choices lie before the states at hand.
    public var choices: Int
  }

  /// The scripts.
  public let program: Program

  /// What the program that runs the scripts is taken to do.
  public var host: HostModel

  /// The functions that work as they would in play; all others may answer anything.
  public var library: Library

  /// How many states are looked at before the walk is given up.
  public var mostStates = 1_000_000

  /// Creates an explorer.
  ///
  /// - Parameters:
  ///   - program: The compiled scripts.
  ///   - host: What the program that runs the scripts is taken to do.
  ///   - library: The functions that work as they would in play.
  public init(_ program: Program, host: HostModel = HostModel(), library: Library = Library()) {
    self.program = program
    self.host = host
    self.library = library
  }

  /// The nodes that a walk starts from when none are named: `Start`, or else every node that no
  /// jump, detour or command leads to.
  public var defaultEntries: [String] {
    if program.nodes["Start"] != nil { return ["Start"] }
    var led = Set(host.detouringCommands.values)
    for title in program.groupTitles { led.formUnion(program.members(of: title)) }
    for node in program.nodes.values {
      for mention in node.facts.jumps + node.facts.detours where mention.text != node.name {
        led.insert(mention.text)
      }
    }
    let nodes = program.nodes.values.sorted {
      ($0.sourceName, $0.line, $0.name) < ($1.sourceName, $1.line, $1.name)
    }
    let free = nodes.map(\.name).filter { !led.contains($0) }
    return free.isEmpty ? nodes.prefix(1).map(\.name) : free
  }

  /// Walks until everything was seen, or until a bound is reached.
  ///
  /// - Parameters:
  ///   - entries: The nodes to start from; without any, ``defaultEntries``.
  ///   - goesOn: Is asked every thousand steps; `false` gives the walk up. A host that limits the
  ///     time reads its clock here.
  /// - Returns: What was found.
  /// - Throws: `DialogueError` with `unknownNode` when an entry does not exist.
  public func explore(
    from entries: [String] = [], while goesOn: (Progress) -> Bool = { _ in true }
  ) throws(DialogueError) -> Exploration {
    let entries = entries.isEmpty ? defaultEntries : entries
    var walk = Walk(program, library: library, host: host)
    for entry in entries {
      guard let node = walk.lowered.nodeIndices[entry] else {
        throw DialogueError(.unknownNode(entry))
      }
      walk.begin(at: node)
    }
    var steps = 0
    var isComplete = true
    while walk.step() {
      steps += 1
      if walk.keys.count >= mostStates {
        isComplete = walk.frontier.isEmpty
        break
      }
      let progress = Progress(states: walk.keys.count, choices: walk.frontier.depth)
      if steps % 1000 == 0, !goesOn(progress) {
        isComplete = walk.frontier.isEmpty
        break
      }
    }
    return Exploration(of: walk, from: entries, isComplete: isComplete)
  }
}

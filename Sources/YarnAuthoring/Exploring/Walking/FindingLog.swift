import YarnRuntime

/// What a walk ran into, each fault once, with the place in the trail where it first did.
struct FindingLog {
  enum Problem: Equatable {
    case failure(DialogueError.Problem)
    case endlessLoop(node: String)
    case neverAsks(node: String)
    case noOption
    case readBeforeSet(variable: String)
    case unknownCommand(String)
  }

  struct Entry {
    var problem: Problem
    var node: Int
    var line: Int
    var place: Int
  }

  private(set) var entries: [Entry] = []
  private var known: Set<String> = []

  /// Notes a fault, unless it was found in the same place before.
  mutating func add(_ problem: Problem, node: Int, line: Int, place: Int) {
    guard known.insert("\(node) \(line) \(problem)").inserted else { return }
    entries.append(Entry(problem: problem, node: node, line: line, place: place))
  }
}

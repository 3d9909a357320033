/// What a walk has come to.
struct Coverage {
  private(set) var nodes: [Bool]
  private(set) var lines: [Bool]
  private(set) var options: [Bool]
  private(set) var members: [Bool]

  init(_ lowered: LoweredProgram) {
    nodes = Array(repeating: false, count: lowered.nodes.count)
    members = nodes
    lines = Array(repeating: false, count: lowered.lineIDs.count)
    options = lines
  }

  mutating func enter(_ node: Int) { nodes[node] = true }

  mutating func select(_ node: Int) {
    members[node] = true
    nodes[node] = true
  }

  mutating func say(_ line: Int) { lines[line] = true }

  mutating func choose(_ option: Int) { options[option] = true }
}

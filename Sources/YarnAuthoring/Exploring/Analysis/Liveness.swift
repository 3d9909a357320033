/// Which cells can still be read, at each operation of each node.
///
/// Two states that differ only in cells that are never read again lead to the same words, so the
/// walk takes them for one.
struct Liveness {
  /// The most words of memory that the sets may take; above it every cell counts as live.
  static let mostWords = 16_000_000

  private(set) var sets: [[CellSet]] = []
  private let lowered: LoweredProgram
  private var entries: [CellSet] = []
  private let all: CellSet
  private let answers: CellSet
  private var reads: [CellSet?]

  init(_ lowered: LoweredProgram) {
    self.lowered = lowered
    let count = lowered.initial.count
    let empty = CellSet(count: count)
    var all = empty
    var answers = empty
    for cell in 0..<count { all.insert(cell) }
    for cell in lowered.firstAnswer..<count { answers.insert(cell) }
    self.all = all
    self.answers = answers
    reads = Array(repeating: nil, count: lowered.expressions.count)
    let operationCount = lowered.nodes.reduce(0) { $0 + $1.operations.count }
    guard operationCount * empty.words.count <= Self.mostWords else {
      sets = lowered.nodes.map { Array(repeating: all, count: $0.operations.count) }
      return
    }
    sets = lowered.nodes.map { Array(repeating: empty, count: $0.operations.count) }
    entries = Array(repeating: empty, count: lowered.nodes.count)
    settle(empty)
  }

  /// The cells that are live where a node goes on.
  func words(node: Int, operation: Int) -> [UInt64] { sets[node][operation].words }
}

extension Liveness {
  private mutating func settle(_ empty: CellSet) {
    let dependents = dependents()
    var waiting = Array(lowered.nodes.indices)
    var isWaiting = Array(repeating: true, count: lowered.nodes.count)
    while let node = waiting.popLast() {
      isWaiting[node] = false
      refresh(node, empty)
      guard let entry = sets[node].first, entry != entries[node] else { continue }
      entries[node] = entry
      for other in dependents[node] where !isWaiting[other] {
        isWaiting[other] = true
        waiting.append(other)
      }
    }
  }

  private mutating func refresh(_ node: Int, _ empty: CellSet) {
    var next = empty
    for index in lowered.nodes[node].operations.indices.reversed() {
      next = before(lowered.nodes[node].operations[index], next, node, empty)
      sets[node][index] = next
    }
  }

  private mutating func before(
    _ operation: Operation, _ next: CellSet, _ node: Int, _ empty: CellSet
  ) -> CellSet {
    var live = next
    switch operation {
    case .say: break
    case .test(let expression, let target):
      live.formUnion(sets[node][target])
      live.formUnion(cells(readBy: expression))
    case .jump(let target): live = sets[node][target]
    case .check(let expression): live.formUnion(cells(readBy: expression))
    case .store(let cell, let expression):
      live.remove(cell)
      live.formUnion(cells(readBy: expression))
    case .mark(let cell): live.remove(cell)
    case .command(_, let expressions):
      // What the host runs in answer may read anything.
      if lowered.nodes[node].commandsRunNodes { live = all }
      live.subtract(answers)
      for expression in expressions { live.formUnion(cells(readBy: expression)) }
    case .options(let group):
      live = sets[node][lowered.groups[group].next]
      for branch in lowered.groups[group].branches { live.formUnion(sets[node][branch.target]) }
      live.subtract(answers)
      readConditions(group, &live)
    case .lineGroup(let group):
      live = sets[node][lowered.groups[group].next]
      for branch in lowered.groups[group].branches { live.formUnion(sets[node][branch.target]) }
      readConditions(group, &live)
    case .nodeGroup(let group):
      for branch in lowered.groups[group].branches {
        if let member = branch.node { live.formUnion(entries[member]) }
      }
      readConditions(group, &live)
    case .jumpToNode(let target): live = entries[target]
    case .detour(let target): live.formUnion(entries[target])
    case .jumpToComputed, .detourToComputed: live = all
    case .jumpToUnknown, .detourToUnknown, .returnFromNode, .stop: live = empty
    }
    return live
  }

  private mutating func readConditions(_ group: Int, _ live: inout CellSet) {
    for branch in lowered.groups[group].branches {
      if let condition = branch.condition { live.formUnion(cells(readBy: condition)) }
      if let texts = branch.texts { live.formUnion(cells(readBy: texts)) }
    }
  }

  private mutating func cells(readBy expression: Int) -> CellSet {
    if let known = reads[expression] { return known }
    var set = CellSet(count: lowered.initial.count)
    reads[expression] = set
    for step in lowered.expressions[expression].steps {
      switch step {
      case .load(let cell), .loadUndeclared(let cell, _), .host(let cell, _, _),
        .visits(let cell), .hasVisited(let cell), .isUnseen(let cell):
        set.insert(cell)
      case .smart(let index): set.formUnion(cells(readBy: lowered.smartExpressions[index]))
      case .hasContent, .hostComputed, .visitsComputed: set = all
      case .push, .unary, .binary, .standard, .anything, .chance: break
      }
    }
    reads[expression] = set
    return set
  }

  /// The nodes that lead straight to a node.
  private func dependents() -> [[Int]] {
    var result: [[Int]] = Array(repeating: [], count: lowered.nodes.count)
    for (index, node) in lowered.nodes.enumerated() {
      for operation in node.operations {
        switch operation {
        case .jumpToNode(let target), .detour(let target): result[target].append(index)
        case .nodeGroup(let group):
          for branch in lowered.groups[group].branches {
            if let member = branch.node { result[member].append(index) }
          }
        default: break
        }
      }
    }
    return result
  }
}

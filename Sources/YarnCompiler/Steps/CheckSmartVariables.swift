/// Reports smart variables whose value depends on itself, or on too long a chain of others.
func checkSmartVariables(_ state: inout CompilationState) {
  var uses: [String: [(name: String, range: SourceRange)]] = [:]
  for (name, declaration) in state.variables {
    declaration.smartValue?.forEach { expression in
      if case .variable(let used) = expression.kind {
        uses[name, default: []].append((used, expression.range))
      }
    }
  }
  let names = uses.keys.sorted()
  var search = LoopSearch(uses: uses.mapValues { $0.map(\.name) })
  for name in names { search.visit(name) }
  for name in names {
    for use in uses[name] ?? [] where search.isLoop(from: name, to: use.name) {
      state.report(.smartVariableLoop(use.name), use.range)
      state.circularNames.append(use.name)
    }
  }
  guard search.deepest >= LoopSearch.greatestDepth else { return }
  for name in names where search.depths[name] == LoopSearch.greatestDepth {
    guard let range = state.variables[name]?.range else { continue }
    let what = "‘\(name)’ hangs on too long a chain of smart variables; shorten it"
    state.report(.nestedTooDeeply(what), range)
  }
}

/// Finds the variables that depend on each other (Tarjan 1972, without recursion, so that long
/// chains do not matter).
private struct LoopSearch {
  /// How long a chain of smart variables may be.
  static let greatestDepth = 500

  let uses: [String: [String]]
  private var numbers: [String: Int] = [:]
  private var lowest: [String: Int] = [:]
  private var loops: [String: Int] = [:]
  private var path: [String] = []
  private var isOnPath: Set<String> = []
  private(set) var depths: [String: Int] = [:]
  private(set) var deepest = 0

  init(uses: [String: [String]]) {
    self.uses = uses
  }

  func isLoop(from name: String, to used: String) -> Bool {
    uses[used] != nil && loops[name] == loops[used]
      && (name == used || loops[name] != nil)
  }

  mutating func visit(_ start: String) {
    guard numbers[start] == nil else { return }
    var open: [(name: String, next: Int)] = []
    enter(start, &open)
    while let (name, next) = open.last {
      let used = uses[name] ?? []
      if next == used.count {
        open.removeLast()
        leave(name, parent: open.last?.name)
        continue
      }
      open[open.count - 1].next += 1
      let other = used[next]
      if uses[other] == nil { continue }
      if let number = numbers[other] {
        if isOnPath.contains(other) { lower(name, to: number) }
        deepen(name, below: other)
      } else {
        enter(other, &open)
      }
    }
  }

  private mutating func enter(_ name: String, _ open: inout [(name: String, next: Int)]) {
    lowest[name] = numbers.count
    numbers[name] = numbers.count
    path.append(name)
    isOnPath.insert(name)
    open.append((name, 0))
  }

  private mutating func leave(_ name: String, parent: String?) {
    if lowest[name] == numbers[name] {
      while let member = path.popLast() {
        isOnPath.remove(member)
        loops[member] = numbers[name]
        if member == name { break }
      }
    }
    if let parent {
      if isOnPath.contains(name) { lower(parent, to: lowest[name] ?? 0) }
      deepen(parent, below: name)
    }
  }

  private mutating func lower(_ name: String, to number: Int) {
    lowest[name] = min(lowest[name] ?? number, number)
  }

  private mutating func deepen(_ name: String, below other: String) {
    let depth = max(depths[name] ?? 0, (depths[other] ?? 0) + 1)
    depths[name] = depth
    deepest = max(deepest, depth)
  }
}

import YarnRuntime

extension Lowering {
  /// Reduces a node's statements to operations.
  mutating func lower(_ node: Node) -> LoweredNode {
    owner = node.name
    var lowered = LoweredNode(name: node.name)
    if node.isTracked { lowered.visitCell = result.cells[.visits(node.name)] }
    var starts = [Int](repeating: -1, count: node.code.count + 1)
    var places = MarkReader(node)
    for statement in CodeStatement.all(in: node.code) {
      starts[statement.start] = lowered.operations.count
      let line = places.line(at: statement.start)
      for operation in lower(statement, in: node) {
        lowered.operations.append(operation)
        lowered.lines.append(line)
      }
    }
    starts[node.code.count] = lowered.operations.count
    lowered.operations.append(.returnFromNode)
    lowered.lines.append(places.line(at: node.code.count))
    for index in lowered.operations.indices { land(&lowered.operations[index], starts) }
    return lowered
  }

  /// Targets are instructions until all operations of the node are known.
  private mutating func land(_ operation: inout Operation, _ starts: [Int]) {
    switch operation {
    case .test(let expression, let target):
      operation = .test(expression, otherwise: starts[target])
    case .jump(let target): operation = .jump(starts[target])
    case .options(let group), .lineGroup(let group):
      result.groups[group].next = starts[result.groups[group].next]
      for index in result.groups[group].branches.indices {
        let target = result.groups[group].branches[index].target
        result.groups[group].branches[index].target = starts[target]
      }
    default: break
    }
  }

  private mutating func lower(_ statement: CodeStatement, in node: Node) -> [Operation] {
    switch statement.kind {
    case .options(let items):
      return [.options(group(items, statement, node.code))]
    case .lineGroup(let items):
      return [.lineGroup(group(items, statement, node.code))]
    case .plain(let instruction):
      return lower(instruction, statement, in: node)
    }
  }

  private mutating func lower(
    _ instruction: Instruction, _ statement: CodeStatement, in node: Node
  ) -> [Operation] {
    let code = node.code
    switch instruction {
    case .jump(let target): return [.jump(target)]
    case .jumpIfFalse(let target):
      return [.test(expression(code, statement.values), otherwise: target)]
    case .line(let id, _):
      return check(code, statement.values) + [.say(lineIndex(id))]
    case .pop: return check(code, statement.values)
    case .command(let pieces): return [command(pieces, code, statement.values)]
    case .store(let name): return store(name, code, statement.values)
    case .markSeen(let key):
      return result.cells[.once(key)].map { [.mark(cell: $0)] } ?? []
    case .enterGroup: return [.nodeGroup(nodeGroup(node.name))]
    case .jumpToNode(let name):
      return [result.nodeIndices[name].map { .jumpToNode($0) } ?? .jumpToUnknown(name)]
    case .detour(let name):
      return [result.nodeIndices[name].map { .detour($0) } ?? .detourToUnknown(name)]
    case .jumpToComputedNode: return [.jumpToComputed(expression(code, statement.values))]
    case .detourToComputedNode: return [.detourToComputed(expression(code, statement.values))]
    case .stop: return [.stop]
    default: return [.returnFromNode]
    }
  }

  private mutating func store(
    _ name: String, _ code: [Instruction], _ values: Range<Int>
  ) -> [Operation] {
    guard let cell = result.cells[.variable(name)] else { return check(code, values) }
    guard result.sources[result.cellSources[cell]].isRelevant else {
      return check(code, values) + [.mark(cell: cell)]
    }
    return [.store(cell: cell, expression: expression(code, values))]
  }

  private mutating func command(
    _ pieces: [String], _ code: [Instruction], _ values: Range<Int>
  ) -> Operation {
    result.commands.append(pieces)
    let isNamed = pieces.count == 1 || pieces.first?.contains(" ") == true
    let expressions = isNamed ? idle(code, values) : [expression(code, values)]
    return .command(result.commands.count - 1, expressions: expressions)
  }

  private mutating func check(_ code: [Instruction], _ values: Range<Int>) -> [Operation] {
    idle(code, values).map { .check($0) }
  }

  /// An expression that is only worked out for what can go wrong in it; none when nothing can.
  private mutating func idle(_ code: [Instruction], _ values: Range<Int>) -> [Int] {
    guard !values.isEmpty else { return [] }
    let expression = expression(code, values)
    guard canFail(expression) else { return [] }
    return [expression]
  }

  private mutating func group(
    _ items: [CodeStatement.Item], _ statement: CodeStatement, _ code: [Instruction]
  ) -> Int {
    var group = BranchGroup(branches: [], next: statement.next)
    for item in items {
      group.branches.append(
        Branch(
          condition: condition(code, item.condition), texts: idle(code, item.texts).first,
          line: lineIndex(item.line), node: nil, target: item.target, mark: nil,
          key: lineIndex(item.line)))
    }
    result.groups.append(group)
    return result.groups.count - 1
  }

  private mutating func nodeGroup(_ title: String) -> Int {
    if let index = result.groupIndices[title] { return index }
    var group = BranchGroup(branches: [], next: 1)
    for member in analysis.program.groups[title] ?? [] {
      owner = SourceAnalysis.owner(ofConditionOf: member.node)
      let index = result.nodeIndices[member.node] ?? 0
      group.branches.append(
        Branch(
          condition: condition(member.condition, 0..<member.condition.count), texts: nil,
          line: nil, node: index, target: 0,
          mark: member.onceVariable.flatMap { result.cells[.once($0)] }, key: index))
    }
    result.groups.append(group)
    result.groupIndices[title] = result.groups.count - 1
    return result.groups.count - 1
  }

  /// `nil` for a condition that always holds.
  private mutating func condition(_ code: [Instruction], _ range: Range<Int>) -> Int? {
    if range.count == 1, code[range.lowerBound] == .push(.bool(true)) { return nil }
    return expression(code, range)
  }
}

/// Finds the lines of the file that instructions come from, in the order of the code.
private struct MarkReader {
  let node: Node
  var next = 0
  var current: Int32

  init(_ node: Node) {
    self.node = node
    current = Int32(clamping: node.line)
  }

  mutating func line(at instruction: Int) -> Int32 {
    while next < node.marks.count, Int(node.marks[next].start) <= instruction {
      current = node.marks[next].line
      next += 1
    }
    return current
  }
}

import YarnRuntime

extension CodeGenerator {
  mutating func generate(_ line: LineStatement) {
    guard let id = remember(line, .line) else { return }
    mark(line.range)
    guard let condition = line.condition else { return generateText(of: line, id) }
    generate(condition, of: id)
    let skip = emitJump(ifFalse: true)
    markSeen(line, id)
    generateText(of: line, id)
    land(skip)
  }

  mutating func generateOptions(_ group: ChoiceStatement) {
    var places: [Int] = []
    places.reserveCapacity(group.items.count)
    var ids: [String] = []
    ids.reserveCapacity(group.items.count)
    for item in group.items {
      guard let id = remember(item.line, .option) else { continue }
      ids.append(id)
      mark(item.line.range)
      if let condition = item.line.condition {
        generate(condition, of: id)
      } else {
        emit(.push(.bool(true)))
      }
      let count = generateValues(of: item.line)
      emit(.option(id, valueCount: count, target: -1))
      places.append(code.count - 1)
    }
    facts.optionGroups.append(
      NodeFacts.OptionGroup(
        lineIDs: ids, canBeEmpty: group.items.allSatisfy { $0.line.condition != nil },
        line: line(group.range)))
    emit(.showOptions)
    var ends = [emitJump(ifFalse: false)]
    for (place, item) in zip(places, group.items) {
      land(place)
      mark(item.line.range)
      if let id = state.identity(of: item.line)?.id { markSeen(item.line, id) }
      generate(item.body)
      ends.append(emitJump(ifFalse: false))
    }
    for end in ends { land(end) }
  }

  mutating func generateLineGroup(_ group: ChoiceStatement) {
    var places: [Int] = []
    for item in group.items {
      guard let id = remember(item.line, .lineGroupItem) else { continue }
      mark(item.line.range)
      if let condition = item.line.condition {
        generate(condition, of: id)
      } else {
        emit(.push(.bool(true)))
      }
      emit(.candidate(id, complexity: item.line.condition?.complexity ?? 0, target: -1))
      places.append(code.count - 1)
    }
    emit(.selectCandidate)
    var ends = [emitJump(ifFalse: false)]
    for (place, item) in zip(places, group.items) {
      land(place)
      mark(item.line.range)
      if let id = state.identity(of: item.line)?.id {
        markSeen(item.line, id)
        generateText(of: item.line, id)
      }
      generate(item.body)
      ends.append(emitJump(ifFalse: false))
    }
    for end in ends { land(end) }
  }

  private mutating func remember(
    _ line: LineStatement, _ role: NodeFacts.SpokenLine.Role
  ) -> String? {
    guard let identity = state.identity(of: line) else { return nil }
    facts.lines.append(
      NodeFacts.SpokenLine(
        id: identity.id, isExplicit: identity.isExplicit, line: identity.line, role: role))
    return identity.id
  }

  private mutating func generate(_ condition: LineStatement.Condition, of id: String) {
    switch condition {
    case .test(let expression): generate(expression)
    case .once: emit(.isUnseen(VariableStorage.onceKey(id)))
    case .onceIf(let expression):
      emit(.isUnseen(VariableStorage.onceKey(id)))
      generate(expression)
      emit(.binary(.and))
    }
  }

  private mutating func markSeen(_ line: LineStatement, _ id: String) {
    if line.condition?.isOnce == true { emit(.markSeen(VariableStorage.onceKey(id))) }
  }

  private mutating func generateText(of line: LineStatement, _ id: String) {
    emit(.line(id, valueCount: generateValues(of: line)))
  }

  private mutating func generateValues(of line: LineStatement) -> Int {
    let expressions = line.pieces.expressions
    for expression in expressions { generate(expression) }
    return expressions.count
  }
}

extension LineStatement.Condition {
  /// How specific the condition makes an item of a line group.
  var complexity: Int {
    (isOnce ? 1 : 0) + (expression.map { 1 + $0.logicalOperatorCount } ?? 0)
  }
}

import YarnRuntime

extension Lowering {
  /// Reduces an expression.
  mutating func expression(_ code: [Instruction], _ range: Range<Int>) -> Int {
    var steps: [ExpressionStep] = []
    for index in range {
      switch code[index] {
      case .push(let value): steps.append(.push(result.pool.scalar(value)))
      case .load(let name): steps.append(load(name))
      case .isUnseen(let key):
        steps.append(result.cells[.once(key)].map { .isUnseen(cell: $0) } ?? .push(.yes))
      case .unary(let unary): steps.append(.unary(unary))
      case .binary(let binary): steps.append(.binary(binary))
      case .call(let name, let count): steps.append(call(name, count, at: index))
      default: continue
      }
    }
    result.expressions.append(LoweredExpression(steps: steps, instructions: range))
    return result.expressions.count - 1
  }

  private mutating func load(_ name: String) -> ExpressionStep {
    let program = analysis.program
    if program.initialValues[name] == nil, program.smartVariables[name] != nil {
      return .smart(smartIndex(name))
    }
    guard let cell = result.cells[.variable(name)] else {
      return .push(program.initialValues[name].map { result.pool.scalar($0) } ?? .none)
    }
    if let variable = undeclaredIndices[name] {
      return .loadUndeclared(cell: cell, variable: variable)
    }
    return .load(cell: cell)
  }

  private mutating func call(_ name: String, _ count: Int, at index: Int) -> ExpressionStep {
    switch name {
    case "has_any_content": return .hasContent
    case "visited", "visited_count": return visits(name, at: index)
    default: break
    }
    guard let source = analysis.sites[CodePlace(owner: owner, index: index)] else {
      return .standard(name, count: count)
    }
    let facts = analysis.sources[source]
    guard facts.isRelevant else { return .anything(.none, count: count) }
    switch facts.kind {
    case .host:
      return result.cells[facts.kind].map { .host(cell: $0, source: source, count: count) }
        ?? .anything(.none, count: count)
    case .hostComputed: return .hostComputed(source: source, count: count)
    default: return .chance(source: source, count: count)
    }
  }

  private func visits(_ name: String, at index: Int) -> ExpressionStep {
    guard let source = analysis.sites[CodePlace(owner: owner, index: index)] else {
      return .visitsComputed(isCount: name == "visited_count")
    }
    guard let cell = result.cells[analysis.sources[source].kind] else {
      return .anything(name == "visited" ? .no : Scalar(0), count: 1)
    }
    return name == "visited" ? .hasVisited(cell: cell) : .visits(cell: cell)
  }

  /// Whether working an expression out can end in an error, or reads what nothing has set.
  mutating func canFail(_ expression: Int) -> Bool {
    if let known = fallible[expression] { return known }
    fallible[expression] = true
    let result = looksFallible(expression)
    fallible[expression] = result
    return result
  }

  private mutating func looksFallible(_ expression: Int) -> Bool {
    var constant: Float?
    for step in result.expressions[expression].steps {
      switch step {
      case .binary(.remainder): if (constant ?? 0).rounded() == 0 { return true }
      case .loadUndeclared, .chance: return true
      case .standard(let name, _): if ["number", "bool", "format"].contains(name) { return true }
      case .smart(let index):
        let inner = result.smartExpressions[index]
        if inner < 0 || canFail(inner) { return true }
      default: break
      }
      if case .push(let scalar) = step { constant = scalar.number } else { constant = nil }
    }
    return false
  }
}

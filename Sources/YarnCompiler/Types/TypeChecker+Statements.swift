import YarnRuntime

extension TypeChecker {
  /// Checks a node: its `when:` headers and its body.
  mutating func check(_ node: NodeSyntax) {
    for when in node.whens {
      switch when.test {
      case .always, .once: break
      case .onceIf(let expression), .expression(let expression):
        checkCondition(expression, of: "‘when:’", expression.range)
      }
    }
    check(node.body)
  }

  mutating func check(_ block: [Statement]) {
    for statement in block {
      checkOwn(statement)
      for inner in statement.blocks { check(inner) }
    }
  }

  private mutating func checkOwn(_ statement: Statement) {
    switch statement {
    case .line(let line): check(line)
    case .options(let group), .lineGroup(let group): for item in group.items { check(item.line) }
    case .conditional(let statement):
      for clause in statement.clauses {
        if let condition = clause.condition {
          checkCondition(condition, of: "‘<<if>>’", clause.range)
        }
      }
    case .once(let statement):
      if let condition = statement.condition {
        checkCondition(condition, of: "‘<<once>>’", statement.range)
      }
    case .set(let statement): check(statement)
    case .call(let expression): checkCall(expression)
    case .command(let command): for inner in command.pieces.expressions { _ = type(of: inner) }
    case .transfer(let transfer): check(transfer)
    case .declare, .enumeration, .returning, .stop: break
    }
  }

  private mutating func check(_ line: LineStatement) {
    for expression in line.pieces.expressions { _ = type(of: expression) }
    guard let condition = line.condition?.expression else { return }
    checkCondition(condition, of: "a line's condition", line.conditionRange ?? condition.range)
  }

  private mutating func checkCondition(
    _ expression: Expression, of place: String, _ range: SourceRange
  ) {
    let found = type(of: expression)
    if isFailed(found) {
      if place != "‘when:’" { mismatch("\(place) needs a Bool", range) }
      return
    }
    if !table.unify(found, .known(.bool)) {
      mismatch("\(place) needs a Bool, not a \(describe(found))", range)
    }
  }

  /// A call statement throws its result away, so the result's type may stay unknown.
  private mutating func checkCall(_ expression: Expression) {
    guard case .call = expression.kind else {
      if case .invalid = expression.kind { return }
      return report(.syntax("‘<<call>>’ needs a function with ‘()’"), expression.range)
    }
    let result = type(of: expression)
    if case .unknown = table.resolve(result) { _ = table.unify(result, .failed) }
  }

  private mutating func check(_ statement: SetStatement) {
    let variable = use(statement.name, at: statement.nameRange)
    let expression = Expression(
      kind: .variable(statement.name), range: statement.nameRange, id: statement.value.id)
    if variables[statement.name]?.smartValue != nil {
      return report(.smartVariableSet(statement.name), statement.nameRange)
    }
    let value = type(of: statement.value)
    occurrences.append((expression, variable))
    guard table.unify(variable, value) else {
      return mismatch(
        "‘\(statement.name)’ is a \(describe(variable)) and cannot be set to a \(describe(value))",
        statement.range)
    }
    guard let operation = statement.operation else { return }
    if operation == .add {
      postponed.append(.operand(.add, variable, statement.range))
    } else if !table.unify(variable, .known(.number)) {
      mismatch(
        "‘\(operation.rawValue)=’ cannot be used with a \(describe(variable))", statement.range)
    }
  }

  private mutating func check(_ transfer: TransferStatement) {
    guard case .computed(let expression) = transfer.target else { return }
    let found = type(of: expression)
    switch table.resolve(found) {
    case .failed: return
    case .unknown: _ = table.unify(found, .known(.string))
    case .known(.string): return
    case .known(.enumeration(let name)) where enums[name]?.rawType == .string: return
    case .known(let type):
      mismatch("the target must be a String, not a \(type)", transfer.range)
    }
  }
}

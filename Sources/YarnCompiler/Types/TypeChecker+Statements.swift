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
      statement.forEachBlock { check($0) }
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
    case .mention(let mention):
      if mention.isDeclaration { emptyDeclarations.append(mention) } else { noteUse(of: mention) }
    case .enumeration(let syntax):
      for value in syntax.cases.compactMap(\.value) where value.constant == nil {
        _ = type(of: value)
      }
    case .declare, .returning, .stop: break
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
    let name = statement.name ?? source(statement.nameRange)
    let variable = statement.name.map { use($0, at: statement.nameRange) } ?? .unreadable
    let expression = Expression(
      kind: .variable(name), range: statement.nameRange, id: statement.value.id)
    if variables[name]?.smartValue != nil {
      return report(.smartVariableSet(name), statement.nameRange)
    }
    let value = type(of: statement.value)
    expectType(of: expression, variable)
    if case .member(nil, _) = statement.value.kind {
      postponed.append(.setToMember(variable, memberID: statement.value.id, statement.range))
    }
    guard table.unify(variable, value) else {
      return mismatch(
        statement.name == nil
          ? "there is no variable to set to a \(describe(value))"
          : "‘\(name)’ is a \(describe(variable)) and cannot be set to a \(describe(value))",
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

  /// Uses a variable whose type nothing in its statement tells.
  mutating func noteUse(of mention: VariableMention) {
    let type = use(mention.name, at: mention.range)
    let expression = Expression(kind: .variable(mention.name), range: mention.range, id: 0)
    expectType(of: expression, type)
  }

  private mutating func check(_ transfer: TransferStatement) {
    guard case .computed(let expression) = transfer.target else { return }
    let found = type(of: expression)
    switch table.resolve(found) {
    case .failed: return
    case .unreadable: mismatch("the target must be a String", transfer.range)
    case .unknown: _ = table.unify(found, .known(.string))
    case .known(.string): return
    case .known(.enumeration(let name)) where enums[name]?.rawType == .string: return
    case .known(let type):
      mismatch("the target must be a String, not a \(type)", transfer.range)
    }
  }
}

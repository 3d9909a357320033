import YarnRuntime

extension Parser {
  /// Reads `<<…>>` that stands on its own; `nil` when nothing usable was read.
  mutating func parseCommandStatement() -> Statement? {
    let start = token.start
    guard case .keyword(let keyword) = followingKind else { return parseHostCommand() }
    let opening = advance()
    advance()
    let statement: Statement?
    switch keyword {
    case .if: statement = .conditional(parseIf(from: start))
    case .once: statement = .once(parseOnce(from: start))
    case .enum: statement = .enumeration(parseEnum(from: start))
    case .set: statement = parseSet(from: start).map(Statement.set)
    case .declare: statement = parseDeclare(from: start).map(Statement.declare)
    case .call: statement = .call(parseExpression())
    case .jump, .detour:
      statement = parseTarget().map {
        .transfer(
          TransferStatement(
            isDetour: keyword == .detour, target: $0, range: range(from: start)))
      }
    case .return: statement = .returning(range(opening))
    case .stop: statement = .stop(range(opening))
    case .elseif, .else, .endif, .endonce, .case, .endenum, .local:
      report(.syntax("‘\(keyword.rawValue)’ does not belong here"), range(from: start))
      skipCommand()
      return nil
    }
    switch keyword {
    case .if, .once, .enum: break
    default: closeCommand()
    }
    finishLine()
    return statement.map { widened($0, from: start) }
  }

  /// Gives a statement the range up to its `>>`.
  private func widened(_ statement: Statement, from start: Int) -> Statement {
    switch statement {
    case .set(var set):
      set.range = range(from: start)
      return .set(set)
    case .declare(var declare):
      declare.range = range(from: start)
      return .declare(declare)
    case .transfer(var transfer):
      transfer.range = range(from: start)
      return .transfer(transfer)
    default:
      return statement
    }
  }

  private mutating func parseHostCommand() -> Statement? {
    let start = advance().start
    var pieces: [TextPiece] = []
    while true {
      if kind == .commandText {
        pieces.append(.text(text(advance())))
      } else if kind == .expressionStart {
        pieces.append(.expression(parseInlineExpression()))
      } else {
        break
      }
    }
    if pieces.isEmpty { reportUnexpected("a command") }
    _ = accept(.commandEnd)
    let range = range(from: start)
    finishLine()
    return pieces.isEmpty ? nil : .command(CommandStatement(pieces: pieces, range: range))
  }

  /// Reads the `>>` of a statement, and reports what stands before it.
  mutating func closeCommand() {
    if accept(.commandEnd) { return }
    reportUnexpected("‘>>’")
    skipCommand()
  }

  mutating func skipCommand() {
    while kind != .commandEnd, kind != .newline, kind != .bodyEnd, kind != .endOfFile {
      advance()
    }
    _ = accept(.commandEnd)
  }

  /// Goes past the line's end; hashtags after a command are allowed, text is remarked upon.
  mutating func finishLine() {
    while kind == .hashtag { advance() }
    if kind == .text || kind == .expressionStart {
      report(.textAfterCommand, range(token))
    }
    _ = accept(.newline)
  }

  private mutating func parseSet(from start: Int) -> SetStatement? {
    guard let name = parseVariableName() else { return nil }
    let operation: BinaryOperator?
    switch kind {
    case .symbol(.assign): operation = nil
    case .identifier where text(token) == "to": operation = nil
    case .symbol(.addAssign): operation = .add
    case .symbol(.subtractAssign): operation = .subtract
    case .symbol(.multiplyAssign): operation = .multiply
    case .symbol(.divideAssign): operation = .divide
    case .symbol(.remainderAssign): operation = .remainder
    default:
      reportUnexpected("‘=’ or ‘to’")
      return nil
    }
    advance()
    let value = parseExpression()
    return SetStatement(
      name: text(name), nameRange: range(name), operation: operation, value: value,
      range: range(from: start))
  }

  private mutating func parseDeclare(from start: Int) -> DeclareStatement? {
    guard let name = parseVariableName() else { return nil }
    guard accept(.assign) || accept(word: "to") else {
      reportUnexpected("‘=’ and a value")
      return nil
    }
    var statement = DeclareStatement(
      name: text(name), nameRange: range(name), value: parseExpression(), typeName: nil,
      typeRange: nil, range: range(from: start))
    if accept(word: "as") {
      if kind == .identifier {
        let type = advance()
        statement.typeName = text(type)
        statement.typeRange = range(type)
      } else {
        reportUnexpected("a type")
      }
    }
    return statement
  }

  private mutating func parseVariableName() -> Token? {
    guard kind == .variable else {
      report(.syntax("a variable's name starts with ‘$’"), range(token))
      skipToCommandEnd()
      return nil
    }
    return advance()
  }

  private mutating func skipToCommandEnd() {
    while kind != .commandEnd, kind != .newline, kind != .bodyEnd, kind != .endOfFile {
      advance()
    }
  }

  private mutating func parseTarget() -> TransferStatement.Target? {
    if kind == .expressionStart {
      return .computed(parseInlineExpression())
    }
    guard kind == .identifier else {
      reportUnexpected("a node's name or ‘{expression}’")
      skipToCommandEnd()
      return nil
    }
    let start = token.start
    advance()
    while kind == .symbol(.dot), tokens[index].start == previousEnd {
      advance()
      if kind == .identifier || kind == .number { advance() }
    }
    let range = range(from: start)
    return .node(source.text(range.start..<range.end), range)
  }
}

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
    case .set: statement = parseSet(from: start)
    case .declare: statement = parseDeclare(from: start)
    case .call: statement = parseCall()
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
    reportInCommand("‘>>’")
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

  private mutating func parseCall() -> Statement? {
    guard kind == .identifier, followingKind == .symbol(.leftParenthesis) else {
      if kind == .identifier { advance() }
      reportInCommand("a function with ‘()’")
      skipToCommandEnd()
      return nil
    }
    return .call(parseExpression())
  }

  private mutating func parseSet(from start: Int) -> Statement? {
    let name = parseVariableName()
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
      reportInCommand("‘=’ or ‘to’")
      skipToCommandEnd()
      return name.map { .mention(VariableMention($0, isDeclaration: false)) }
    }
    advance()
    let value = parseExpression()
    return .set(
      SetStatement(
        name: name?.text, nameRange: name?.range ?? range(from: start), operation: operation,
        value: value, range: range(from: start)))
  }

  private mutating func parseDeclare(from start: Int) -> Statement? {
    let unnamed = token
    guard let name = parseVariableName() else {
      report(.unusedVariable(text(unnamed)), range(unnamed))
      skipToCommandEnd()
      return nil
    }
    guard accept(.assign) || accept(word: "to") else {
      reportInCommand("‘=’ and a value")
      skipToCommandEnd()
      return .mention(VariableMention(name, isDeclaration: true))
    }
    contents.insert(.declarations)
    var statement = DeclareStatement(
      name: name.text, nameRange: name.range, value: parseExpression(), typeName: nil,
      typeRange: nil, range: range(from: start))
    if accept(word: "as") {
      if kind == .identifier {
        let type = advance()
        statement.typeName = text(type)
        statement.typeRange = range(type)
      } else {
        reportInCommand("a type")
      }
    }
    return .declare(statement)
  }

  /// Reads a variable; a name without ‘$’ is passed over after a report.
  private mutating func parseVariableName() -> (text: String, range: SourceRange)? {
    if kind == .variable {
      let name = advance()
      return (text(name), range(name))
    }
    if kind == .identifier {
      reportSyntax(.syntax("a variable's name starts with ‘$’"), range(token))
      if followingKind.isAssignment { advance() }
    } else {
      reportInCommand("a variable")
    }
    return nil
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
    let name = source.text(range.start..<range.end)
    targets.append((name, range))
    return .node(name, range)
  }
}

extension TokenKind {
  fileprivate var isAssignment: Bool {
    switch self {
    case .symbol(.assign), .symbol(.addAssign), .symbol(.subtractAssign),
      .symbol(.multiplyAssign), .symbol(.divideAssign), .symbol(.remainderAssign), .identifier:
      true
    default: false
    }
  }
}

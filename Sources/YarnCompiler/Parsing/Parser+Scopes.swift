extension Parser {
  /// Reads `<<if>>` after its keyword, to its `<<endif>>`.
  mutating func parseIf(from start: Int) -> IfStatement {
    let line = source.lineIndex(of: start) + 1
    var clauses: [IfStatement.Clause] = []
    var condition: Expression? = parseExpression()
    var clauseStart = start
    while true {
      closeCommand()
      let head = range(from: clauseStart)
      finishLine()
      let body = parseBlock { $0 == .elseif || $0 == .else || $0 == .endif || $0 == .endonce }
      clauses.append(IfStatement.Clause(condition: condition, body: body, range: head))
      guard let end = scopeEnd, end != .endonce else {
        reportUnclosed("if", "endif", line)
        return IfStatement(clauses: clauses)
      }
      clauseStart = token.start
      advance()
      advance()
      if end == .endif {
        closeCommand()
        return IfStatement(clauses: clauses)
      }
      if condition == nil {
        reportSyntax(
          .syntax("‘\(end.rawValue)’ cannot stand below ‘<<else>>’"), range(from: clauseStart))
        skipCommand()
        skipEndOfIf()
        return IfStatement(clauses: clauses)
      }
      condition = end == .elseif ? parseExpression() : nil
    }
  }

  /// Passes over an `<<endif>>` if it follows directly.
  private mutating func skipEndOfIf() {
    let start = index
    skipBlankLines()
    if scopeEnd == .endif { skipCommand() } else { index = start }
  }

  /// Reads `<<once>>` after its keyword, to its `<<endonce>>`.
  mutating func parseOnce(from start: Int) -> OnceStatement {
    let line = source.lineIndex(of: start) + 1
    let condition = accept(word: "if") ? parseExpression() : nil
    closeCommand()
    finishLine()
    var statement = OnceStatement(
      condition: condition, body: [], otherwise: [], range: range(from: start))
    statement.body = parseBlock { $0 == .else || $0 == .endonce || $0 == .endif || $0 == .elseif }
    if scopeEnd == .else {
      advance()
      advance()
      closeCommand()
      finishLine()
      statement.otherwise = parseBlock { $0 == .endonce || $0 == .endif || $0 == .else }
    }
    if scopeEnd == .endonce {
      advance()
      advance()
      closeCommand()
    } else {
      reportUnclosed("once", "endonce", line)
    }
    return statement
  }

  /// Reads `<<enum>>` after its keyword, to its `<<endenum>>`.
  mutating func parseEnum(from start: Int) -> EnumStatement {
    contents.insert(.declarations)
    var statement = EnumStatement(
      name: "", nameRange: range(token), cases: [], range: range(from: start))
    if kind == .identifier {
      statement.name = text(advance())
    } else {
      reportInCommand("the name of the enum")
    }
    closeCommand()
    finishLine()
    skipBlankLines()
    let hasCases = scopeEnd == .case
    while scopeEnd == .case {
      if let enumCase = parseCase() { statement.cases.append(enumCase) }
      skipBlankLines()
    }
    if scopeEnd == .endenum {
      if !hasCases { report(.unclosedCommand, range(tokens[index + 1])) }
      advance()
      advance()
      closeCommand()
    } else {
      reportInCommand("‘<<case>>’ or ‘<<endenum>>’")
    }
    statement.range = range(from: start)
    return statement
  }

  private mutating func parseCase() -> EnumStatement.Case? {
    let start = token.start
    advance()
    advance()
    guard kind == .identifier else {
      reportInCommand("the name of a case")
      skipCommand()
      finishLine()
      return nil
    }
    let name = text(advance())
    let value = accept(.assign) ? parseExpression() : nil
    closeCommand()
    let range = range(from: start)
    finishLine()
    return EnumStatement.Case(name: name, value: value, range: range)
  }

  private mutating func skipBlankLines() {
    while kind == .newline || kind == .blankLine { advance() }
  }

  private var scopeEnd: Keyword? {
    guard kind == .commandStart, case .keyword(let keyword) = followingKind else { return nil }
    return keyword
  }

  private mutating func reportUnclosed(_ opened: String, _ expected: String, _ line: Int) {
    let outer = firstMistake
    defer { firstMistake = outer }
    reportSyntax(
      .unclosedScope(opened: opened, expected: expected, line: line), range(token))
  }
}

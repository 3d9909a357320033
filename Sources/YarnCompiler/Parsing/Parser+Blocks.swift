extension Parser {
  /// Reads statements until the node's end or a command that ends the block.
  mutating func parseBlock(until isEnd: (Keyword) -> Bool) -> [Statement] {
    var statements: [Statement] = []
    depth += 1
    defer { depth -= 1 }
    while true {
      switch kind {
      case .newline, .blankLine: advance()
      case .bodyEnd, .endOfFile, .dedent: return statements
      case .headerKey, .fileTag, .bodyStart: return statements
      case .commandStart:
        if case .keyword(let keyword) = followingKind {
          if isEnd(keyword) { return statements }
          if depth > Self.deepestNesting { skipTooDeep() }
        }
        if let statement = parseCommandStatement() { statements.append(statement) }
      case .arrow where depth <= Self.deepestNesting:
        statements.append(.options(parseChoices(.arrow)))
      case .groupArrow where depth <= Self.deepestNesting:
        statements.append(.lineGroup(parseChoices(.groupArrow)))
      case .text, .expressionStart:
        statements.append(.line(parseLine(after: nil)))
      default:
        reportUnexpected("a line or a command")
        advance()
      }
    }
  }

  private mutating func skipTooDeep() {
    report(.syntax("statements are nested too deep; use a detour"), range(token))
    while kind != .bodyEnd, kind != .endOfFile { advance() }
  }

  /// Reads options or line-group items that belong together.
  private mutating func parseChoices(_ arrow: TokenKind) -> ChoiceStatement {
    let start = token.start
    var items: [ChoiceStatement.Item] = []
    while kind == arrow {
      let arrowToken = advance()
      let line = parseLine(after: arrowToken)
      items.append(ChoiceStatement.Item(line: line, body: parseBody()))
      if kind == .blankLine {
        while kind == .blankLine || kind == .newline { advance() }
        if kind == arrow { report(.splitOptions, range(token)) }
        break
      }
    }
    return ChoiceStatement(items: items, range: range(from: start))
  }

  private mutating func parseBody() -> [Statement] {
    guard accept(.indent) else { return [] }
    let body = parseBlock { keyword in
      switch keyword {
      case .endif, .else, .elseif, .endonce: true
      default: false
      }
    }
    if kind == .dedent {
      if body.isEmpty {
        report(.syntax("the line is indented and empty; remove its spaces"), range(token))
      }
      advance()
    } else if kind == .commandStart {
      reportUnexpected("the end of the option's body")
    }
    return body
  }
}

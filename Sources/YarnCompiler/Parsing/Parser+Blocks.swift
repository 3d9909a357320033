extension Parser {
  /// Reads statements until the node's end or a command that ends the block.
  mutating func parseBlock(until isEnd: (Keyword) -> Bool) -> [Statement] {
    var statements: [Statement] = []
    depth += 1
    defer { depth -= 1 }
    while true {
      switch kind {
      case .newline, .blankLine: advance()
      case .dedent where strayDedents > 0:
        strayDedents -= 1
        advance()
      case .bodyEnd, .endOfFile, .dedent: return statements
      case .headerKey, .fileTag, .bodyStart: return statements
      case .commandStart:
        if case .keyword(let keyword) = followingKind {
          if isEnd(keyword) { return statements }
          if depth > Self.deepestNesting, keyword.opensBlock {
            skipTooDeep()
            continue
          }
        }
        if let statement = parseCommandStatement() { statements.append(statement) }
      case .arrow where depth > Self.deepestNesting,
        .groupArrow where depth > Self.deepestNesting:
        skipTooDeep()
      case .arrow:
        if case .line(let line)? = statements.last { line.isBeforeOptions = true }
        statements.append(.options(parseChoices(.arrow)))
      case .groupArrow:
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
    report(.nestedTooDeeply("statements are nested too deeply; use a detour"), range(token))
    while kind != .bodyEnd, kind != .endOfFile { advance() }
    lastMistake = index
  }

  /// Reads options or line-group items that belong together.
  private mutating func parseChoices(_ arrow: TokenKind) -> ChoiceStatement {
    let start = token.start
    var items: [ChoiceStatement.Item] = []
    while kind == arrow {
      items.append(parseItem())
      if kind == .blankLine {
        while kind == .blankLine || kind == .newline { advance() }
        if kind == arrow { report(.splitOptions, range(token)) }
        break
      }
    }
    return ChoiceStatement(items: items, range: range(from: start))
  }

  /// Reads an option and what stands below it.
  ///
  /// As in Yarn Spinner, a mistake inside is also a mistake of the option, which cannot be read
  /// because of it.
  private mutating func parseItem() -> ChoiceStatement.Item {
    let outer = firstMistake
    let first = index + 1
    firstMistake = nil
    let line = parseLine(after: advance())
    let body = parseBody()
    if let mistake = firstMistake, mistake.token > first {
      report(.syntax("because of this the option cannot be read"), mistake.range)
    }
    firstMistake = outer ?? firstMistake
    return ChoiceStatement.Item(line: line, body: body)
  }

  private mutating func parseBody() -> [Statement] {
    let start = token.start
    guard accept(.indent) else { return [] }
    let body = parseBlock { keyword in
      switch keyword {
      case .endif, .else, .elseif, .endonce: true
      default: false
      }
    }
    if kind == .dedent {
      let isBlank = source.bytes[start..<token.start].allSatisfy { $0.isBlank || $0.isLineBreak }
      if body.isEmpty, isBlank {
        report(.syntax("the line is indented and empty; remove its spaces"), range(token))
      }
      advance()
    } else if kind == .commandStart {
      if strayDedents == 0 { reportUnexpected("the end of the option's body") }
      strayDedents += 1
    }
    return body
  }
}

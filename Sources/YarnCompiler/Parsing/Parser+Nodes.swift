extension Parser {
  /// Reads the whole file.
  mutating func parseFile() -> FileSyntax {
    var syntax = FileSyntax()
    while kind != .endOfFile {
      switch kind {
      case .fileTag:
        let tag = advance()
        if syntax.nodes.isEmpty {
          syntax.tags.append(String(text(tag).dropFirst()))
        } else {
          report(.syntax("file tags stand above the first node"), range(tag))
        }
      case .headerKey, .bodyStart:
        syntax.nodes.append(parseNode())
      default:
        reportUnexpected("a header")
        advance()
      }
    }
    if syntax.nodes.isEmpty, problems.all.isEmpty {
      report(.syntax("the file has no nodes; write ‘title:’, ‘---’, text and ‘===’"), range(token))
    }
    return syntax
  }

  private mutating func parseNode() -> NodeSyntax {
    let start = token.start
    let node = NodeSyntax(range: range(token))
    while kind == .headerKey { parseHeader(into: node) }
    if accept(.bodyStart) {
      while kind == .newline || kind == .blankLine { advance() }
      node.isEmpty = kind == .bodyEnd
      node.bodyRange = range(token)
      contents = []
      targets = []
      let firstKey = nextLineKey
      node.body = parseBlock { _ in false }
      node.contents = contents
      node.targets = targets
      node.lineCount = nextLineKey - firstKey
      if !accept(.bodyEnd), !isInsideCommand { report(.missingDelimiter("==="), range(token)) }
    } else {
      report(.missingDelimiter("---"), range(token))
      _ = accept(.bodyEnd)
    }
    node.range = range(from: start)
    return node
  }

  /// Whether the file ends inside a command, which has been reported already.
  private var isInsideCommand: Bool {
    kind == .endOfFile && index > 0 && tokens[index - 1].kind == .commandEnd
      && tokens[index - 1].start == token.start && previousEnd == token.start
      && (index < 2 || tokens[index - 2].kind == .commandText)
  }

  private mutating func parseHeader(into node: NodeSyntax) {
    let key = advance()
    if text(key) == "when" {
      if node.whens.isEmpty { node.order = Array(node.headers.indices) }
      node.order.append(-1 - node.whens.count)
      node.whens.append(parseWhen(key))
      return
    }
    if !node.whens.isEmpty { node.order.append(node.headers.count) }
    let value =
      kind == .headerValue ? advance() : Token(kind: .headerValue, start: key.end, end: key.end)
    node.headers.append(
      NodeSyntax.Header(
        key: text(key), value: text(value), keyRange: range(key), valueRange: range(value)))
  }

  private mutating func parseWhen(_ key: Token) -> NodeSyntax.When {
    let start = token.start
    let test: NodeSyntax.When.Test
    if kind == .identifier, isWord("always"), followingKind == .headerEnd {
      advance()
      test = .always
    } else if kind == .identifier, isWord("once") {
      advance()
      if accept(word: "if") {
        test = .onceIf(parseExpression())
      } else {
        test = .once
      }
    } else {
      test = .expression(parseExpression())
    }
    let textRange = start..<max(start, previousEnd)
    if kind != .headerEnd { reportUnexpected("the end of the header") }
    while kind != .headerEnd, kind != .endOfFile { advance() }
    let whole = range(from: key.start)
    _ = accept(.headerEnd)
    return NodeSyntax.When(test: test, text: source.text(textRange), range: whole)
  }
}

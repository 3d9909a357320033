extension Parser {
  /// Reads a line, or the text of an option, to its end.
  mutating func parseLine(after arrow: Token?) -> LineStatement {
    let start = arrow?.start ?? token.start
    let textStart = token.start
    let pieces = parseTextPieces()
    if pieces.isEmpty { reportUnexpected("a text") }
    let (condition, tags) = parseLineEnding()
    let line = LineStatement(
      pieces: pieces, condition: condition, tags: tags, range: range(from: start),
      key: makeLineKey())
    checkText(textStart..<max(textStart, previousEnd), line)
    if kind != .newline, kind != .bodyEnd, kind != .endOfFile {
      reportUnexpected("the end of the line")
      while kind != .newline, kind != .bodyEnd, kind != .endOfFile { advance() }
    }
    _ = accept(.newline)
    return line
  }

  private mutating func parseTextPieces() -> LinePieces {
    var pieces: [TextPiece] = []
    if kind == .text, followingKind != .text, followingKind != .expressionStart {
      let text = trimmedEnd(of: unescape(advance()))
      return text.isEmpty ? .mixed([]) : .words(text)
    }
    while true {
      switch kind {
      case .text: pieces.append(.text(unescape(advance())))
      case .expressionStart: pieces.append(.expression(parseInlineExpression()))
      default:
        trimEnd(of: &pieces)
        return .mixed(pieces)
      }
    }
  }

  private func trimEnd(of pieces: inout [TextPiece]) {
    guard case .text(let text)? = pieces.last, text.mayEndInWhitespace else { return }
    let trimmed = trimmedEnd(of: text)
    pieces.removeLast()
    if !trimmed.isEmpty { pieces.append(.text(trimmed)) }
  }

  private func trimmedEnd(of text: String) -> String {
    guard text.mayEndInWhitespace, text.last?.isWhitespace ?? true else { return text }
    return text.lastIndex { !$0.isWhitespace }.map { String(text[...$0]) } ?? ""
  }

  private mutating func parseLineEnding() -> (
    condition: (LineStatement.Condition, SourceRange)?, tags: [LineStatement.Tag]
  ) {
    var condition: (LineStatement.Condition, SourceRange)?
    var tags: [LineStatement.Tag] = []
    while true {
      if kind == .hashtag {
        let tag = advance()
        tags.append(
          LineStatement.Tag(text: source.text((tag.start + 1)..<tag.end), range: range(tag)))
      } else if kind == .commandStart {
        parseLineCommand(&condition)
      } else {
        return (condition, tags)
      }
    }
  }

  private mutating func parseLineCommand(
    _ condition: inout (LineStatement.Condition, SourceRange)?
  ) {
    let start = token.start
    guard condition == nil,
      followingKind == .keyword(.if) || followingKind == .keyword(.once)
    else { return reportCommandAfterText() }
    advance()
    let test: LineStatement.Condition
    if accept(.keyword(.if)) {
      test = .test(parseExpression())
    } else {
      advance()
      test = accept(word: "if") ? .onceIf(parseExpression()) : .once
    }
    closeCommand()
    condition = (test, range(from: start))
  }

  private mutating func reportCommandAfterText() {
    let start = token.start
    while kind != .commandEnd, kind != .newline, kind != .endOfFile { advance() }
    _ = accept(.commandEnd)
    let range = range(from: start)
    report(.commandAfterText(source.text(range.start..<range.end)), range)
  }

  /// Reads `{expression}` inside a text.
  mutating func parseInlineExpression() -> Expression {
    advance()
    let expression = parseExpression()
    if kind != .expressionEnd { reportUnexpected("‘}’") }
    while kind != .expressionEnd, kind != .newline, kind != .commandEnd, kind != .bodyEnd,
      kind != .endOfFile
    {
      advance()
    }
    _ = accept(.expressionEnd)
    return expression
  }

  /// Gives a text as the string table holds it: escapes that markup needs stay.
  private mutating func unescape(_ token: Token) -> String {
    let bytes = source.bytes[token.start..<token.end]
    guard bytes.contains(.backslash) else { return text(token) }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == .backslash else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let escaped = index + 1 < bytes.endIndex ? bytes[index + 1] : .lineFeed
      switch escaped {
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"):
        result += [.backslash, escaped]
      case .backslash, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "/"):
        result.append(escaped)
      default:
        let range = SourceRange(file: file, start: index, end: min(index + 2, bytes.endIndex))
        report(.syntax("this cannot be escaped; write ‘\\\\’ for a backslash"), range)
        result.append(escaped)
      }
      index += 2
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension String {
  /// Whether the last character has to be looked at: it is no printable one of ASCII.
  fileprivate var mayEndInWhitespace: Bool {
    guard let last = utf8.last else { return true }
    return last <= UInt8(ascii: " ") || last >= 0x80
  }
}

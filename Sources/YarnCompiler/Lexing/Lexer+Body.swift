extension Lexer {
  /// Reads the start of a body line: its arrow, its command, or the end of the body.
  mutating func lexLineStart() {
    skipBlanks()
    let start = position
    if isNext("===") {
      while indentation.close() { emit(.dedent, from: start) }
      position += 3
      emit(.bodyEnd, from: start)
      skipToLineBreak()
      skipLineBreak()
      modes = [.headers]
      return
    }
    modes[modes.count - 1] = .text
    if isNext("->") || isNext("=>") {
      let kind: TokenKind = isNext("->") ? .arrow : .groupArrow
      position += 2
      emit(kind, from: start)
      indentation.lineHasArrow = true
      skipBlanks()
    } else if isNext("<<<") {
      while isNext("<<<") { position += 1 }
      report(.extraChevrons, start..<position)
    }
  }

  /// Reads one piece of the rest of a body line.
  mutating func lexText() {
    let start = position
    guard let byte = peek(), !byte.isLineBreak else { return endLine() }
    switch byte {
    case UInt8(ascii: "/") where peek(1) == byte: skipToLineBreak()
    case UInt8(ascii: "<") where peek(1) == byte: startCommand()
    case UInt8(ascii: "{"):
      position += 1
      emit(.expressionStart, from: start)
      modes.append(.expression(end: .expressionEnd))
    case UInt8(ascii: "#"): lexHashtag()
    default: lexPlainText()
    }
  }

  private mutating func lexPlainText() {
    let start = position
    scan: while let byte = peek(), !byte.isLineBreak {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "#"): break scan
      case UInt8(ascii: "/") where peek(1) == byte: break scan
      case UInt8(ascii: "<") where peek(1) == byte: break scan
      case .backslash where peek(1)?.isLineBreak == false: position += 2
      default: position += 1
      }
    }
    emit(.text, from: start)
  }

  private mutating func lexHashtag() {
    let start = position
    position += 1
    while let byte = peek(), !byte.isBlank, !byte.isLineBreak, byte != UInt8(ascii: "#"),
      byte != UInt8(ascii: "<"), !isNext("//")
    {
      position += 1
    }
    if position == start + 1 {
      report(.syntax("a hashtag needs a name; write ‘\\#’ for the sign itself"), start..<position)
      return
    }
    emit(.hashtag, from: start)
    skipBlanks()
  }

  /// Ends a line and measures the next one.
  mutating func endLine() {
    let start = position
    skipLineBreak()
    if lineHasTokens { tokens.append(Token(kind: .newline, start: start, end: start)) }
    let width = measureWidth()
    let isEmpty = width == 0 && isAtLineBreak && position < source.bytes.count
    let change = indentation.startLine(width: width)
    if change.opens { emit(.indent, from: position) }
    for _ in 0..<change.closes { emit(.dedent, from: position) }
    if isEmpty { emitBlankLine() }
    modes[modes.count - 1] = .lineStart
  }

  /// Empty lines that follow each other are one token.
  private mutating func emitBlankLine() {
    var start = position
    if let last = tokens.last, last.kind == .blankLine {
      start = last.start
      tokens.removeLast()
    }
    emit(.blankLine, from: start)
  }

  /// Whether the line holds more than whitespace and comments.
  private var lineHasTokens: Bool {
    switch tokens.last?.kind {
    case .newline, .indent, .dedent, .blankLine, .bodyStart, nil: false
    default: true
    }
  }

  /// The width of the whitespace at the position: a tab counts as eight columns.
  func measureWidth() -> Int {
    var width = 0
    var index = position
    while index < source.bytes.count, source.bytes[index].isBlank {
      width += source.bytes[index] == UInt8(ascii: "\t") ? 8 : 1
      index += 1
    }
    return width
  }
}

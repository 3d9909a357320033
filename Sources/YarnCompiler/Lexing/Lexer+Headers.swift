extension Lexer {
  /// Reads one line above a body: a file tag, a header, the start of the body, or nothing.
  mutating func lexHeaderLine() {
    skipBlanks()
    let start = position
    if isAtLineBreak || isNext("//") {
      skipToLineBreak()
    } else if peek() == UInt8(ascii: "#") {
      skipToTagEnd()
      emit(.fileTag, from: start)
      skipBlanks()
      if !isAtLineBreak, !isNext("//") { reportRest("a file tag has no spaces") }
    } else if isNext("---") {
      position += 3
      emit(.bodyStart, from: start)
      skipToLineBreak()
      skipLineBreak()
      startBody()
      return
    } else if isNext("===") {
      position += 3
      emit(.bodyEnd, from: start)
      skipToLineBreak()
    } else {
      lexHeader()
      return
    }
    skipLineBreak()
  }

  private mutating func skipToTagEnd() {
    while let byte = peek(), !byte.isBlank, !byte.isLineBreak, byte != UInt8(ascii: "<"),
      !isNext("//")
    {
      position += 1
    }
  }

  private mutating func lexHeader() {
    let start = position
    while let byte = peek(), byte.continuesIdentifier { position += 1 }
    let key = source.text(start..<position)
    let keyEnd = position
    skipBlanks()
    guard keyEnd > start, peek() == UInt8(ascii: ":") else {
      position = start
      return reportRest("a header is written ‘key: value’")
    }
    tokens.append(Token(kind: .headerKey, start: start, end: keyEnd))
    position += 1
    if key == "when" {
      modes.append(.whenHeader)
      return
    }
    skipBlanks()
    let valueStart = position
    while !isAtLineBreak, !isNext("//") { position += 1 }
    var valueEnd = position
    while valueEnd > valueStart, source.bytes[valueEnd - 1].isBlank { valueEnd -= 1 }
    tokens.append(Token(kind: .headerValue, start: valueStart, end: valueEnd))
    skipToLineBreak()
    skipLineBreak()
  }

  private mutating func reportRest(_ what: String) {
    let start = position
    skipToLineBreak()
    report(.syntax(what), start..<position)
    skipLineBreak()
  }

  private mutating func startBody() {
    modes.append(.lineStart)
    indentation.start(width: measureWidth())
  }
}

extension Lexer {
  /// Reads `<<` and decides whether a statement of the language or a command of the host follows.
  mutating func startCommand() {
    let start = position
    position += 2
    emit(.commandStart, from: start)
    skipBlanks()
    if let keyword = matchKeyword() {
      let keywordStart = position
      position += keyword.rawValue.utf8.count
      emit(.keyword(keyword), from: keywordStart)
      modes.append(.expression(end: .commandEnd))
    } else {
      modes.append(.commandText)
    }
  }

  private func matchKeyword() -> Keyword? {
    var end = position
    while end < source.bytes.count, source.bytes[end].continuesIdentifier { end += 1 }
    guard let keyword = Keyword(source.bytes[position..<end]) else { return nil }
    if keyword == .stop { while end < source.bytes.count, source.bytes[end].isBlank { end += 1 } }
    guard end < source.bytes.count else { return keyword }
    let next = source.bytes[end]
    return next.isBlank || next.isLineBreak || next == UInt8(ascii: ">") ? keyword : nil
  }

  /// Reads one piece of the text of a command.
  mutating func lexCommandText() {
    let start = position
    if isNext(">>") {
      position += 2
      emit(.commandEnd, from: start)
      endCommand()
    } else if isAtLineBreak {
      abandonCommand()
    } else if peek() == UInt8(ascii: ">") {
      // As in Yarn Spinner, a lone ‘>’ swallows what follows it, a line break included.
      report(.unclosedCommand, position..<(position + 1))
      position = min(position + 2, source.bytes.count)
    } else if peek() == UInt8(ascii: "{") {
      position += 1
      emit(.expressionStart, from: start)
      modes.append(.expression(end: .expressionEnd))
    } else {
      while !isAtLineBreak, let byte = peek(), byte != UInt8(ascii: ">"),
        byte != UInt8(ascii: "{")
      {
        position += 1
      }
      emit(.commandText, from: start)
    }
  }

  /// Goes back to the line a command stands in.
  mutating func endCommand() {
    modes.removeLast()
    if isNext(">") {
      let start = position
      while isNext(">") { position += 1 }
      report(.extraChevrons, start..<position)
    }
    skipBlanks()
  }

  /// Reports a command that is not closed, and goes on with the next line.
  mutating func abandonCommand() {
    report(.unclosedCommand, position..<min(position + 1, source.bytes.count))
    tokens.append(Token(kind: .commandEnd, start: position, end: position))
    skipToLineBreak()
    while modes.count > 2 { modes.removeLast() }
  }
}

extension Lexer {
  /// Reads one token of an expression, or what ends the expression.
  mutating func lexExpressionToken(end: TokenKind) {
    skipBlanks()
    let start = position
    if isAtLineBreak { return endExpressionAtLineBreak(end) }
    if end == .headerEnd, isNext("//") { return skipToLineBreak() }
    if end == .expressionEnd, peek() == UInt8(ascii: "}") {
      position += 1
      emit(.expressionEnd, from: start)
      modes.removeLast()
      return
    }
    if isNext(">>"), end == .commandEnd {
      position += 2
      emit(.commandEnd, from: start)
      return endCommand()
    }
    if end == .commandEnd, peek() == UInt8(ascii: "{") || peek() == UInt8(ascii: "}") {
      position += 1
      return emit(
        source.bytes[start] == UInt8(ascii: "{") ? .expressionStart : .expressionEnd, from: start)
    }
    lexOperand(from: start)
  }

  private mutating func endExpressionAtLineBreak(_ end: TokenKind) {
    if end == .headerEnd {
      tokens.append(Token(kind: .headerEnd, start: position, end: position))
      skipLineBreak()
      modes.removeLast()
    } else if modes.contains(.commandText) || end == .commandEnd {
      abandonCommand()
    } else {
      let range = position..<min(position + 1, source.bytes.count)
      report(.syntax("the expression is not closed; add ‘}’"), range)
      tokens.append(Token(kind: .expressionEnd, start: position, end: position))
      while modes.count > 2 { modes.removeLast() }
    }
  }

  private mutating func lexOperand(from start: Int) {
    guard let byte = peek() else { return }
    if byte.isDigit {
      lexNumber(from: start)
    } else if byte == UInt8(ascii: "\"") {
      lexString(from: start)
    } else if byte == UInt8(ascii: "$") {
      position += 1
      skipIdentifier()
      emit(position > start + 1 ? .variable : .invalid, from: start)
    } else if byte.startsIdentifier {
      skipIdentifier()
      emit(.identifier, from: start)
    } else {
      lexSymbol(from: start)
    }
  }

  private mutating func skipIdentifier() {
    while let byte = peek(), byte.continuesIdentifier { position += 1 }
  }

  private mutating func lexNumber(from start: Int) {
    while let byte = peek(), byte.isDigit { position += 1 }
    if peek() == UInt8(ascii: "."), peek(1)?.isDigit == true {
      position += 1
      while let byte = peek(), byte.isDigit { position += 1 }
    }
    emit(.number, from: start)
  }

  private mutating func lexString(from start: Int) {
    position += 1
    while !isAtLineBreak, let byte = peek(), byte != UInt8(ascii: "\"") {
      position += byte == .backslash && peek(1)?.isLineBreak == false ? 2 : 1
    }
    if peek() == UInt8(ascii: "\"") {
      position += 1
      emit(.string, from: start)
    } else {
      position = min(position, source.bytes.count)
      report(.syntax("the text is not closed; add ‘\"’"), start..<position)
      emit(.string, from: start)
    }
  }

  private mutating func lexSymbol(from start: Int) {
    if let first = peek(), let second = peek(1), let symbol = Symbol(first, second) {
      position += 2
      return emit(.symbol(symbol), from: start)
    }
    let symbol = peek().flatMap { Symbol($0) }
    position += 1
    emit(symbol.map(TokenKind.symbol) ?? .invalid, from: start)
  }
}

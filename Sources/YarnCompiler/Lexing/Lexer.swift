/// Cuts a source into tokens.
///
/// What a byte means depends on where it stands, so the lexer keeps a stack of modes; indentation
/// is tracked only below lines that start with an arrow, as Yarn Spinner's own lexer does.
struct Lexer {
  /// Where the lexer stands.
  enum Mode: Equatable {
    case headers
    case whenHeader
    case lineStart
    case text
    case commandText
    /// An expression, and the token kind that ends it.
    case expression(end: TokenKind)
  }

  let source: SourceText
  let file: Int
  var position = 0
  var modes: [Mode] = [.headers]
  var tokens: [Token] = []
  var problems = ProblemList()
  var indentation = Indentation()

  init(_ source: SourceText, file: Int) {
    self.source = source
    self.file = file
  }

  /// Cuts the whole source; the last token is always `endOfFile`.
  mutating func run() {
    tokens.reserveCapacity(source.bytes.count / 4 + 16)
    while position < source.bytes.count, !problems.isOverfull {
      let before = (position, tokens.count, modes.count, modes.last)
      step()
      if before == (position, tokens.count, modes.count, modes.last) { position += 1 }
    }
    closeOpenModes()
    emit(.endOfFile, from: position)
  }

  private mutating func step() {
    switch modes.last ?? .headers {
    case .headers: lexHeaderLine()
    case .whenHeader: lexExpressionToken(end: .headerEnd)
    case .lineStart: lexLineStart()
    case .text: lexText()
    case .commandText: lexCommandText()
    case .expression(let end): lexExpressionToken(end: end)
    }
  }

  private mutating func closeOpenModes() {
    if modes.last == .commandText, tokens.last?.kind == .commandText {
      report(.syntax("the file ends inside a command; add ‘>>’"), position..<position)
      emit(.commandEnd, from: position)
    } else if modes.contains(.expression(end: .commandEnd)) || modes.contains(.commandText) {
      report(.unclosedCommand, position..<position)
      emit(.commandEnd, from: position)
    } else if modes.last == .whenHeader {
      emit(.headerEnd, from: position)
    }
    while indentation.close() { emit(.dedent, from: position) }
  }

  // The tools that the parts of the lexer share.

  func peek(_ offset: Int = 0) -> UInt8? {
    let index = position + offset
    return index < source.bytes.count ? source.bytes[index] : nil
  }

  func isNext(_ text: StaticString) -> Bool {
    source.matches(text, at: position)
  }

  var isAtLineBreak: Bool { peek()?.isLineBreak ?? true }

  mutating func skipBlanks() {
    while let byte = peek(), byte.isBlank { position += 1 }
  }

  mutating func skipToLineBreak() {
    while !isAtLineBreak { position += 1 }
  }

  mutating func skipLineBreak() {
    if isNext("\r\n") { position += 2 } else if position < source.bytes.count { position += 1 }
  }

  mutating func emit(_ kind: TokenKind, from start: Int) {
    tokens.append(Token(kind: kind, start: start, end: position))
  }

  mutating func report(_ problem: Problem, _ range: Range<Int>) {
    problems.append(
      problem, SourceRange(file: file, start: range.lowerBound, end: range.upperBound))
  }
}

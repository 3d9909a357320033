/// Turns tokens into syntax, and goes on after a mistake at the end of the statement.
struct Parser {
  let source: SourceText
  let file: Int
  let tokens: [Token]
  var index = 0
  var problems: [(Problem, SourceRange)] = []

  /// The next number for an expression or a line.
  var nextID: Int
  var depth = 0

  static let deepestNesting = 100

  /// How many operators of one level may follow each other.
  static let longestChain = 500

  init(_ source: SourceText, file: Int, tokens: [Token], nextID: Int) {
    self.source = source
    self.file = file
    self.tokens = tokens
    self.nextID = nextID
  }

  var token: Token { tokens[index] }
  var kind: TokenKind { tokens[index].kind }
  var followingKind: TokenKind { tokens[min(index + 1, tokens.count - 1)].kind }

  /// The end of the token before the next one.
  var previousEnd: Int { index > 0 ? tokens[index - 1].end : 0 }

  func text(_ token: Token) -> String { source.text(token.start..<token.end) }

  func range(_ token: Token) -> SourceRange {
    SourceRange(file: file, start: token.start, end: token.end)
  }

  func range(from start: Int) -> SourceRange {
    SourceRange(file: file, start: start, end: max(start, previousEnd))
  }

  @discardableResult
  mutating func advance() -> Token {
    let token = tokens[index]
    if index < tokens.count - 1 { index += 1 }
    return token
  }

  mutating func accept(_ kind: TokenKind) -> Bool {
    guard self.kind == kind else { return false }
    advance()
    return true
  }

  mutating func accept(_ symbol: Symbol) -> Bool { accept(.symbol(symbol)) }

  /// Accepts a word of the expression language that is spelt like a name.
  mutating func accept(word: String) -> Bool {
    guard kind == .identifier, text(token) == word else { return false }
    advance()
    return true
  }

  mutating func report(_ problem: Problem, _ range: SourceRange) {
    problems.append((problem, range))
  }

  /// Reports the next token as one that does not belong here.
  mutating func reportUnexpected(_ expected: String) {
    let found: String
    switch kind {
    case .endOfFile: found = "the end of the file"
    case .newline, .headerEnd: found = "the end of the line"
    case .bodyEnd: found = "the end of the node"
    case .indent, .dedent, .blankLine: found = "this indentation"
    default: found = "‘\(text(token))’"
    }
    report(.syntax("\(found) stands where \(expected) is expected"), range(token))
  }

  mutating func makeID() -> Int {
    nextID += 1
    return nextID
  }
}

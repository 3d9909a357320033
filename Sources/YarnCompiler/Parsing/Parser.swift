/// Turns tokens into syntax, and goes on after a mistake at the end of the statement.
struct Parser {
  let source: SourceText
  let file: Int
  let tokens: [Token]
  var index = 0
  var problems = ProblemList()

  /// The last token that was reported as a mistake of grammar.
  var lastMistake: Int?

  /// The first such token since an option began.
  var firstMistake: (token: Int, range: SourceRange)?

  /// The next number for an expression.
  var nextID: Int

  /// The next number for a line.
  var nextLineKey: Int

  /// What the node that is being read holds so far.
  var contents: NodeSyntax.Contents = []

  /// Where the jumps and detours of that node lead to.
  var targets: [(name: String, range: SourceRange)] = []
  var depth = 0

  /// How many ends of options' bodies are to be passed over, as a command in the body closed what
  /// was opened before it.
  var strayDedents = 0

  static let deepestNesting = 100

  /// How many levels an expression's tree may have; a chain of operators makes one level each.
  static let greatestHeight = 1000

  /// How many levels the expression read last has.
  var height = 0

  init(_ source: SourceText, file: Int, tokens: [Token], nextID: Int = 0, nextLineKey: Int = 0) {
    self.source = source
    self.file = file
    self.tokens = tokens
    self.nextID = nextID
    self.nextLineKey = nextLineKey
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
  mutating func accept(word: StaticString) -> Bool {
    guard kind == .identifier, isWord(word) else { return false }
    advance()
    return true
  }

  /// Whether the next token is spelt like a word.
  func isWord(_ word: StaticString) -> Bool {
    source.matches(word, at: token.start) && token.end - token.start == word.utf8CodeUnitCount
  }

  /// Reports a mistake; after too many the rest of the file is passed over.
  mutating func report(_ problem: Problem, _ range: SourceRange) {
    problems.append(problem, range)
    if problems.isOverfull { index = tokens.count - 1 }
  }

  /// Reports the next token as one that does not belong here.
  mutating func reportUnexpected(_ expected: String) {
    reportSyntax(.syntax("\(found) stands where \(expected) is expected"), range(token))
  }

  /// Reports the next token as one that does not belong into a statement's command.
  mutating func reportInCommand(_ expected: String) {
    reportSyntax(.strayInCommand("\(found) stands where \(expected) is expected"), range(token))
  }

  /// Reports a mistake of grammar, but only one for each token.
  ///
  /// An end that the lexer made up stands where the lexer has reported that it is missing.
  mutating func reportSyntax(_ problem: Problem, _ range: SourceRange) {
    if (kind == .commandEnd || kind == .expressionEnd) && token.start == token.end { return }
    guard lastMistake != index else { return }
    lastMistake = index
    if firstMistake == nil { firstMistake = (index, range) }
    report(problem, range)
  }

  /// The next token in words.
  private var found: String {
    switch kind {
    case .endOfFile: "the end of the file"
    case .newline, .headerEnd: "the end of the line"
    case .bodyEnd: "the end of the node"
    case .indent, .dedent, .blankLine: "this indentation"
    default: "‘\(text(token))’"
    }
  }

  mutating func makeLineKey() -> Int {
    nextLineKey += 1
    return nextLineKey - 1
  }

  mutating func makeID() -> Int {
    nextID += 1
    return nextID
  }
}

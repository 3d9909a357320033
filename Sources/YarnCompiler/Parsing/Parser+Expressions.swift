import YarnRuntime

extension Parser {
  /// Reads an expression; after a mistake it gives an invalid one.
  mutating func parseExpression() -> Expression {
    parseBinary(minimum: 1)
  }

  private mutating func parseBinary(minimum: Int) -> Expression {
    let start = token.start
    var left = parseUnary()
    var leftHeight = height
    while let binary = binaryOperator, binary.precedence >= minimum {
      guard leftHeight < Self.greatestHeight else {
        return skipTooDeep("the expression is too long; split it with variables", from: start)
      }
      advance()
      let right = parseBinary(minimum: binary.precedence + 1)
      left = make(.binary(binary, left, right), from: start)
      leftHeight = max(leftHeight, height) + 1
      height = leftHeight
    }
    return left
  }

  private mutating func skipTooDeep(_ what: String, from start: Int) -> Expression {
    report(.nestedTooDeeply(what), range(token))
    while !isExpressionEnd { advance() }
    lastMistake = index
    return make(.invalid, from: start)
  }

  private var binaryOperator: BinaryOperator? {
    switch kind {
    case .symbol(let symbol): symbol.binaryOperator
    case .identifier where token.end - token.start <= 3: BinaryOperator(word: text(token))
    default: nil
    }
  }

  private mutating func parseUnary() -> Expression {
    let start = token.start
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting * 2 else {
      return skipTooDeep("the expression is nested too deeply; use a variable", from: start)
    }
    defer { height += 1 }
    if accept(.subtract) { return make(.unary(.negate, parseUnary()), from: start) }
    if accept(.not) || accept(word: "not") {
      return make(.unary(.not, parseUnary()), from: start)
    }
    return parsePrimary()
  }

  private var isExpressionEnd: Bool {
    switch kind {
    case .commandEnd, .expressionEnd, .headerEnd, .newline, .bodyEnd, .endOfFile: true
    default: false
    }
  }

  private mutating func parsePrimary() -> Expression {
    let start = token.start
    height = 0
    switch kind {
    case .number:
      let number = Float(text(advance())) ?? 0
      return make(.literal(.number(number)), from: start)
    case .string:
      return make(.literal(.string(stringValue(advance()))), from: start)
    case .variable:
      return make(.variable(text(advance())), from: start)
    case .symbol(.dot):
      advance()
      return parseMember(of: nil, from: start)
    case .symbol(.leftParenthesis):
      advance()
      let inner = parseExpression()
      if !accept(.rightParenthesis) { reportUnexpected("‘)’") }
      return make(.parenthesised(inner), from: start)
    case .identifier:
      return parseNamed(from: start)
    default:
      reportUnexpected("an expression")
      if !isExpressionEnd, kind != .symbol(.rightParenthesis) { advance() }
      return make(.invalid, from: start)
    }
  }

  private mutating func parseNamed(from start: Int) -> Expression {
    let name = text(advance())
    if kind == .symbol(.leftParenthesis) { return parseCall(name, from: start) }
    if accept(.dot) { return parseMember(of: name, from: start) }
    switch name {
    case "true": return make(.literal(.bool(true)), from: start)
    case "false": return make(.literal(.bool(false)), from: start)
    default:
      reportSyntax(
        .syntax("‘\(name)’ is no value; variables start with ‘$’ and functions end with ‘()’"),
        range(from: start))
      return make(.invalid, from: start)
    }
  }

  private mutating func parseMember(of type: String?, from start: Int) -> Expression {
    guard kind == .identifier else {
      reportUnexpected("the name of a case")
      return make(.invalid, from: start)
    }
    let name = text(advance())
    return make(.member(type: type, name: name), from: start)
  }

  private mutating func parseCall(_ name: String, from start: Int) -> Expression {
    advance()
    if name.hasPrefix("visited") { contents.insert(.visits) }
    var arguments: [Expression] = []
    if accept(.rightParenthesis) { return make(.call(name, arguments), from: start) }
    var highest = 0
    repeat {
      arguments.append(parseExpression())
      highest = max(highest, height)
    } while accept(.comma)
    height = highest
    if !accept(.rightParenthesis) { reportUnexpected("‘)’") }
    return make(.call(name, arguments), from: start)
  }

  /// Takes off the quotes; `\"` and `\\` stand for a quote and a backslash.
  private func stringValue(_ token: Token) -> String {
    var characters = Substring(text(token)).dropFirst()
    if characters.last == "\"", token.end - token.start > 1 { characters = characters.dropLast() }
    guard characters.contains("\\") else { return String(characters) }
    var result = ""
    while let character = characters.popFirst() {
      if character == "\\", let next = characters.first, next == "\"" || next == "\\" {
        result.append(next)
        characters.removeFirst()
      } else {
        result.append(character)
      }
    }
    return result
  }

  private mutating func make(_ kind: Expression.Kind, from start: Int) -> Expression {
    Expression(kind: kind, range: range(from: start), id: makeID())
  }
}

extension BinaryOperator {
  /// How tightly the operator binds; the logical ones share a level.
  fileprivate var precedence: Int {
    switch self {
    case .and, .or, .xor: 1
    case .equal, .notEqual: 2
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 3
    case .add, .subtract: 4
    case .multiply, .divide, .remainder: 5
    }
  }

  fileprivate init?(word: String) {
    switch word {
    case "and": self = .and
    case "or": self = .or
    case "xor": self = .xor
    case "is", "eq": self = .equal
    case "neq": self = .notEqual
    case "lt": self = .less
    case "lte": self = .lessOrEqual
    case "gt": self = .greater
    case "gte": self = .greaterOrEqual
    default: return nil
    }
  }
}

extension Symbol {
  fileprivate var binaryOperator: BinaryOperator? {
    switch self {
    case .and: .and
    case .or: .or
    case .xor: .xor
    default: BinaryOperator(rawValue: rawValue)
    }
  }
}

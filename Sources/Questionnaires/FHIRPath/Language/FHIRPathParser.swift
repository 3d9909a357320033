/// Puts the tokens of an expression together, by the precedence of operators.
struct FHIRPathParser {
  /// How deep an expression may be nested, and how long a chain of operators or members may be.
  static let depthLimit = 200

  private var tokens: [FHIRPathToken]
  private var position = 0
  private var depth = 0
  /// The variables that the expression uses.
  private(set) var variables: [(name: String, column: Int)] = []

  init(_ text: String) throws(FHIRPathError) {
    tokens = try FHIRPathLexer.tokens(of: text)
  }

  mutating func expression() throws(FHIRPathError) -> FHIRPathTerm {
    let term = try expression(above: 0)
    guard current.kind == .end else { throw unexpected() }
    return term
  }

  private static let strengths: [String: Int] = [
    "implies": 1, "or": 2, "xor": 2, "and": 3, "in": 4, "contains": 4, "=": 5, "!=": 5, "~": 5,
    "!~": 5, "<": 6, ">": 6, "<=": 6, ">=": 6, "|": 7, "is": 8, "as": 8, "+": 9, "-": 9, "&": 9,
    "*": 10, "/": 10, "div": 10, "mod": 10,
  ]

  private mutating func expression(above strength: Int) throws(FHIRPathError) -> FHIRPathTerm {
    let outer = depth
    defer { depth = outer }
    try enter()
    var left = try prefixed()
    while let name = operatorName, let own = Self.strengths[name], own > strength {
      try enter()
      let column = current.column
      position += 1
      if name == "is" {
        left = .test(left, try typeName(), column: column)
      } else if name == "as" {
        left = .cast(left, try typeName())
      } else if let sign = FHIRPathTerm.Operator(rawValue: name) {
        left = .binary(sign, left, try expression(above: own), column: column)
      }
    }
    return left
  }

  private var operatorName: String? {
    switch current.kind {
    case .word(let text), .sign(let text): text
    default: nil
    }
  }

  private mutating func prefixed() throws(FHIRPathError) -> FHIRPathTerm {
    let column = current.column
    if takes("-") {
      try enter()
      return .negated(try prefixed(), column: column)
    }
    if takes("+") {
      try enter()
      return try prefixed()
    }
    return try chain()
  }

  /// A value with the members, functions and brackets after it.
  private mutating func chain() throws(FHIRPathError) -> FHIRPathTerm {
    var term = try primary()
    while true {
      let column = current.column
      if takes(".") {
        try enter()
        term = try invocation(on: term)
      } else if takes("[") {
        try enter()
        let place = try expression(above: 0)
        try expect("]")
        term = .item(term, at: place, column: column)
      } else {
        return term
      }
    }
  }
}

extension FHIRPathParser {
  private mutating func primary() throws(FHIRPathError) -> FHIRPathTerm {
    let token = current
    switch token.kind {
    case .sign("("):
      position += 1
      let term = try expression(above: 0)
      try expect(")")
      return term
    case .sign("{"):
      position += 1
      try expect("}")
      return .empty
    case .string(let text):
      position += 1
      return .literal(.string(text))
    case .number(let text):
      position += 1
      return .literal(try number(text, token.column))
    case .moment(let moment):
      position += 1
      return .literal(.moment(moment))
    case .variable(let name):
      position += 1
      variables.append((name, token.column))
      return .variable(name, column: token.column)
    case .word("true") where !isCall:
      position += 1
      return .literal(.boolean(true))
    case .word("false") where !isCall:
      position += 1
      return .literal(.boolean(false))
    case .special, .word, .quotedName: return try invocation(on: nil)
    case .sign, .end: throw unexpected()
    }
  }

  /// A number, with the unit that may stand after it.
  private mutating func number(_ text: String, _ column: Int) throws(FHIRPathError)
    -> FHIRPathElement
  {
    guard let value = FHIRPathElement(number: text) else {
      throw FHIRPathError(problem: .invalidLiteral, column: column)
    }
    switch current.kind {
    case .string(let unit):
      position += 1
      return .quantity(Quantity(value: value.decimal, code: unit))
    case .word(let word)
    where FHIRPathMoment.Unit(word)?.rawValue.hasPrefix(word.prefix(3)) == true
      && word.count > 2:
      position += 1
      return .quantity(Quantity(value: value.decimal, unit: word))
    default: return value
    }
  }

  private mutating func invocation(on receiver: FHIRPathTerm?) throws(FHIRPathError) -> FHIRPathTerm
  {
    let token = current
    position += 1
    switch token.kind {
    case .special("this"): return receiver ?? .this
    case .special("index") where receiver == nil: return .index
    case .special("total") where receiver == nil: return .total
    case .word(let name), .quotedName(let name):
      guard takes("(") else { return .member(receiver.map(FHIRPathTerm.sharing), name) }
      return try call(name, on: receiver, at: token.column)
    default:
      position -= 1
      throw unexpected()
    }
  }

  private mutating func call(_ name: String, on receiver: FHIRPathTerm?, at column: Int)
    throws(FHIRPathError) -> FHIRPathTerm
  {
    guard let function = FHIRPathFunction(rawValue: name) else {
      let nearest = NearWord.of(name, among: FHIRPathFunction.allCases.map(\.rawValue))
      throw FHIRPathError(problem: .unknownFunction(name, nearest: nearest), column: column)
    }
    if [.is, .as, .ofType].contains(function) {
      let type = try typeName()
      try expect(")")
      return function == .is
        ? .test(receiver ?? .this, type, column: column) : .cast(receiver ?? .this, type)
    }
    let arguments = try arguments()
    guard function.argumentCount.contains(arguments.count) else {
      throw FHIRPathError(problem: .wrongArgumentCount(name), column: column)
    }
    return FHIRPathTerm.call(
      .init(
        function: function, receiver: receiver.map(FHIRPathTerm.sharing), arguments: arguments,
        column: column)
    ).looking
  }

  private mutating func arguments() throws(FHIRPathError) -> [FHIRPathTerm] {
    var arguments: [FHIRPathTerm] = []
    if takes(")") { return arguments }
    repeat { arguments.append(try expression(above: 0)) } while takes(",")
    try expect(")")
    return arguments
  }

  private mutating func typeName() throws(FHIRPathError) -> FHIRPathTerm.TypeName {
    let isGrouped = takes("(")
    let column = current.column
    var names = [try name()]
    while takes(".") { names.append(try name()) }
    if isGrouped { try expect(")") }
    let name = names.last ?? ""
    let isSystem = names.count == 2 && names[0] == "System"
    guard names.count == 1 || (names.count == 2 && ["System", "FHIR"].contains(names[0])),
      FHIRPathElement.isType(name)
    else {
      throw FHIRPathError(
        problem: .unknownType(names.joined(separator: ".")), column: column)
    }
    return FHIRPathTerm.TypeName(name: name, isSystem: isSystem)
  }
}

extension FHIRPathParser {
  private var current: FHIRPathToken { tokens[min(position, tokens.count - 1)] }

  private var isCall: Bool {
    position + 1 < tokens.count && tokens[position + 1].kind == .sign("(")
  }

  private mutating func takes(_ sign: String) -> Bool {
    guard current.kind == .sign(sign) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ sign: String) throws(FHIRPathError) {
    guard takes(sign) else { throw unexpected() }
  }

  private mutating func name() throws(FHIRPathError) -> String {
    switch current.kind {
    case .word(let name), .quotedName(let name):
      position += 1
      return name
    default: throw unexpected()
    }
  }

  private mutating func enter() throws(FHIRPathError) {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw FHIRPathError(problem: .tooDeep, column: current.column)
    }
  }

  private func unexpected() -> FHIRPathError {
    let token = current
    return FHIRPathError(
      problem: token.kind == .end ? .unexpectedEnd : .unexpectedToken(token.shown),
      column: token.column)
  }
}

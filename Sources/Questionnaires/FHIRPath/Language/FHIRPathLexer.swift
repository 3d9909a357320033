/// Cuts an expression into tokens.
struct FHIRPathLexer {
  static let lengthLimit = 50_000

  private let characters: [Unicode.Scalar]
  private var position = 0

  /// Cuts up an expression.
  ///
  /// - Parameter text: The expression.
  /// - Returns: The tokens, ended by one of kind `end`.
  /// - Throws: `FHIRPathError` at the first character that does not belong.
  static func tokens(of text: String) throws(FHIRPathError) -> [FHIRPathToken] {
    guard text.utf8.count <= lengthLimit else {
      throw FHIRPathError(problem: .tooLong, column: 1)
    }
    var lexer = FHIRPathLexer(characters: Array(text.unicodeScalars))
    var tokens: [FHIRPathToken] = []
    while tokens.last?.kind != .end { tokens.append(try lexer.next()) }
    return tokens
  }

  private mutating func next() throws(FHIRPathError) -> FHIRPathToken {
    try skipSpaceAndComments()
    let column = position + 1
    return FHIRPathToken(kind: try kind(), column: column)
  }

  private mutating func kind() throws(FHIRPathError) -> FHIRPathToken.Kind {
    guard let first = peek() else { return .end }
    switch first {
    case "'": return .string(try quoted())
    case "`", "\"": return .quotedName(try quoted())
    case "@": return .moment(try moment())
    case "%":
      position += 1
      guard let next = peek() else { throw error(.unexpectedEnd) }
      return .variable(next == "'" || next == "`" ? try quoted() : try name())
    case "$":
      position += 1
      return .special(try name())
    case _ where first.isDigit: return .number(number())
    case _ where first.isNameStart: return .word(try name())
    default: return .sign(try sign())
    }
  }
}

extension FHIRPathLexer {
  private static let signs = [
    "<=", ">=", "!=", "!~", "=", "~", "<", ">", "+", "-", "*", "/", "&", "|", ".", ",", "(", ")",
    "[", "]", "{", "}",
  ].map { Array($0.unicodeScalars) }

  private mutating func sign() throws(FHIRPathError) -> String {
    for sign in Self.signs where characters[position...].starts(with: sign) {
      position += sign.count
      return String(String.UnicodeScalarView(sign))
    }
    throw error(.unexpectedCharacter)
  }

  private mutating func name() throws(FHIRPathError) -> String {
    guard let first = peek() else { throw error(.unexpectedEnd) }
    guard first.isNameStart else { throw error(.unexpectedCharacter) }
    return take { $0.isNameStart || $0.isDigit }
  }

  /// A point belongs to a number only where a digit follows: `1.toString()` calls a function.
  private mutating func number() -> String {
    var text = take(while: \.isDigit)
    if peek() == ".", let after = peek(1), after.isDigit {
      position += 1
      text += "." + take(while: \.isDigit)
    }
    return text
  }

  private mutating func moment() throws(FHIRPathError) -> FHIRPathMoment {
    let start = position
    position += 1
    var text = ""
    while let next = peek() {
      let isPoint = next == "." && (peek(1)?.isDigit ?? false) && text.contains(":")
      guard next.isDigit || "-:TZ+".unicodeScalars.contains(next) || isPoint else { break }
      if next == "+" && !text.contains("T") { break }
      text.unicodeScalars.append(next)
      position += 1
    }
    guard let moment = FHIRPathMoment(literal: text) else {
      throw error(.invalidLiteral, at: start)
    }
    return moment
  }

  private mutating func quoted() throws(FHIRPathError) -> String {
    let (start, quote) = (position, peek())
    position += 1
    var text = String.UnicodeScalarView()
    while let next = peek(), next != quote {
      position += 1
      if next == "\\" {
        text.append(contentsOf: try escape())
      } else {
        text.append(next)
      }
    }
    guard peek() != nil else { throw error(.unterminated, at: start) }
    position += 1
    return String(text)
  }

  /// Reads what follows a backslash.
  ///
  /// Patterns are full of backslashes that mean nothing to FHIRPath,
  /// such as `\d`; forms leave them single, so they stay.
  private mutating func escape() throws(FHIRPathError) -> [Unicode.Scalar] {
    guard let next = peek() else { throw error(.unterminated) }
    position += 1
    switch next {
    case "n": return ["\n"]
    case "r": return ["\r"]
    case "t": return ["\t"]
    case "f": return ["\u{C}"]
    case "u":
      let digits = String(String.UnicodeScalarView(characters[position...].prefix(4)))
      guard digits.count == 4, let value = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(value)
      else { throw error(.invalidLiteral) }
      position += 4
      return [scalar]
    case "'", "\"", "`", "\\", "/": return [next]
    default: return ["\\", next]
    }
  }
}

extension FHIRPathLexer {
  private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    position + distance < characters.count ? characters[position + distance] : nil
  }

  private mutating func take(while belongs: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while let next = peek(), belongs(next) {
      text.append(next)
      position += 1
    }
    return String(text)
  }

  private mutating func skipSpaceAndComments() throws(FHIRPathError) {
    while let next = peek() {
      if next.properties.isWhitespace || next == "\u{FEFF}" {
        position += 1
      } else if next == "/", peek(1) == "/" {
        _ = take { $0 != "\n" && $0 != "\r" }
      } else if next == "/", peek(1) == "*" {
        try skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() throws(FHIRPathError) {
    let start = position
    position += 2
    while !(peek() == "*" && peek(1) == "/") {
      guard peek() != nil else { throw error(.unterminated, at: start) }
      position += 1
    }
    position += 2
  }

  private func error(_ problem: FHIRPathError.Problem, at place: Int? = nil) -> FHIRPathError {
    FHIRPathError(problem: problem, column: (place ?? position) + 1)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isNameStart: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_"
  }
}

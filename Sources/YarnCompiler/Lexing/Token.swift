/// A piece of a script that the grammar knows.
struct Token: Equatable {
  let kind: TokenKind
  private let storedStart: Int32
  private let storedEnd: Int32

  var start: Int { Int(storedStart) }
  var end: Int { Int(storedEnd) }

  init(kind: TokenKind, start: Int, end: Int) {
    self.kind = kind
    storedStart = Int32(clamping: start)
    storedEnd = Int32(clamping: end)
  }
}

/// What a token is.
enum TokenKind: Equatable {
  case fileTag
  case headerKey
  case headerValue
  case headerEnd
  case bodyStart
  case bodyEnd

  case newline
  case indent
  case dedent
  /// A line without a single character, which ends a group of options.
  case blankLine
  case arrow
  case groupArrow
  case text
  case hashtag
  case expressionStart
  case expressionEnd
  case commandStart
  case commandEnd
  case commandText
  case keyword(Keyword)

  case number
  case string
  case variable
  case identifier
  case symbol(Symbol)
  case invalid
  case endOfFile
}

/// A word that makes a command a statement of the language.
enum Keyword: String, CaseIterable {
  case `if`, `elseif`, `else`, `endif`, set, declare, call, jump, detour, `return`, once, endonce
  case `enum`, `case`, endenum, local, stop
}

extension Keyword {
  /// Whether statements stand inside the statement that the word starts.
  var opensBlock: Bool { self == .if || self == .once }
}

/// A sign inside an expression.
enum Symbol: String {
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case comma = ","
  case dot = "."
  case assign = "="
  case addAssign = "+="
  case subtractAssign = "-="
  case multiplyAssign = "*="
  case divideAssign = "/="
  case remainderAssign = "%="
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case and = "&&"
  case or = "||"
  case xor = "^"
  case not = "!"
}

extension Keyword {
  private static let spellings = allCases.map { Array($0.rawValue.utf8) }

  /// Finds the keyword that is spelt so.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let place = Self.spellings.firstIndex(where: { bytes.elementsEqual($0) }) else {
      return nil
    }
    self = Self.allCases[place]
  }
}

extension Symbol {
  /// Finds the sign of one byte.
  init?(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("): self = .leftParenthesis
    case UInt8(ascii: ")"): self = .rightParenthesis
    case UInt8(ascii: ","): self = .comma
    case UInt8(ascii: "."): self = .dot
    case UInt8(ascii: "="): self = .assign
    case UInt8(ascii: "+"): self = .add
    case UInt8(ascii: "-"): self = .subtract
    case UInt8(ascii: "*"): self = .multiply
    case UInt8(ascii: "/"): self = .divide
    case UInt8(ascii: "%"): self = .remainder
    case UInt8(ascii: "<"): self = .less
    case UInt8(ascii: ">"): self = .greater
    case UInt8(ascii: "^"): self = .xor
    case UInt8(ascii: "!"): self = .not
    default: return nil
    }
  }

  /// Finds the sign of two bytes.
  init?(_ first: UInt8, _ second: UInt8) {
    switch (first, second) {
    case (UInt8(ascii: "+"), UInt8(ascii: "=")): self = .addAssign
    case (UInt8(ascii: "-"), UInt8(ascii: "=")): self = .subtractAssign
    case (UInt8(ascii: "*"), UInt8(ascii: "=")): self = .multiplyAssign
    case (UInt8(ascii: "/"), UInt8(ascii: "=")): self = .divideAssign
    case (UInt8(ascii: "%"), UInt8(ascii: "=")): self = .remainderAssign
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): self = .lessOrEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): self = .greaterOrEqual
    case (UInt8(ascii: "="), UInt8(ascii: "=")): self = .equal
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): self = .notEqual
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): self = .and
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): self = .or
    default: return nil
    }
  }
}

/// A piece of a script that the grammar knows.
struct Token: Equatable {
  var kind: TokenKind
  var start: Int
  var end: Int
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

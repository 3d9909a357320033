/// A word, sign or value of an expression, with its place.
struct FHIRPathToken: Equatable {
  enum Kind: Equatable {
    /// A name, or a word such as `and`.
    case word(String)
    /// A name between back quotes, which is never a word such as `and`.
    case quotedName(String)
    /// Text between single quotes.
    case string(String)
    /// A number, as written.
    case number(String)
    /// What follows an at sign.
    case moment(FHIRPathMoment)
    /// The name after a per cent sign.
    case variable(String)
    /// The name after a dollar sign.
    case special(String)
    /// An operator or bracket.
    case sign(String)
    /// The end of the expression.
    case end
  }

  var kind: Kind
  /// The place, in characters counted from 1.
  var column: Int

  /// How the token is shown in a message.
  var shown: String {
    switch kind {
    case .word(let text), .number(let text), .sign(let text): text
    case .quotedName(let text): "`\(text)`"
    case .string: "'…'"
    case .moment: "@…"
    case .variable(let name): "%\(name)"
    case .special(let name): "$\(name)"
    case .end: ""
    }
  }
}

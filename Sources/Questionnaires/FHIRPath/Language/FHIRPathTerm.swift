/// An expression, or a part of one, as a tree.
indirect enum FHIRPathTerm: Sendable {
  /// A call of a function.
  struct Call: Sendable {
    var function: FHIRPathFunction
    /// What the function is called on; `nil` for the focus.
    var receiver: FHIRPathTerm?
    var arguments: [FHIRPathTerm]
    var column: Int
  }

  enum Operator: String, Sendable {
    case implies, or, xor, and, `in`, contains
    case equal = "="
    case notEqual = "!="
    case equivalent = "~"
    case notEquivalent = "!~"
    case less = "<"
    case greater = ">"
    case atMost = "<="
    case atLeast = ">="
    case union = "|"
    case plus = "+"
    case minus = "-"
    case concatenate = "&"
    case times = "*"
    case divide = "/"
    case div, mod
  }

  /// A name of a type, such as `FHIR.Coding`.
  struct TypeName: Equatable, Sendable {
    var name: String
    /// Whether the type is one of FHIRPath's own, named so with `System.`.
    var isSystem: Bool
  }

  case empty
  case literal(FHIRPathElement)
  case this
  case index
  case total
  case variable(String, column: Int)
  case member(FHIRPathTerm?, String)
  case call(Call)
  case item(FHIRPathTerm, at: FHIRPathTerm, column: Int)
  case negated(FHIRPathTerm, column: Int)
  case binary(Operator, FHIRPathTerm, FHIRPathTerm, column: Int)
  /// `is`.
  case test(FHIRPathTerm, TypeName, column: Int)
  /// `as` and `ofType`; `as` takes a single value.
  case cast(FHIRPathTerm, TypeName)
  /// A part that has the same value wherever it stands, by a key under which it is kept.
  case shared(String, FHIRPathTerm)
  /// The items of a shared part that have a link id.
  case lookup(String, FHIRPathTerm, linkID: String)
}

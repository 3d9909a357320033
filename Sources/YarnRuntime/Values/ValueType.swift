/// The type of a value, a variable, a parameter or a result.
public enum ValueType: Equatable, Hashable, Sendable {
  /// A 32-bit floating-point number.
  case number

  /// A piece of text.
  case string

  /// A truth value.
  case bool

  /// Any of the other types; only parameters have it.
  case any

  /// An enum that a script declares, by its name.
  case enumeration(String)
}

extension ValueType: CustomStringConvertible {
  /// The name that scripts and diagnostics use.
  public var description: String {
    switch self {
    case .number: "Number"
    case .string: "String"
    case .bool: "Bool"
    case .any: "Any"
    case .enumeration(let name): name
    }
  }
}

/// A value a script works with.
///
/// Members of a script's enums are held as their raw values, so they survive an edit of the enum.
public enum Value: Equatable, Hashable, Codable, Sendable {
  /// A 32-bit floating-point number.
  case number(Float)

  /// A piece of text.
  case string(String)

  /// A truth value.
  case bool(Bool)
}

extension Value {
  /// What the value looks like in a line, in a command and to `string()`.
  public var text: String {
    switch self {
    case .number(let number): numberText(number)
    case .string(let string): string
    case .bool(let bool): bool ? "True" : "False"
    }
  }

  /// The type the value belongs to.
  public var type: ValueType {
    switch self {
    case .number: .number
    case .string: .string
    case .bool: .bool
    }
  }
}

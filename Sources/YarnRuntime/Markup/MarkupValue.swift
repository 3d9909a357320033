/// The value of a markup property.
public enum MarkupValue: Equatable, Sendable {
  /// A whole number.
  case integer(Int)

  /// A number with a point.
  case float(Float)

  /// `true` or `false`.
  case bool(Bool)

  /// A word or a quoted text.
  case string(String)

  /// What the value looks like in text; a number with a point shows all its 64-bit digits, as it
  /// does in Yarn Spinner.
  public var text: String {
    switch self {
    case .integer(let integer): String(integer)
    case .float(let float): Double(float).description
    case .bool(let bool): bool ? "True" : "False"
    case .string(let string): string
    }
  }
}

/// The functions that scripts can call, the standard ones included.
///
/// It is handed to every step of a dialogue, so a host can give functions that read its newest
/// facts without the dialogue ever calling back into the host.
public struct Library: Sendable {
  /// The work of a function; it throws when it cannot use its arguments.
  public typealias Body = @Sendable ([Value]) throws -> Value

  /// What the functions take and give, by name.
  public private(set) var signatures: [String: FunctionSignature]

  private var bodies: [String: Body]

  /// Creates a library of the standard functions.
  public init() {
    signatures = intrinsicSignatures
    bodies = [:]
    registerStandardFunctions()
  }

  /// Adds a function, or replaces the one with the same name.
  ///
  /// - Parameters:
  ///   - name: What scripts call it.
  ///   - parameters: The types of its parameters.
  ///   - variadic: The type of any number of further parameters.
  ///   - returns: The type of its result.
  ///   - body: Its work; it is given as many values as the signature allows, of its types.
  public mutating func register(
    _ name: String, parameters: [ValueType] = [], variadic: ValueType? = nil,
    returns: ValueType, _ body: @escaping Body
  ) {
    signatures[name] = FunctionSignature(parameters, variadic: variadic, returns: returns)
    bodies[name] = body
  }

  /// The work of a function; `nil` for those that the dialogue runs itself and for unknown ones.
  package func body(of name: String) -> Body? { bodies[name] }
}

/// The standard functions that need the dialogue's memory or program; the dialogue runs them.
private let intrinsicSignatures: [String: FunctionSignature] = [
  "visited": FunctionSignature([.string], returns: .bool),
  "visited_count": FunctionSignature([.string], returns: .number),
  "has_any_content": FunctionSignature([.string], returns: .bool),
  "random": FunctionSignature([], returns: .number),
  "random_range": FunctionSignature([.number, .number], returns: .number),
  "random_range_float": FunctionSignature([.number, .number], returns: .number),
  "dice": FunctionSignature([.number], returns: .number),
]

/// What a function takes and gives, which the compiler checks calls against.
public struct FunctionSignature: Equatable, Sendable {
  /// The types of the parameters that every call must give.
  public var parameters: [ValueType]

  /// The type of any number of further parameters; `nil` when there may be none.
  public var variadic: ValueType?

  /// The type of the result.
  public var returns: ValueType

  /// Creates a signature.
  public init(_ parameters: [ValueType], variadic: ValueType? = nil, returns: ValueType) {
    self.parameters = parameters
    self.variadic = variadic
    self.returns = returns
  }
}

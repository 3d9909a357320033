import YarnRuntime

extension Library {
  /// Adds functions that are declared somewhere but that nobody here can carry out.
  ///
  /// They give 0, `false` or an empty text, whatever they are given. A function that the library
  /// has already stays as it is.
  ///
  /// - Parameter signatures: What the functions take and give, by name.
  public mutating func addStandIns(for signatures: [String: FunctionSignature]) {
    for (name, signature) in signatures where self.signatures[name] == nil {
      let value = signature.returns.emptyValue
      register(
        name, parameters: signature.parameters, variadic: signature.variadic,
        returns: signature.returns
      ) { _ in value }
    }
  }
}

extension ValueType {
  /// What a variable of this type holds before anything is known: 0, `false` or an empty text.
  public var emptyValue: Value {
    switch self {
    case .number: .number(0)
    case .bool: .bool(false)
    case .string, .any, .enumeration: .string("")
    }
  }
}

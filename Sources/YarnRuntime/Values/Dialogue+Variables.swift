extension Dialogue {
  /// Reads a variable as the scripts would; a smart variable is worked out.
  ///
  /// - Parameters:
  ///   - name: The name with its `$`.
  ///   - library: The functions that smart variables call.
  /// - Returns: The value that was set, or the one the variable starts with.
  /// - Throws: `DialogueError.Problem.unknownVariable`, and what goes wrong in a smart variable.
  public func value(of name: String, using library: Library) throws(DialogueError) -> Value {
    var copy = self
    copy.values = []
    copy.smartReadings = 0
    return try copy.value(of: [.load(name)], using: library)
  }

  /// Sets a variable from outside the scripts.
  ///
  /// - Parameters:
  ///   - name: The name with its `$`.
  ///   - value: The new value; for a variable of an enum the raw value of one of its cases.
  /// - Throws: `DialogueError.Problem.unknownVariable` when no script speaks of the variable,
  ///   `.readOnlyVariable` for a smart one, `.wrongType` and `.noSuchCase` when it cannot have
  ///   this value.
  public mutating func set(_ name: String, to value: Value) throws(DialogueError) {
    guard program.smartVariables[name] == nil else {
      throw DialogueError(.readOnlyVariable(name))
    }
    guard let type = program.variableTypes[name] else {
      throw DialogueError(.unknownVariable(name))
    }
    if let problem = program.problem(with: value, for: name, of: type) {
      throw DialogueError(problem)
    }
    memory.variables[name] = value
  }
}

extension Program {
  /// Tells why a variable cannot have a value; `nil` when it can.
  func problem(
    with value: Value, for name: String, of type: ValueType
  ) -> DialogueError.Problem? {
    switch type {
    case .any: nil
    case .number, .string, .bool:
      value.type == type ? nil : .wrongType(variable: name, expected: type)
    case .enumeration(let owner):
      enumCases[owner]?.contains(value) == true ? nil : .noSuchCase(variable: name, of: owner)
    }
  }
}

extension Dialogue {
  static var deepestSmartVariable: Int { 512 }

  /// How many smart variables may be worked out before something is said.
  static var mostSmartReadings: Int { 1_000_000 }

  /// Evaluates an expression's code on its own.
  mutating func value(
    of code: [Instruction], using library: Library
  ) throws(DialogueError) -> Value {
    var counter = 0
    while counter < code.count {
      try evaluate(code[counter], using: library)
      counter += 1
    }
    return try pop("expression")
  }

  /// Carries out one instruction of an expression.
  mutating func evaluate(
    _ instruction: Instruction, using library: Library
  ) throws(DialogueError) {
    switch instruction {
    case .push(let value): values.append(value)
    case .load(let name): values.append(try load(name, using: library))
    case .store(let name): memory.variables[name] = try pop("set")
    case .unary(.negate): values.append(.number(-(try popNumber("-"))))
    case .unary(.not): values.append(.bool(!(try popBool("not"))))
    case .binary(let binary):
      let right = try pop(binary.rawValue)
      let left = try pop(binary.rawValue)
      values.append(try binary.apply(left, right))
    case .call(let name, let argumentCount):
      guard values.count >= argumentCount else {
        throw DialogueError(.typeMismatch(operation: name))
      }
      let arguments = Array(values.suffix(argumentCount))
      values.removeLast(argumentCount)
      values.append(try call(name, arguments, using: library))
    case .pop: _ = try pop("call")
    case .isUnseen(let key): values.append(.bool(memory.variables[key] != .bool(true)))
    default: preconditionFailure("a flow instruction stands inside an expression")
    }
  }

  private mutating func load(
    _ name: String, using library: Library
  ) throws(DialogueError) -> Value {
    if let value = memory.variables[name] ?? program.initialValues[name] { return value }
    guard let code = program.smartVariables[name] else {
      throw DialogueError(.unknownVariable(name))
    }
    smartReadings += 1
    guard smartDepth < Self.deepestSmartVariable, smartReadings < Self.mostSmartReadings else {
      throw DialogueError(.smartVariableTooDeep(name))
    }
    smartDepth += 1
    defer { smartDepth -= 1 }
    return try value(of: code, using: library)
  }

  mutating func pop(_ operation: String) throws(DialogueError) -> Value {
    guard let value = values.popLast() else {
      throw DialogueError(.typeMismatch(operation: operation))
    }
    return value
  }

  mutating func popBool(_ operation: String) throws(DialogueError) -> Bool {
    guard case .bool(let bool) = try pop(operation) else {
      throw DialogueError(.typeMismatch(operation: operation))
    }
    return bool
  }

  mutating func popNumber(_ operation: String) throws(DialogueError) -> Float {
    guard case .number(let number) = try pop(operation) else {
      throw DialogueError(.typeMismatch(operation: operation))
    }
    return number
  }

  mutating func popString(_ operation: String) throws(DialogueError) -> String {
    guard case .string(let string) = try pop(operation) else {
      throw DialogueError(.typeMismatch(operation: operation))
    }
    return string
  }

  /// Takes the texts of the topmost values, in the order they were pushed.
  mutating func popTexts(_ count: Int) -> [String] {
    guard count > 0 else { return [] }
    let texts = values.suffix(count).map(\.text)
    values.removeLast(min(count, values.count))
    return texts
  }
}

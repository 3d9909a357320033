import YarnRuntime

extension TypeChecker {
  /// Finds the type of an expression.
  mutating func type(of expression: Expression) -> InferredType {
    switch expression.kind {
    case .literal(let value): return .known(value.type)
    case .variable(let name):
      let type = use(name, at: expression.range)
      expectType(of: expression, type)
      return type
    case .call(let name, let arguments): return call(name, arguments, expression)
    case .member(let typeName?, let member): return typeOfMember(typeName, member, expression)
    case .member(nil, let member):
      let type = table.makeUnknown()
      postponed.append(.member(expression, member, type))
      return type
    case .unary(let unary, let operand): return typeOfUnary(unary, operand)
    case .binary(let binary, let left, let right):
      return typeOfBinary(binary, left, right, expression.range)
    case .parenthesised(let inner): return type(of: inner)
    case .invalid: return .unreadable
    }
  }

  private mutating func typeOfMember(
    _ typeName: String, _ member: String, _ expression: Expression
  ) -> InferredType {
    guard enums[typeName] != nil else {
      let nearest = suggestions.nearest(to: typeName, among: enums.keys)
      let hint = nearest.map { "; did you mean ‘\($0)’?" } ?? ""
      mismatch("no enum is called ‘\(typeName)’" + hint, expression.range)
      return .failed
    }
    if let value = value(of: member, in: .enumeration(typeName), expression.range) {
      memberValues[expression.id] = value
    }
    return .known(.enumeration(typeName))
  }

  private mutating func typeOfUnary(
    _ unary: UnaryOperator, _ operand: Expression
  ) -> InferredType {
    let wanted: ValueType = unary == .negate ? .number : .bool
    require(type(of: operand), wanted, for: unary == .negate ? "-" : "not", operand.range)
    return .known(wanted)
  }

  private mutating func typeOfBinary(
    _ binary: BinaryOperator, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) -> InferredType {
    let leftType = type(of: left)
    let rightType = type(of: right)
    guard table.unify(leftType, rightType) else {
      mismatch(
        "‘\(binary.rawValue)’ needs two values of one type, not a \(describe(leftType)) and a "
          + describe(rightType), range)
      if [leftType, rightType].contains(where: { table.resolve($0) == .unreadable }),
        !binary.resultIsBool
      {
        report(.ambiguousType(source(range)), range)
      }
      return binary.resultIsBool ? .known(.bool) : .failed
    }
    switch binary {
    case .equal, .notEqual: break
    case .and, .or, .xor: require(leftType, .bool, for: binary.rawValue, range)
    case .add: postponed.append(.operand(binary, leftType, range))
    default: require(leftType, .number, for: binary.rawValue, range)
    }
    return binary.resultIsBool ? .known(.bool) : leftType
  }

  private mutating func require(
    _ type: InferredType, _ wanted: ValueType, for operation: String, _ range: SourceRange
  ) {
    if !table.unify(type, .known(wanted)) {
      mismatch("‘\(operation)’ cannot be used with a \(describe(type))", range)
    }
  }

  private mutating func call(
    _ name: String, _ arguments: [Expression], _ expression: Expression
  ) -> InferredType {
    let nameRange = SourceRange(
      file: expression.range.file, start: expression.range.start,
      end: expression.range.start + name.utf8.count)
    let types = arguments.map { type(of: $0) }
    guard let signature = functions[name] else {
      return callImplicit(name, arguments, types, expression, nameRange)
    }
    let count = signature.parameters.count
    guard types.count == count || (types.count > count && signature.variadic != nil) else {
      let expected = (signature.variadic == nil ? "" : "at least ") + Self.counted(count)
      report(.argumentCount(function: name, expected: expected, found: types.count), nameRange)
      return .known(signature.returns)
    }
    for (index, argument) in arguments.enumerated() {
      let parameter = index < count ? signature.parameters[index] : signature.variadic ?? .any
      check(argument, types[index], against: parameter)
    }
    return .known(signature.returns)
  }

  private static func counted(_ count: Int) -> String {
    count == 1 ? "1 argument" : "\(count) arguments"
  }

  private mutating func callImplicit(
    _ name: String, _ arguments: [Expression], _ types: [InferredType], _ expression: Expression,
    _ nameRange: SourceRange
  ) -> InferredType {
    if knowsAllFunctions {
      let nearest = suggestions.nearest(to: name, among: functions.keys)
      report(.unknownFunction(name, nearest: nearest), nameRange)
    }
    guard let function = implicitFunctions[name] else {
      let function = ImplicitFunction(parameters: types, result: table.makeUnknown())
      implicitFunctions[name] = function
      expectType(of: expression, function.result)
      return function.result
    }
    expectType(of: expression, function.result)
    guard function.parameters.count == types.count else {
      report(
        .argumentCount(
          function: name, expected: Self.counted(function.parameters.count), found: types.count),
        nameRange)
      return function.result
    }
    for (index, type) in types.enumerated() where !table.unify(type, function.parameters[index]) {
      mismatch(
        "‘\(name)’ was given a \(describe(function.parameters[index])) before, not a "
          + describe(type), arguments[index].range)
    }
    return function.result
  }

  /// Checks an argument against a declared parameter; an enum may stand for its raw type.
  mutating func check(
    _ argument: Expression, _ type: InferredType, against parameter: ValueType
  ) {
    switch table.resolve(type) {
    case .failed: return
    case .unreadable:
      mismatch("this cannot be read; a \(parameter) is needed", argument.range)
    case .unknown:
      postponed.append(
        parameter == .any
          ? .anyArgument(argument, type) : .argument(argument, type, parameter: parameter))
    case .known(let known):
      if parameter == .any || known == parameter { return }
      if case .enumeration(let name) = known, enums[name]?.rawType == parameter { return }
      mismatch(
        "‘\(source(argument.range))’ is a \(known), but a \(parameter) is needed", argument.range)
    }
  }
}

extension BinaryOperator {
  fileprivate var resultIsBool: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide, .remainder: false
    default: true
    }
  }
}

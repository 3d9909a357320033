import YarnRuntime

/// Collects the enums of all files and checks their cases.
func collectEnums(_ state: inout CompilationState) {
  for file in state.files {
    for node in file.nodes where node.contents.contains(.declarations) {
      Statement.forEach(in: node.body) { statement in
        if case .enumeration(let syntax) = statement { collect(syntax, &state) }
      }
    }
  }
}

private func collect(_ syntax: EnumStatement, _ state: inout CompilationState) {
  guard !syntax.name.isEmpty else { return }
  if state.enums[syntax.name] != nil || builtInType(syntax.name) != nil {
    return state.report(.redeclaredType(syntax.name), syntax.range)
  }
  var type = EnumType(name: syntax.name, rawType: .number, cases: [:], range: syntax.range)
  let hasValues = syntax.cases.contains { $0.value != nil }
  var types: Set<ValueType> = []
  var uses: [Value: [EnumStatement.Case]] = [:]
  for (index, syntaxCase) in syntax.cases.enumerated() {
    if type.cases[syntaxCase.name] != nil {
      state.report(
        .enumCase("the case ‘\(syntaxCase.name)’ exists already; rename one"), syntaxCase.range)
    }
    var value = Value.number(Float(index))
    if let expression = syntaxCase.value {
      guard let constant = rawValue(expression, syntax.range, &state) else { continue }
      value = constant
      types.insert(constant.type)
      uses[constant, default: []].append(syntaxCase)
    } else if hasValues {
      state.report(
        .enumCase("the case ‘\(syntaxCase.name)’ needs a value, as the others have"),
        syntaxCase.range)
    }
    type.cases[syntaxCase.name] = value
  }
  for cases in uses.values where cases.count > 1 {
    for syntaxCase in cases {
      state.report(
        .enumCase("the value of ‘\(syntaxCase.name)’ is used twice; give each its own"),
        syntaxCase.range)
    }
  }
  if types.count > 1 {
    state.report(.enumCase("the values are of different types; use one type"), syntax.nameRange)
  }
  type.rawType = types.first ?? .number
  state.enums[syntax.name] = type
  for name in type.cases.keys { state.enumsByCase[name, default: []].append(syntax.name) }
}

private func rawValue(
  _ expression: Expression, _ range: SourceRange, _ state: inout CompilationState
) -> Value? {
  if case .invalid = expression.kind { return nil }
  guard let constant = expression.constant else {
    state.report(.notConstant, range)
    state.report(.enumCase("the values of an enum are texts or numbers"), range)
    return nil
  }
  switch constant {
  case .string: return constant
  case .number(let number) where number == number.rounded(): return constant
  case .number, .bool:
    state.report(.enumCase("the values of an enum are texts or whole numbers"), range)
    return nil
  }
}

/// A type that the language has from the start, by the name `as` takes.
func builtInType(_ name: String) -> ValueType? {
  switch name.lowercased() {
  case "number": .number
  case "string": .string
  case "bool": .bool
  default: nil
  }
}

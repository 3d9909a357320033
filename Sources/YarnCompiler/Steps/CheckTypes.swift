import YarnRuntime

/// Finds the types of all expressions and reports what does not fit.
func checkTypes(_ state: inout CompilationState) {
  let sources = state.sources
  var checker = TypeChecker(
    functions: state.functions, enums: state.enums, enumsByCase: state.enumsByCase
  ) { range in
    sources[range.file].shortText(range.start..<range.end)
  }
  checker.table = state.types
  checker.variables = state.variables.mapValues { declaration in
    var declaration = declaration
    declaration.isUsed = false
    return declaration
  }
  checker.knowsAllFunctions = state.knowsAllFunctions
  checker.circularNames = state.circularNames
  checker.declaredNames = state.variables.filter(\.value.isDeclared).keys.sorted()
  for (name, declaration) in state.variables.sorted(by: { $0.key < $1.key }) {
    guard let smart = declaration.smartValue else { continue }
    let found = checker.type(of: smart)
    if !checker.table.unify(declaration.type, found) {
      checker.report(
        .declaredTypeDiffers(
          name, declared: checker.describe(declaration.type), found: checker.describe(found)),
        declaration.range)
    }
  }
  for file in state.files {
    for node in file.nodes { checker.check(node) }
  }
  checker.finish()
  state.problems.append(checker.problems)
  state.types = checker.table
  state.memberValues = checker.memberValues
  state.variables = checker.variables
  finishVariables(&state)
}

/// Gives variables that were only used a value to start from, and remarks on unused ones.
private func finishVariables(_ state: inout CompilationState) {
  for (name, declaration) in state.variables.sorted(by: { $0.key < $1.key }) {
    if !declaration.isDeclared { state.program.implicitVariables.insert(name) }
    if declaration.isDeclared, !declaration.isUsed {
      state.report(.unusedVariable(name), declaration.range)
    }
    guard case .known(let type) = state.types.resolve(declaration.type) else { continue }
    state.program.variableTypes[name] = type
    if let value = declaration.initialValue {
      state.program.initialValues[name] = value
    } else if declaration.smartValue == nil {
      state.program.initialValues[name] = defaultValue(of: type, state)
    }
  }
}

private func defaultValue(of type: ValueType, _ state: CompilationState) -> Value {
  switch type {
  case .number: return .number(0)
  case .bool: return .bool(false)
  case .string, .any: return .string("")
  case .enumeration(let name):
    guard let owner = state.enums[name] else { return .number(0) }
    return owner.rawType == .string ? .string("") : .number(0)
  }
}

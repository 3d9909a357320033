import YarnRuntime

/// Collects the `<<declare>>`s of all files, wherever they stand.
func collectVariables(_ state: inout CompilationState) {
  var repeated: [String: SourceRange] = [:]
  for file in state.files {
    for node in file.nodes where node.contents.contains(.declarations) {
      Statement.forEach(in: node.body) { statement in
        if case .declare(let syntax) = statement { collect(syntax, &repeated, &state) }
      }
    }
  }
}

private func collect(
  _ syntax: DeclareStatement, _ ranges: inout [String: SourceRange],
  _ state: inout CompilationState
) {
  if let first = ranges[syntax.name] {
    state.report(.redeclaredVariable(syntax.name), syntax.range)
    if state.variables[syntax.name]?.isUsed == false {
      state.report(.redeclaredVariable(syntax.name), first)
      state.variables[syntax.name]?.isUsed = true
    }
    return
  }
  ranges[syntax.name] = syntax.range
  let documentation = state.sources[syntax.range.file].documentation(
    from: syntax.range.start, valueEnd: syntax.value.range.end)
  if !documentation.isEmpty { state.program.variableDocumentation[syntax.name] = documentation }
  var declaration = VariableDeclaration(
    type: .failed, range: syntax.nameRange, isDeclared: true, initialValue: nil, smartValue: nil)
  if let constant = syntax.value.constant {
    declaration.type = .known(constant.type)
    declaration.initialValue = constant
  } else if case .member(let type?, let name) = syntax.value.kind, let owner = state.enums[type] {
    declaration.type = .known(.enumeration(type))
    declaration.initialValue = owner.cases[name]
    if owner.cases[name] == nil { reportMember(name, of: owner, syntax.value.range, &state) }
  } else if case .member(nil, let name) = syntax.value.kind {
    collectShort(name, syntax, into: &declaration, &state)
  } else if case .invalid = syntax.value.kind {
    declaration.type = .failed
  } else {
    declaration.type = state.types.makeUnknown()
    declaration.smartValue = syntax.value
  }
  checkDeclaredType(syntax, declaration, &state)
  state.variables[syntax.name] = declaration
}

/// `.Case` belongs to the enum after `as`, or to the only one that has it.
private func collectShort(
  _ name: String, _ syntax: DeclareStatement, into declaration: inout VariableDeclaration,
  _ state: inout CompilationState
) {
  let named = syntax.typeName.flatMap { state.enums[$0] == nil ? nil : [$0] }
  let owners = named ?? state.enumsByCase[name] ?? []
  guard owners.count == 1, let owner = state.enums[owners[0]] else {
    state.report(
      owners.isEmpty
        ? .undeterminedType("." + name) : .ambiguousType("." + name), syntax.value.range)
    return
  }
  declaration.type = .known(.enumeration(owner.name))
  declaration.initialValue = owner.cases[name]
  if owner.cases[name] == nil { reportMember(name, of: owner, syntax.value.range, &state) }
}

private func reportMember(
  _ name: String, of owner: EnumType, _ range: SourceRange, _ state: inout CompilationState
) {
  let nearest = state.suggestions.nearest(to: name, among: owner.cases.keys)
  state.report(.unknownMember(type: owner.name, member: name, nearest: nearest), range)
}

private func checkDeclaredType(
  _ syntax: DeclareStatement, _ declaration: VariableDeclaration,
  _ state: inout CompilationState
) {
  guard let name = syntax.typeName else { return }
  let declared = builtInType(name) ?? state.enums[name].map { .enumeration($0.name) }
  guard let declared else {
    let nearest = state.suggestions.nearest(to: name, among: state.enums.keys)
    let hint = nearest.map { "; did you mean ‘\($0)’?" } ?? ""
    state.report(
      .typeMismatch("no type is called ‘\(name)’" + hint), syntax.typeRange ?? syntax.range)
    return
  }
  if declaration.smartValue != nil {
    _ = state.types.unify(declaration.type, .known(declared))
  } else if case .known(let found) = declaration.type, found != declared {
    state.report(
      .declaredTypeDiffers(
        syntax.name, declared: declared.description, found: found.description), syntax.range)
  }
}

import YarnRuntime

extension CodeGenerator {
  mutating func generate(_ expression: Expression) {
    switch expression.kind {
    case .literal(let value): emit(.push(value))
    case .variable(let name): emit(.load(name))
    case .call(let name, let arguments):
      note(.function, name, expression.range)
      for argument in arguments { generate(argument) }
      emit(.call(name, argumentCount: arguments.count))
    case .member: emit(.push(state.memberValues[expression.id] ?? .number(0)))
    case .unary(let unary, let operand):
      generate(operand)
      emit(.unary(unary))
    case .binary(let binary, let left, let right):
      generate(left)
      generate(right)
      emit(.binary(binary))
    case .parenthesised(let inner): generate(inner)
    case .invalid: emit(.push(.bool(false)))
    }
  }

  /// Generates an expression that holds when every `when:` header holds.
  mutating func generateConditions(onceKey: String) {
    var count = 0
    for when in node.syntax.whens {
      switch when.test {
      case .always: continue
      case .once: emit(.isUnseen(onceKey))
      case .onceIf(let expression):
        emit(.isUnseen(onceKey))
        generate(expression)
        emit(.binary(.and))
      case .expression(let expression): generate(expression)
      }
      count += 1
      if count > 1 { emit(.binary(.and)) }
    }
    if count == 0 { emit(.push(.bool(true))) }
  }
}

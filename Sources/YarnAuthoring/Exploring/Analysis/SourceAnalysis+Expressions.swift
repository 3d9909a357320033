import YarnRuntime

extension SourceAnalysis {
  /// Finds where the values come from that an expression leaves behind.
  mutating func origins(of code: ArraySlice<Instruction>) -> [ValueOrigin] {
    var stack: [ValueOrigin] = []
    for (index, instruction) in zip(code.indices, code) {
      switch instruction {
      case .push(let value): stack.append(ValueOrigin(constant: value))
      case .load(let name): stack.append(load(name))
      case .isUnseen(let key):
        let source = self.index(of: .once(key))
        sources[source].isTruth = true
        stack.append(ValueOrigin(sources: [source]))
      case .unary(let unary):
        guard let operand = stack.popLast() else { continue }
        stack.append(apply(unary, operand))
      case .binary(let binary):
        guard let right = stack.popLast(), let left = stack.popLast() else { continue }
        stack.append(apply(binary, left, right))
      case .call(let name, let count):
        let arguments = Array(stack.suffix(count))
        stack.removeLast(min(count, stack.count))
        stack.append(call(name, arguments, at: index))
      default: continue
      }
    }
    return stack
  }

  private mutating func load(_ name: String) -> ValueOrigin {
    if program.initialValues[name] == nil, program.smartVariables[name] != nil {
      return smartOrigin(name)
    }
    let source = index(of: .variable(name))
    return ValueOrigin(sources: [source], linear: .init(source: source))
  }

  private mutating func apply(_ unary: UnaryOperator, _ operand: ValueOrigin) -> ValueOrigin {
    var result = operand
    switch unary {
    case .not:
      if let source = operand.linear?.source { sources[source].isTruth = true }
      result.linear = nil
      if case .bool(let bool)? = operand.constant { result.constant = .bool(!bool) }
    case .negate:
      if case .number(let number)? = operand.constant { result.constant = .number(-number) }
      if let linear = operand.linear {
        result.linear = .init(
          source: linear.source, scale: -linear.scale, offset: -linear.offset)
      }
    }
    return result
  }

  private mutating func apply(
    _ binary: BinaryOperator, _ left: ValueOrigin, _ right: ValueOrigin
  ) -> ValueOrigin {
    let sources = left.sources.union(right.sources)
    switch binary {
    case .add, .subtract, .multiply, .divide:
      return arithmetic(binary, left, right)
    case .remainder:
      sink(right)
      var result = ValueOrigin(sources: sources)
      if case .number(let number)? = right.constant, left.linear != nil {
        result.modulus = Int(exactly: number.magnitude.rounded())
      }
      return result
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      compare(left, right)
    case .and, .or, .xor:
      for side in [left, right] {
        if let source = side.linear?.source { self.sources[source].isTruth = true }
      }
    }
    return ValueOrigin(sources: sources)
  }

  private func arithmetic(
    _ binary: BinaryOperator, _ left: ValueOrigin, _ right: ValueOrigin
  ) -> ValueOrigin {
    var result = ValueOrigin(sources: left.sources.union(right.sources))
    if case .number(let number)? = right.constant, var linear = left.linear {
      switch binary {
      case .add: linear.offset += number
      case .subtract: linear.offset -= number
      case .multiply:
        linear.scale *= number
        linear.offset *= number
      default:
        guard number != 0 else { return result }
        linear.scale /= number
        linear.offset /= number
      }
      result.linear = linear
    } else if case .number(let number)? = left.constant, var linear = right.linear {
      switch binary {
      case .add: linear.offset += number
      case .subtract:
        linear.scale = -linear.scale
        linear.offset = number - linear.offset
      case .multiply:
        linear.scale *= number
        linear.offset *= number
      default: return result
      }
      result.linear = linear
    } else if let left = left.constant, let right = right.constant {
      result.constant = binary.folded(left, right)
    }
    return result
  }

  private mutating func compare(_ left: ValueOrigin, _ right: ValueOrigin) {
    if let constant = right.constant {
      note(constant, left)
    } else if let constant = left.constant {
      note(constant, right)
    } else {
      for source in left.sources.union(right.sources) {
        sources[source].escapes = true
        sources[source].isCompared = true
        note(.number(0), ValueOrigin(sources: [source], linear: .init(source: source)))
      }
      for first in left.sources {
        for second in right.sources where first != second { links.append((first, second)) }
      }
    }
  }

  private mutating func call(
    _ name: String, _ arguments: [ValueOrigin], at place: Int
  ) -> ValueOrigin {
    var all: Set<Int> = []
    for argument in arguments { all.formUnion(argument.sources) }
    let constants = arguments.compactMap(\.constant)
    switch name {
    case "visited", "visited_count": return visits(name, constants, arguments, at: place)
    case "has_any_content": return ValueOrigin(sources: all)
    case "random", "random_range", "random_range_float", "dice":
      arguments.forEach { sink($0) }
      let source = note({ .chance(name, $0) }, at: place)
      return ValueOrigin(sources: [source], linear: .init(source: source))
    default: break
    }
    for source in all {
      sources[source].escapes = true
      sources[source].isInexact = true
    }
    guard isHost(name) else {
      if ["number", "bool", "format"].contains(name) { arguments.forEach { sink($0) } }
      return ValueOrigin(sources: all)
    }
    let isKnown = constants.count == arguments.count
    let source = note({ _ in isKnown ? .host(name, constants) : .hostComputed(name) }, at: place)
    all.insert(source)
    return ValueOrigin(sources: all, linear: all.count == 1 ? .init(source: source) : nil)
  }

  private mutating func visits(
    _ name: String, _ constants: [Value], _ arguments: [ValueOrigin], at place: Int
  ) -> ValueOrigin {
    var found: Set<Int> = []
    if case .string(let node)? = constants.first {
      found = [note({ _ in .visits(node) }, at: place)]
    } else {
      for node in program.nodes.values where node.isTracked {
        found.insert(index(of: .visits(node.name)))
      }
      for argument in arguments {
        for node in program.nodes.keys { note(.string(node), argument) }
        found.formUnion(argument.sources)
      }
      for source in found where name == "visited_count" { sources[source].escapes = true }
    }
    for source in found { sources[source].stepsUp = true }
    let isPlain = constants.count == 1
    if name == "visited" {
      for source in found {
        note(.number(0), ValueOrigin(sources: [source], linear: .init(source: source)))
      }
      return ValueOrigin(sources: found)
    }
    return ValueOrigin(
      sources: found, linear: isPlain ? found.first.map { .init(source: $0) } : nil)
  }
}

extension BinaryOperator {
  fileprivate func folded(_ left: Value, _ right: Value) -> Value? {
    guard case .number(let left) = left, case .number(let right) = right else { return nil }
    switch self {
    case .add: return .number(left + right)
    case .subtract: return .number(left - right)
    case .multiply: return .number(left * right)
    case .divide: return .number(left / right)
    default: return nil
    }
  }
}

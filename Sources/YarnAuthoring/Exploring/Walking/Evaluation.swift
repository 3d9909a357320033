import YarnRuntime

/// Why an expression has no value yet.
enum Interruption: Error {
  /// The host has to answer, or chance to throw; every candidate has to be tried.
  case ask(Inquiry)
  case failure(DialogueError.Problem)
}

/// A value that anybody but the script decides.
struct Inquiry {
  enum Slot {
    case cell(Int)
    case answer
    case draw
  }

  var slot: Slot
  var call: Int
  var candidates: [Scalar]
}

/// Works expressions out.
struct Evaluation {
  var lowered: LoweredProgram
  let library: Library
  var calls: CallTable
  private var stack: [Scalar] = []
  private var drawCursor = 0
  private var smartReadings = 0
  private var smartDepth = 0

  /// Undeclared variables that were read before anything set them, since this was emptied.
  var unset: [Int] = []

  init(_ lowered: LoweredProgram, library: Library, host: HostModel) {
    self.lowered = lowered
    self.library = library
    calls = CallTable(lowered, functions: host.functions)
  }

  /// Works one expression out in a state, whose throws of chance are used from the given one on.
  mutating func value(
    of expression: Int, in position: Position, firstDraw draw: Int = 0
  ) throws(Interruption) -> Scalar {
    stack.removeAll(keepingCapacity: true)
    drawCursor = draw
    smartReadings = 0
    smartDepth = 0
    return try run(expression, position)
  }

  /// How many throws of chance have been used up.
  var drawCount: Int { drawCursor }

  private mutating func run(
    _ expression: Int, _ position: Position
  ) throws(Interruption) -> Scalar {
    let depth = stack.count
    for index in lowered.expressions[expression].steps.indices {
      try step(lowered.expressions[expression].steps[index], position)
    }
    let value = stack.count > depth ? stack.last : nil
    stack.removeLast(stack.count - depth)
    return value ?? .none
  }

  private mutating func step(
    _ step: ExpressionStep, _ position: Position
  ) throws(Interruption) {
    switch step {
    case .push(let scalar): stack.append(scalar)
    case .load(let cell), .visits(let cell):
      if case .visits = step { _ = pop() }
      stack.append(position.cells[cell])
    case .loadUndeclared(let cell, let variable):
      if position.cells[cell].isNone { unset.append(variable) }
      stack.append(position.cells[cell].isNone ? lowered.defaults[cell] : position.cells[cell])
    case .hasVisited(let cell):
      _ = pop()
      stack.append(Scalar((position.cells[cell].number ?? 0) > 0))
    case .isUnseen(let cell): stack.append(Scalar(position.cells[cell].bool != true))
    case .smart(let index): try smart(index, position)
    case .unary(.not): stack.append(pop().bool.map { Scalar(!$0) } ?? .none)
    case .unary(.negate): stack.append(pop().number.map { Scalar(-$0) } ?? .none)
    case .binary(let binary):
      let right = pop()
      let left = pop()
      stack.append(try apply(binary, left, right))
    case .standard(let name, let count): try standard(name, count)
    case .anything(let scalar, let count):
      stack.removeLast(min(count, stack.count))
      stack.append(scalar)
    case .host(let cell, let source, let count):
      let arguments = popArguments(count)
      let value = position.cells[cell]
      guard value.isNone else { return stack.append(value) }
      throw .ask(calls.inquiry(.cell(cell), source, arguments, &lowered.pool))
    case .hostComputed(let source, let count): try host(source, count, position)
    case .chance(let source, let count): try draw(source, count, position)
    case .visitsComputed(let isCount): visits(isCount, position)
    case .hasContent: try hasContent(position)
    }
  }

  private mutating func pop() -> Scalar { stack.popLast() ?? .none }

  private mutating func popArguments(_ count: Int) -> [Scalar] {
    let arguments = Array(stack.suffix(count))
    stack.removeLast(min(count, stack.count))
    return arguments
  }
}

extension Evaluation {
  private mutating func smart(_ index: Int, _ position: Position) throws(Interruption) {
    smartReadings += 1
    guard smartDepth < 512, smartReadings < 1_000_000 else {
      throw .failure(.smartVariableTooDeep("smart"))
    }
    smartDepth += 1
    defer { smartDepth -= 1 }
    stack.append(try run(lowered.smartExpressions[index], position))
  }

  private mutating func apply(
    _ binary: BinaryOperator, _ left: Scalar, _ right: Scalar
  ) throws(Interruption) -> Scalar {
    switch binary {
    case .equal: return Scalar(left == right && left.number?.isNaN != true)
    case .notEqual: return Scalar(left != right || left.number?.isNaN == true)
    case .and, .or, .xor:
      guard let left = left.bool, let right = right.bool else { return .none }
      return Scalar(
        binary == .and ? left && right : binary == .or ? left || right : left != right)
    default: break
    }
    if let left = left.number, let right = right.number {
      return try apply(binary, left, right)
    }
    if binary == .add, left.textIndex != nil, right.textIndex != nil {
      return lowered.pool.scalar(.string(lowered.pool.text(left) + lowered.pool.text(right)))
    }
    return .none
  }

  private func apply(
    _ binary: BinaryOperator, _ left: Float, _ right: Float
  ) throws(Interruption) -> Scalar {
    switch binary {
    case .add: return Scalar(left + right)
    case .subtract: return Scalar(left - right)
    case .multiply: return Scalar(left * right)
    case .divide: return Scalar(left / right)
    case .less: return Scalar(left < right)
    case .lessOrEqual: return Scalar(left <= right)
    case .greater: return Scalar(left > right)
    case .greaterOrEqual: return Scalar(left >= right)
    default:
      let divisor = right.rounded(.toNearestOrEven)
      guard divisor != 0 else { throw .failure(.divisionByZero) }
      return Scalar(left.rounded(.toNearestOrEven).truncatingRemainder(dividingBy: divisor))
    }
  }

  private mutating func standard(_ name: String, _ count: Int) throws(Interruption) {
    let arguments = popArguments(count).map { lowered.pool.value($0) }
    guard let body = library.body(of: name) else { throw .failure(.unknownFunction(name)) }
    let value: Value
    do { value = try body(arguments) } catch { throw .failure(.functionFailed(name)) }
    stack.append(lowered.pool.scalar(value))
  }

  private mutating func host(
    _ source: Int, _ count: Int, _ position: Position
  ) throws(Interruption) {
    let arguments = popArguments(count)
    guard case .hostComputed(let name) = lowered.sources[source].kind else { return }
    let values = arguments.map { lowered.pool.value($0) }
    if let cell = lowered.cells[.host(name, values)] {
      guard position.cells[cell].isNone else { return stack.append(position.cells[cell]) }
      throw .ask(calls.inquiry(.cell(cell), source, arguments, &lowered.pool))
    }
    let inquiry = calls.inquiry(.answer, source, arguments, &lowered.pool)
    guard let known = position.answers.first(where: { $0.call == inquiry.call }) else {
      throw .ask(inquiry)
    }
    stack.append(known.value)
  }

  private mutating func draw(
    _ source: Int, _ count: Int, _ position: Position
  ) throws(Interruption) {
    let arguments = popArguments(count)
    if drawCursor < position.draws.count {
      stack.append(position.draws[drawCursor])
      drawCursor += 1
      return
    }
    let inquiry = calls.inquiry(.draw, source, arguments, &lowered.pool)
    guard !inquiry.candidates.isEmpty else {
      throw .failure(.functionFailed(calls.name(of: inquiry.call)))
    }
    throw .ask(inquiry)
  }

  private mutating func visits(_ isCount: Bool, _ position: Position) {
    let name = lowered.pool.text(pop())
    let cell = lowered.cells[.visits(name)]
    let count = cell.flatMap { position.cells[$0].number } ?? 0
    stack.append(isCount ? Scalar(count) : Scalar(count > 0))
  }

  private mutating func hasContent(_ position: Position) throws(Interruption) {
    let name = lowered.pool.text(pop())
    guard let group = lowered.groupIndices[name] else {
      return stack.append(Scalar(lowered.nodeIndices[name] != nil))
    }
    for branch in lowered.groups[group].branches {
      guard let condition = branch.condition else { return stack.append(.yes) }
      if try run(condition, position) == .yes { return stack.append(.yes) }
    }
    stack.append(.no)
  }
}

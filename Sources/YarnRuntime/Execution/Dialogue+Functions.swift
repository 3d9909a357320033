extension Dialogue {
  /// Calls a function of the engine or of the library.
  mutating func call(
    _ name: String, _ arguments: [Value], using library: Library
  ) throws(DialogueError) -> Value {
    if let body = library.body(of: name) {
      do { return try body(arguments) } catch { throw DialogueError(.functionFailed(name)) }
    }
    guard let signature = library.signatures[name], signature.parameters == arguments.map(\.type)
    else {
      throw DialogueError(
        library.signatures[name] == nil ? .unknownFunction(name) : .functionFailed(name))
    }
    return try callIntrinsic(name, arguments, using: library)
  }

  private mutating func callIntrinsic(
    _ name: String, _ arguments: [Value], using library: Library
  ) throws(DialogueError) -> Value {
    switch (name, arguments.first, arguments.last) {
    case ("visited", .string(let node), _):
      return .bool(visitCount(of: node) > 0)
    case ("visited_count", .string(let node), _):
      return .number(visitCount(of: node))
    case ("has_any_content", .string(let node), _):
      guard program.groups[node] != nil else { return .bool(program.nodes[node] != nil) }
      return .bool(!(try runnableMembers(of: node, using: library)).isEmpty)
    case ("random", _, _):
      return .number(Float.random(in: 0..<1, using: &memory.random))
    case ("random_range", .number(let low), .number(let high)):
      return .number(Float(try randomInteger(name, low, high)))
    case ("random_range_float", .number(let low), .number(let high)):
      guard low <= high, (high - low).isFinite else { throw DialogueError(.functionFailed(name)) }
      return .number(Float.random(in: low...high, using: &memory.random))
    case ("dice", .number(let sides), _):
      return .number(Float(try randomInteger(name, 1, sides)))
    default:
      throw DialogueError(.functionFailed(name))
    }
  }

  private func visitCount(of node: String) -> Float {
    memory.variables.count(VariableStorage.visitKey(node))
  }

  private mutating func randomInteger(
    _ name: String, _ low: Float, _ high: Float
  ) throws(DialogueError) -> Int {
    guard let low = Int(exactly: low.rounded(.towardZero)),
      let high = Int(exactly: high.rounded(.towardZero)), low <= high
    else { throw DialogueError(.functionFailed(name)) }
    return Int.random(in: low...high, using: &memory.random)
  }
}

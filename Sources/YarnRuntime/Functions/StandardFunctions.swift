/// Why a standard function cannot use what it was given.
enum FunctionFailure: Error { case unusableArguments }

extension Library {
  mutating func registerStandardFunctions() {
    registerConversions()
    registerArithmetic()
    registerFormatting()
  }

  private mutating func registerConversions() {
    register("string", parameters: [.any], returns: .string) { .string($0[0].text) }
    register("number", parameters: [.any], returns: .number) { .number(try number($0[0])) }
    register("bool", parameters: [.any], returns: .bool) { .bool(try bool($0[0])) }
  }

  private mutating func registerArithmetic() {
    register("min", parameters: [.number, .number], returns: .number) {
      .number(lesser(try number($0[0]), try number($0[1])))
    }
    register("max", parameters: [.number, .number], returns: .number) {
      .number(-lesser(-(try number($0[0])), -(try number($0[1]))))
    }
    registerMap("round") { $0.rounded(.toNearestOrEven) }
    registerMap("floor") { $0.rounded(.down) }
    registerMap("ceil") { $0.rounded(.up) }
    registerMap("int") { $0.rounded(.towardZero) }
    registerMap("decimal") { $0 - $0.rounded(.towardZero) }
    registerMap("inc") { $0 == $0.rounded(.down) ? $0 + 1 : $0.rounded(.up) }
    registerMap("dec") { $0 == $0.rounded(.down) ? $0 - 1 : $0.rounded(.down) }
    register("round_places", parameters: [.number, .number], returns: .number) {
      .number(try rounded(try number($0[0]), places: try number($0[1])))
    }
  }

  private mutating func registerFormatting() {
    register("format_invariant", parameters: [.number], returns: .string) { .string($0[0].text) }
    register("format", parameters: [.string, .any], returns: .string) {
      guard case .string(let pattern) = $0[0] else { throw FunctionFailure.unusableArguments }
      return .string(try compositeFormat(pattern, $0[1]))
    }
  }

  private mutating func registerMap(_ name: String, _ map: @escaping @Sendable (Float) -> Float) {
    register(name, parameters: [.number], returns: .number) { .number(map(try number($0[0]))) }
  }
}

private func number(_ value: Value) throws(FunctionFailure) -> Float {
  switch value {
  case .number(let number): return number
  case .bool(let bool): return bool ? 1 : 0
  case .string(let text):
    guard let number = parsedNumber(text) else { throw .unusableArguments }
    return number
  }
}

private func bool(_ value: Value) throws(FunctionFailure) -> Bool {
  switch value {
  case .bool(let bool): return bool
  case .number(let number): return number != 0
  case .string(let text):
    switch text.trimmed.lowercased() {
    case "true": return true
    case "false": return false
    default: throw .unusableArguments
    }
  }
}

/// The lesser of two numbers; what is no number stays so.
private func lesser(_ first: Float, _ second: Float) -> Float {
  first.isNaN || second.isNaN ? .nan : Swift.min(first, second)
}

/// Rounds half to even, to between no and 15 places.
private func rounded(_ number: Float, places: Float) throws(FunctionFailure) -> Float {
  let places = places.rounded(.towardZero)
  guard places >= 0, places <= 15 else { throw .unusableArguments }
  var scale = 1.0
  for _ in 0..<Int(places) { scale *= 10 }
  return Float((Double(number) * scale).rounded(.toNearestOrEven) / scale)
}

extension String {
  fileprivate var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}

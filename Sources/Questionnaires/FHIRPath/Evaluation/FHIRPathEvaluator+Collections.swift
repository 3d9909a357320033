import FoundationEssentials

extension FHIRPathEvaluator {
  /// The functions that take all values at once; `nil` for the others.
  mutating func collection(
    _ call: FHIRPathTerm.Call, _ input: [FHIRPathElement], _ arguments: [[FHIRPathElement]]
  ) throws(FHIRPathError) -> [FHIRPathElement]? {
    switch call.function {
    case .empty: return [.boolean(input.isEmpty)]
    case .count: return [.integer(input.count)]
    case .distinct: return try distinct(input, call.column)
    case .isDistinct: return [.boolean(try distinct(input, call.column).count == input.count)]
    case .hasValue: return [.boolean(input.count == 1 && input.first?.text != nil)]
    case .getValue: return input.count == 1 && input.first?.text != nil ? input : []
    case .allTrue, .anyTrue, .allFalse, .anyFalse: return try truths(call, input)
    case .subsetOf, .supersetOf, .intersect, .exclude, .union, .combine:
      return try sets(call, input, arguments[0])
    case .single, .first, .last, .tail, .skip, .take: return try part(call, input, arguments)
    case .children: return input.flatMap(\.children)
    case .descendants: return try descendants(of: input, call.column)
    case .extension: return extensions(of: input, try string(arguments[0], call))
    case .sum, .min, .max, .avg: return try total(call, input)
    case .join: return try join(call, input, arguments)
    default: return nil
    }
  }

  private func truths(_ call: FHIRPathTerm.Call, _ input: [FHIRPathElement]) throws(FHIRPathError)
    -> [FHIRPathElement]
  {
    let values = try input.map { element throws(FHIRPathError) -> Bool in
      guard case .boolean(let value) = element else { throw wrongType(call) }
      return value
    }
    let result =
      switch call.function {
      case .allTrue: !values.contains(false)
      case .anyTrue: values.contains(true)
      case .allFalse: !values.contains(true)
      default: values.contains(false)
      }
    return [.boolean(result)]
  }

  private mutating func sets(
    _ call: FHIRPathTerm.Call, _ input: [FHIRPathElement], _ other: [FHIRPathElement]
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    try spend(input.count + other.count, call.column)
    switch call.function {
    case .union: return try distinct(input + other, call.column)
    case .combine: return input + other
    default: break
    }
    try spend(input.count * other.count, call.column)
    func isIn(_ element: FHIRPathElement, _ elements: [FHIRPathElement]) -> Bool {
      elements.contains { $0.isEqual(to: element) == true }
    }
    switch call.function {
    case .subsetOf: return [.boolean(input.allSatisfy { isIn($0, other) })]
    case .supersetOf: return [.boolean(other.allSatisfy { isIn($0, input) })]
    case .exclude: return input.filter { !isIn($0, other) }
    default: return try distinct(input.filter { isIn($0, other) }, call.column)
    }
  }

  private func part(
    _ call: FHIRPathTerm.Call, _ input: [FHIRPathElement], _ arguments: [[FHIRPathElement]]
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    switch call.function {
    case .single: return try single(input, call.column).map { [$0] } ?? []
    case .first: return Array(input.prefix(1))
    case .last: return Array(input.suffix(1))
    case .tail: return Array(input.dropFirst())
    default: break
    }
    guard let count = try integer(arguments[0], call) else { return [] }
    return call.function == .skip
      ? Array(input.dropFirst(max(0, count))) : Array(input.prefix(max(0, count)))
  }

  private mutating func descendants(of input: [FHIRPathElement], _ column: Int)
    throws(FHIRPathError) -> [FHIRPathElement]
  {
    var result: [FHIRPathElement] = []
    var level = input.flatMap(\.children)
    while !level.isEmpty {
      try spend(level.count, column)
      result += level
      level = level.flatMap(\.children)
    }
    return result
  }

  private func extensions(of input: [FHIRPathElement], _ url: String?) -> [FHIRPathElement] {
    guard let url else { return [] }
    return input.flatMap { $0.member("extension") }.filter { element in
      guard case .object(let object, _) = element else { return false }
      return object["url"]?.string == url
    }
  }

  /// Adds up or compares; the sum of nothing is 0, the others give nothing.
  private func total(_ call: FHIRPathTerm.Call, _ input: [FHIRPathElement]) throws(FHIRPathError)
    -> [FHIRPathElement]
  {
    guard var result = input.first else { return call.function == .sum ? [.integer(0)] : [] }
    var evaluator = self
    for element in input.dropFirst() {
      switch call.function {
      case .min, .max:
        // Values of which it cannot be told which is less have no least.
        guard let isLess = try? element.isLess(than: result, orEqual: false) else {
          throw wrongType(call)
        }
        if isLess == (call.function == .min) { result = element }
      default:
        let sum = try evaluator.arithmetic(.plus, result, element, call.column)
        guard let next = sum.first else { return [] }
        result = next
      }
    }
    guard call.function == .avg || call.function == .sum else { return [result] }
    guard result.decimal != nil || result.asQuantity != nil else { throw wrongType(call) }
    return call.function == .sum
      ? [result] : try evaluator.arithmetic(.divide, result, .integer(input.count), call.column)
  }

  private mutating func join(
    _ call: FHIRPathTerm.Call, _ input: [FHIRPathElement], _ arguments: [[FHIRPathElement]]
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    guard !input.isEmpty else { return [] }
    let separator = try arguments.first.flatMap { argument throws(FHIRPathError) in
      try string(argument, call)
    }
    let texts = input.compactMap(\.text)
    guard texts.count == input.count else { throw wrongType(call) }
    let text = texts.joined(separator: separator ?? "")
    try spend(text.utf8.count / 16, call.column)
    return [.string(text)]
  }
}

extension FHIRPathEvaluator {
  func wrongType(_ call: FHIRPathTerm.Call) -> FHIRPathError {
    FHIRPathError(problem: .wrongType(call.function.rawValue), column: call.column)
  }

  /// An argument that is text; `nil` where it is empty.
  func string(_ argument: [FHIRPathElement], _ call: FHIRPathTerm.Call) throws(FHIRPathError)
    -> String?
  {
    guard let element = try single(argument, call.column) else { return nil }
    guard case .string(let text) = element else { throw wrongType(call) }
    return text
  }

  /// An argument that is a whole number; `nil` where it is empty.
  func integer(_ argument: [FHIRPathElement], _ call: FHIRPathTerm.Call) throws(FHIRPathError)
    -> Int?
  {
    guard let element = try single(argument, call.column) else { return nil }
    guard case .integer(let value) = element else { throw wrongType(call) }
    return value
  }
}

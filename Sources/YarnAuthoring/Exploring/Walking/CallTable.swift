import YarnCompiler
import YarnRuntime

/// The calls that the host or chance answers, and the answers that have to be tried.
struct CallTable {
  private struct Call {
    var source: Int
    var arguments: [Scalar]
    var candidates: [Scalar]
  }

  private let sources: [ValueSource]
  private let functions: [String: FunctionSignature]
  private let enumCases: [String: Set<Value>]
  private var calls: [Call] = []
  private var indices: [[UInt64]: Int] = [:]

  init(_ lowered: LoweredProgram, functions: [String: FunctionSignature]) {
    sources = lowered.sources
    self.functions = functions
    enumCases = lowered.program.enumCases
  }

  /// Describes a call and what may come of it.
  mutating func inquiry(
    _ slot: Inquiry.Slot, _ source: Int, _ arguments: [Scalar], _ pool: inout ScalarPool
  ) -> Inquiry {
    let key = [UInt64(source)] + arguments.map(\.bits)
    if let index = indices[key] {
      return Inquiry(slot: slot, call: index, candidates: calls[index].candidates)
    }
    let candidates = candidates(for: source, arguments, &pool)
    calls.append(Call(source: source, arguments: arguments, candidates: candidates))
    indices[key] = calls.count - 1
    return Inquiry(slot: slot, call: calls.count - 1, candidates: candidates)
  }

  func name(of call: Int) -> String { name(sources[calls[call].source].kind) }

  /// The call as a script would write it.
  func text(of call: Int, _ pool: ScalarPool) -> String {
    let arguments = calls[call].arguments.map { scalar in
      scalar.textIndex == nil ? pool.text(scalar) : "\"\(pool.text(scalar))\""
    }
    return "\(name(of: call))(\(arguments.joined(separator: ", ")))"
  }

  /// The functions that were asked although the values tried may not be all that matter.
  var inexactNames: [String] {
    Set(calls.filter { sources[$0.source].isInexact }.map { name(sources[$0.source].kind) })
      .sorted()
  }

  private func name(_ kind: ValueSource.Kind) -> String {
    switch kind {
    case .host(let name, _), .hostComputed(let name), .chance(let name, _): name
    case .variable(let name), .once(let name), .visits(let name): name
    }
  }
}

extension CallTable {
  private func candidates(
    for source: Int, _ arguments: [Scalar], _ pool: inout ScalarPool
  ) -> [Scalar] {
    let facts = sources[source]
    if case .chance(let name, _) = facts.kind {
      return throwsToTry(name, facts, arguments.compactMap(\.number)).map { Scalar($0) }
    }
    switch functions[name(facts.kind)]?.returns ?? guess(facts) {
    case .bool: return [.no, .yes]
    case .string: return texts(facts).map { pool.scalar(.string($0)) }
    case .enumeration(let name):
      let cases = enumCases[name, default: []].sorted { $0.text < $1.text }
      return cases.map { pool.scalar($0) }
    case .number, .any: return facts.numbersToTry.map { Scalar($0) }
    }
  }

  private func guess(_ facts: ValueSource) -> ValueType {
    if !facts.texts.isEmpty { return .string }
    if !facts.points.isEmpty { return .number }
    return facts.isTruth ? .bool : .number
  }

  /// Every text that the answer is compared with, and one that it is not compared with.
  private func texts(_ facts: ValueSource) -> [String] {
    var other = "something else"
    while facts.texts.contains(other) { other += "…" }
    return facts.texts.sorted() + [other]
  }

  private func throwsToTry(
    _ name: String, _ facts: ValueSource, _ arguments: [Float]
  ) -> [Float] {
    switch (name, arguments.first, arguments.last) {
    case ("random", _, _): return fractions(facts.points, 0, 1).filter { $0 < 1 }
    case ("random_range_float", let low?, let high?) where low <= high:
      return fractions(facts.points, low, high)
    case ("dice", let high?, _) where high >= 1: return whole(facts, 1, high)
    case ("random_range", let low?, let high?) where low <= high: return whole(facts, low, high)
    default: return []
    }
  }

  private func whole(_ facts: ValueSource, _ low: Float, _ high: Float) -> [Float] {
    let low = low.rounded(.towardZero)
    let high = high.rounded(.towardZero)
    if high - low < (facts.isInexact || !facts.moduli.isEmpty ? 100 : 6) {
      return stride(from: low, through: high, by: 1).map { $0 }
    }
    var numbers: Set<Float> = [low, high]
    for point in facts.numbersToTry {
      numbers.formUnion([point.rounded(.down), point.rounded(.up)])
    }
    return numbers.filter { $0 >= low && $0 <= high }.sorted()
  }

  /// The points between two numbers, and one between each two of them.
  private func fractions(_ points: Set<Float>, _ low: Float, _ high: Float) -> [Float] {
    let bounds = points.filter { $0 > low && $0 < high }.union([low, high]).sorted()
    return bounds + zip(bounds, bounds.dropFirst()).map { ($0 + $1) / 2 }
  }
}

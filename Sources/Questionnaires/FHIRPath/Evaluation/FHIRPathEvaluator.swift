/// Works out an expression.
struct FHIRPathEvaluator {
  /// How many values may be looked at before the work is given up.
  static let stepLimit = 1_000_000

  /// What the words `$this`, `$index` and `$total` mean.
  struct Scope {
    var this: [FHIRPathElement]
    var index: Int?
    var total: [FHIRPathElement]?

    func on(_ element: FHIRPathElement, at index: Int) -> Scope {
      Scope(this: [element], index: index, total: total)
    }
  }

  let environment: FHIRPathEnvironment
  let variables: any FHIRPathVariables
  private var steps = 0

  init(environment: FHIRPathEnvironment, variables: any FHIRPathVariables) {
    self.environment = environment
    self.variables = variables
  }

  mutating func evaluate(_ term: FHIRPathTerm, _ scope: Scope) throws(FHIRPathError)
    -> [FHIRPathElement]
  {
    switch term {
    case .empty: return []
    case .literal(let element): return [element]
    case .this: return scope.this
    case .index: return scope.index.map { [.integer($0)] } ?? []
    case .total: return scope.total ?? []
    case .variable(let name, let column): return try variable(name, column)
    case .member(let holder, let name):
      let elements = try holder.map { term throws(FHIRPathError) in
        try evaluate(term, scope)
      }
      return try members(name, of: elements ?? scope.this)
    case .call(let call): return try self.call(call, scope)
    case .item(let term, let place, let column):
      return try item(at: place, of: evaluate(term, scope), scope, column)
    case .negated(let term, let column): return try negate(evaluate(term, scope), column)
    case .binary(let sign, let left, let right, let column):
      return try binary(sign, left, right, scope, column)
    case .test(let term, let type, let column):
      let elements = try evaluate(term, scope)
      return try single(elements, column).map { [.boolean($0.isOf(type))] } ?? []
    case .cast(let term, let type): return try evaluate(term, scope).filter { $0.isOf(type) }
    case .shared(let key, let term): return try shared(key, term, scope)
    case .lookup(let key, let term, let linkID):
      return try environment.items(of: key, linkID: linkID) { () throws(FHIRPathError) in
        try evaluate(term, scope)
      }
    }
  }

  private mutating func shared(_ key: String, _ term: FHIRPathTerm, _ scope: Scope)
    throws(FHIRPathError) -> [FHIRPathElement]
  {
    try environment.value(for: key) { () throws(FHIRPathError) in try evaluate(term, scope) }
  }

  private func variable(_ name: String, _ column: Int) throws(FHIRPathError) -> [FHIRPathElement] {
    if let values = try variables.value(of: name) { return values }
    let nearest = NearWord.of(name, among: variables.names)
    throw FHIRPathError(problem: .unknownVariable(name, nearest: nearest), column: column)
  }

  private mutating func members(_ name: String, of elements: [FHIRPathElement])
    throws(FHIRPathError) -> [FHIRPathElement]
  {
    if elements.count == 1 { return elements[0].member(name) }
    try spend(elements.count, 1)
    return elements.flatMap { $0.member(name) }
  }

  private mutating func item(
    at place: FHIRPathTerm, of elements: [FHIRPathElement], _ scope: Scope, _ column: Int
  ) throws(FHIRPathError) -> [FHIRPathElement] {
    let place = try single(evaluate(place, scope), column)
    guard let place else { return [] }
    guard case .integer(let index) = place else {
      throw FHIRPathError(problem: .wrongType("[]"), column: column)
    }
    return elements.indices.contains(index) ? [elements[index]] : []
  }

  /// Counts work, and gives up when it is too much.
  mutating func spend(_ count: Int, _ column: Int) throws(FHIRPathError) {
    steps += count + 1
    guard steps <= Self.stepLimit else {
      throw FHIRPathError(problem: .tooManySteps, column: column)
    }
  }

  /// The only value; `nil` where there is none.
  func single(_ elements: [FHIRPathElement], _ column: Int) throws(FHIRPathError)
    -> FHIRPathElement?
  {
    guard elements.count < 2 else { throw FHIRPathError(problem: .severalValues, column: column) }
    return elements.first
  }

  /// The only value as true or false: a single value that is neither counts as true.
  func truth(_ elements: [FHIRPathElement], _ column: Int) throws(FHIRPathError) -> Bool? {
    guard let element = try single(elements, column) else { return nil }
    if case .boolean(let value) = element { return value }
    return true
  }
}

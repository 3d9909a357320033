/// The variables that are seen at one place: its own and those of all that hold it.
final class CalculationScope: FHIRPathVariables {
  let path: ItemPath
  let context: FHIRPathElement
  private let expressions: ItemExpressions?
  private let outer: CalculationScope?
  private let environment: FHIRPathEnvironment
  private var known: [String: Result<[FHIRPathElement], FHIRPathError>] = [:]

  init(
    _ expressions: ItemExpressions?, at path: ItemPath, context: FHIRPathElement,
    within outer: CalculationScope?, environment: FHIRPathEnvironment
  ) {
    self.expressions = expressions
    self.path = path
    self.context = context
    self.outer = outer
    self.environment = environment
  }

  func value(of name: String) throws(FHIRPathError) -> [FHIRPathElement]? {
    if name == "context" { return [context] }
    if name == "qitem" {
      let item = expressions.flatMap { environment.form?.items[$0.linkID] }
      return item.map { [.object($0, type: "BackboneElement")] } ?? []
    }
    var scope: CalculationScope? = self
    while let here = scope {
      if let found = try here.ownValue(of: name) { return found }
      scope = here.outer
    }
    return environment.standardVariable(name)
  }

  private func ownValue(of name: String) throws(FHIRPathError) -> [FHIRPathElement]? {
    guard let variable = expressions?.variables.last(where: { $0.name == name }) else { return nil }
    if let known = known[name] { return try known.get() }
    // While a variable is worked out it has no value, so that it cannot lead to itself for ever.
    let circular = FHIRPathError(problem: .unknownVariable(name, nearest: nil), column: 1)
    known[name] = .failure(circular)
    let result = variable.expression.map(result) ?? .success([])
    known[name] = result
    return try result.get()
  }

  private func result(of expression: FHIRPathExpression) -> Result<
    [FHIRPathElement], FHIRPathError
  > {
    do {
      return .success(try evaluate(expression))
    } catch {
      return .failure(error)
    }
  }

  /// Works out an expression that stands at this place.
  func evaluate(_ expression: FHIRPathExpression) throws(FHIRPathError) -> [FHIRPathElement] {
    try environment.enter()
    defer { environment.leave() }
    var evaluator = FHIRPathEvaluator(environment: environment, variables: self)
    return try evaluator.evaluate(expression.term, .init(this: [context]))
  }

  var names: [String] {
    let own = expressions?.variables.map(\.name) ?? []
    return own + (outer?.names ?? FHIRPathEnvironment.standardNames + ["qitem"])
  }
}

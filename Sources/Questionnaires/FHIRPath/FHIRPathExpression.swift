/// A FHIRPath expression, read once and worked out as often as needed.
///
/// The article on FHIRPath tells which part of the language is understood. Reading an expression
/// finds every fault of its form, so that a checked form holds no expression that cannot be worked
/// out for want of a function.
///
/// ```swift
/// let total = try FHIRPathExpression("%resource.repeat(item).answer.value.weight().sum()")
/// let values = try total.values(on: response, form: questionnaire)
/// ```
public struct FHIRPathExpression: Sendable {
  /// The expression as it was written.
  public let text: String

  let term: FHIRPathTerm

  /// The names of the variables it uses, each with its place, in characters counted from 1.
  public let variables: [(name: String, column: Int)]

  /// Reads an expression.
  ///
  /// - Parameter text: The expression.
  /// - Throws: `FHIRPathError` at the first place that cannot be read.
  public init(_ text: String) throws(FHIRPathError) {
    var parser = try FHIRPathParser(text)
    self.text = text
    term = try parser.expression()
    variables = parser.variables
  }

  /// Works out the expression over a response.
  ///
  /// - Parameters:
  ///   - response: What `%resource` and the focus are.
  ///   - form: What `%questionnaire` is, and where weights are looked up.
  ///   - variables: The values of further variables.
  ///   - now: The moment that `now()` and `today()` give.
  /// - Returns: The values, as FHIR writes them.
  /// - Throws: `FHIRPathError` when it cannot be worked out.
  public func values(
    on response: QuestionnaireResponse, form: Questionnaire? = nil,
    variables: [String: [JSONValue]] = [:], now: DateTime? = nil
  ) throws(FHIRPathError) -> [JSONValue] {
    try values(on: .response(response), form, variables, now)
  }

  /// Works out the expression over any JSON.
  ///
  /// - Parameters:
  ///   - json: What `%resource` and the focus are.
  ///   - form: What `%questionnaire` is, and where weights are looked up.
  ///   - variables: The values of further variables.
  ///   - now: The moment that `now()` and `today()` give.
  /// - Returns: The values, as FHIR writes them.
  /// - Throws: `FHIRPathError` when it cannot be worked out.
  public func values(
    on json: JSONValue, form: Questionnaire? = nil, variables: [String: [JSONValue]] = [:],
    now: DateTime? = nil
  ) throws(FHIRPathError) -> [JSONValue] {
    guard let object = json.object else { return [] }
    return try values(on: .object(object, type: nil), form, variables, now)
  }

  private func values(
    on focus: FHIRPathElement, _ form: Questionnaire?, _ variables: [String: [JSONValue]],
    _ now: DateTime?
  ) throws(FHIRPathError) -> [JSONValue] {
    let environment = FHIRPathEnvironment(
      resource: focus, form: form.map { FHIRPathForm($0, listsItems: false) }, now: now)
    let given = GivenVariables(
      environment: environment,
      values: variables.mapValues { $0.flatMap { FHIRPathElement.elements(of: $0) } })
    var evaluator = FHIRPathEvaluator(environment: environment, variables: given)
    return try evaluator.evaluate(term, .init(this: [focus])).map(\.json)
  }
}

extension FHIRPathExpression: Equatable {
  /// Compares the texts; everything else follows from them.
  public static func == (left: FHIRPathExpression, right: FHIRPathExpression) -> Bool {
    left.text == right.text
  }
}

/// Variables whose values were given from outside.
private struct GivenVariables: FHIRPathVariables {
  let environment: FHIRPathEnvironment
  let values: [String: [FHIRPathElement]]

  func value(of name: String) throws(FHIRPathError) -> [FHIRPathElement]? {
    if name == "context", let resource = environment.resource { return [resource] }
    return values[name] ?? environment.standardVariable(name)
  }

  var names: [String] { values.keys.sorted() + FHIRPathEnvironment.standardNames }
}

extension FHIRPathEnvironment {
  /// The names that every expression can use.
  static let standardNames = [
    "resource", "rootResource", "context", "questionnaire", "ucum", "sct", "loinc",
  ]

  /// The value of a name that every expression can use; `nil` for other names.
  func standardVariable(_ name: String) -> [FHIRPathElement]? {
    switch name {
    case "resource", "rootResource", "QuestionnaireResponse": resource.map { [$0] } ?? []
    case "questionnaire", "Questionnaire":
      form?.questionnaire.json.object.map { [.object($0, type: "Questionnaire")] } ?? []
    case "ucum": [.string("http://unitsofmeasure.org")]
    case "sct": [.string("http://snomed.info/sct")]
    case "loinc": [.string("http://loinc.org")]
    case _ where name.hasPrefix("vs-"):
      [.string("http://hl7.org/fhir/ValueSet/" + name.dropFirst(3))]
    case _ where name.hasPrefix("ext-"):
      [.string("http://hl7.org/fhir/StructureDefinition/" + name.dropFirst(4))]
    default: nil
    }
  }
}

/// The expressions of one item, or of the form itself.
struct ItemExpressions: Sendable {
  /// A rule that answers have to fulfil.
  struct Rule: Sendable {
    var key: String
    var severity: CalculationOutcome.Violation.Severity
    var human: String
    var expression: FHIRPathExpression
  }

  let linkID: LinkID
  /// Named values, in order; `nil` where the value comes from elsewhere and is not known.
  private(set) var variables: [(name: String, expression: FHIRPathExpression?)] = []
  private(set) var calculated: FHIRPathExpression?
  private(set) var initial: FHIRPathExpression?
  private(set) var enableWhen: FHIRPathExpression?
  private(set) var minimum: FHIRPathExpression?
  private(set) var maximum: FHIRPathExpression?
  private(set) var rules: [Rule] = []
  private(set) var faults: [CalculationFault] = []

  /// Whether there is nothing to work out and nothing for others to use.
  var isEmpty: Bool {
    variables.isEmpty && rules.isEmpty && faults.isEmpty
      && [calculated, initial, enableWhen, minimum, maximum].allSatisfy { $0 == nil }
  }

  /// Reads the expressions of an item or a form.
  init(_ json: JSONValue, linkID: LinkID) {
    self.linkID = linkID
    for element in json["extension"]?.elements ?? [] {
      guard let url = element["url"]?.string else { continue }
      add(element, named: Self.name(of: url))
    }
  }

  /// All expressions with what they are for.
  var all: [(role: CalculationFault.Role, expression: FHIRPathExpression)] {
    let single: [(CalculationFault.Role, FHIRPathExpression?)] = [
      (.calculatedExpression, calculated), (.initialExpression, initial),
      (.enableWhenExpression, enableWhen), (.minValue, minimum), (.maxValue, maximum),
    ]
    let named = variables.map { (CalculationFault.Role.variable($0.name), $0.expression) }
    let ruled = rules.map { (CalculationFault.Role.constraint($0.key), Optional($0.expression)) }
    return (named + single + ruled).compactMap { role, expression in
      expression.map { (role, $0) }
    }
  }
}

extension ItemExpressions {
  /// The last part of an address, without what SDC and FHIR have put before it over the years.
  private static func name(of url: String) -> Substring {
    let name = url[(url.lastIndex(of: "/").map(url.index(after:)) ?? url.startIndex)...]
    for prefix in ["sdc-questionnaire-", "questionnaire-"] where name.hasPrefix(prefix) {
      return name.dropFirst(prefix.count)
    }
    return name
  }

  private mutating func add(_ element: JSONValue, named name: Substring) {
    let value = element["valueExpression"]
    switch name {
    case "calculatedExpression": calculated = read(value, for: .calculatedExpression)
    case "initialExpression": initial = read(value, for: .initialExpression)
    case "enableWhenExpression": enableWhen = read(value, for: .enableWhenExpression)
    case "minValue", "minQuantity": minimum = read(value ?? element.limit, for: .minValue)
    case "maxValue", "maxQuantity": maximum = read(value ?? element.limit, for: .maxValue)
    case "constraint", "targetConstraint": addRule(element)
    case "variable":
      guard let name = value?["name"]?.string else { return }
      variables.append((name, read(value, for: .variable(name))))
    case "launchContext":
      let context = element["extension"]?.elements.first { $0["url"]?.string == "name" }
      let name = context?["valueCoding"]?["code"] ?? context?["valueId"] ?? context?["valueString"]
      if let name = name?.string { variables.append((name, nil)) }
    default:
      // What other extensions name, such as contexts to fill a form from, is not known here.
      if let name = value?["name"]?.string { variables.append((name, nil)) }
    }
  }

  private mutating func addRule(_ element: JSONValue) {
    let parts = element["extension"]?.elements ?? []
    func part(_ name: String) -> JSONValue? {
      parts.first { $0["url"]?.string == name }?.object?.members
        .first { $0.key.hasPrefix("value") }?.value
    }
    guard let written = part("expression") else { return }
    let key = part("key")?.string ?? ""
    guard let expression = read(written, for: .constraint(key)) else { return }
    rules.append(
      Rule(
        key: key, severity: part("severity")?.string == "warning" ? .warning : .error,
        human: part("human")?.string ?? "", expression: expression))
  }

  /// Reads an expression; one in another language than FHIRPath is as good as none.
  private mutating func read(_ json: JSONValue?, for role: CalculationFault.Role)
    -> FHIRPathExpression?
  {
    let language = json?["language"]?.string ?? "text/fhirpath"
    guard let text = json?.string ?? json?["expression"]?.string,
      language.lowercased().hasPrefix("text/fhirpath")
    else { return nil }
    do {
      return try FHIRPathExpression(text)
    } catch {
      faults.append(CalculationFault(linkID: linkID, role: role, problem: .expression(error)))
      return nil
    }
  }
}

extension JSONValue {
  /// The expression of a limit that is worked out, which stands on the value it takes the place of.
  fileprivate var limit: JSONValue? {
    let holder = object?.members.first { $0.key.hasPrefix("_value") }?.value ?? self
    return holder["extension"]?.elements.first {
      $0["url"]?.string?.hasSuffix("/cqf-calculatedValue") == true
        || $0["url"]?.string?.hasSuffix("/cqf-expression") == true
    }?["valueExpression"]
  }
}

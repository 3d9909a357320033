/// Everything that a form says about a response: what applies, what is worked out, what is wrong.
public struct FormEvaluation: Equatable, Sendable {
  /// Whether an item is enabled, once for each of its repetitions.
  public struct State: Equatable, Sendable {
    /// The item.
    public var linkID: LinkID
    /// One for each place at which the item stands, in the order of the response.
    public var isEnabled: [Bool]
  }

  /// What was worked out for an item.
  public struct Value: Equatable, Sendable {
    /// The item.
    public var linkID: LinkID
    /// The values of all its repetitions; none where nothing could be worked out.
    public var answers: [AnswerValue]
  }

  /// The states of all items, in the order of the form.
  public private(set) var enabled: [State] = []
  /// The values of all calculated items, in the order of the form.
  public private(set) var values: [Value] = []
  /// Everything that is wrong or worth knowing.
  public private(set) var issues: [FormIssue] = []
  /// The response with all that was worked out put in.
  public private(set) var response: QuestionnaireResponse

  /// Whether the response is valid.
  public var isValid: Bool { !issues.contains { $0.severity == .error } }

  /// Evaluates a response that may be wrong in any way.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - json: The response as it was read.
  ///   - now: The moment that `now()` and `today()` give in expressions.
  ///   - isSettled: Whether values that are worked out are used to work out others. Without it the
  ///     values are those of the answers exactly as the response has them.
  /// - Throws: `ResponseError.notAResponse` when it is no response at all.
  public init(
    of form: Questionnaire, for json: JSONValue, now: DateTime? = nil, isSettled: Bool = true
  ) throws(ResponseError) {
    var reading = try ResponseReading(json)
    let response = try reading.response()
    self.init(of: form, for: response, now: now, isSettled: isSettled, after: reading.issues)
  }

  /// Evaluates a response.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - response: The response.
  ///   - now: The moment that `now()` and `today()` give in expressions.
  public init(of form: Questionnaire, for response: QuestionnaireResponse, now: DateTime? = nil) {
    self.init(of: form, for: response, now: now, isSettled: true, after: [])
  }

  private init(
    of form: Questionnaire, for response: QuestionnaireResponse, now: DateTime?,
    isSettled: Bool, after found: [FormIssue]
  ) {
    self.response = response
    issues = found
    let calculation = Calculation(form)
    var outcome: CalculationOutcome?
    if !calculation.isEmpty {
      let result = calculation.outcome(of: response, now: now) {
        FormTree(form, response: $0, conditions: $1).disabledPaths
      }
      outcome = result
      self.response = result.response
    }
    var given = outcome
    if !calculation.isEmpty, !isSettled {
      given = calculation.outcome(of: response, now: now, isSettled: false) {
        FormTree(form, response: $0, conditions: $1).disabledPaths
      }
    }
    let tree = FormTree(
      form, response: self.response, conditions: outcome?.conditions ?? [:])
    enabled = Self.states(in: tree)
    values = Self.values(in: tree, given)
    addRelation(to: form)
    addFaults(of: form, given: response, outcome)
    if let outcome { addFaults(of: outcome, form) }
    for fault in form.faults() where fault.severity == .error {
      issues.append(
        FormIssue(
          fault.code, fault.isRefusal ? .error : .warning, linkID: fault.linkID,
          "in the form: " + fault.message))
    }
  }

  private static func states(in tree: FormTree) -> [State] {
    var states: [State] = []
    var seen = Set(tree.form.places.keys)
    for item in tree.form.items.indices where tree.form.places[tree.form.items[item].linkID] == item
    {
      let isEnabled = tree.places[item].map { tree.nodes[$0].isEnabled }
      states.append(State(linkID: tree.form.items[item].linkID, isEnabled: isEnabled))
      // A text that only explains an item applies where the item does.
      for text in tree.form.items[item].explanations where seen.insert(text).inserted {
        states.append(State(linkID: text, isEnabled: isEnabled))
      }
    }
    return states
  }

  private static func values(in tree: FormTree, _ outcome: CalculationOutcome?) -> [Value] {
    tree.form.items.indices.filter { tree.form.items[$0].isCalculated }.map { item in
      Value(
        linkID: tree.form.items[item].linkID,
        answers: tree.places[item].flatMap { outcome?.values[tree.nodes[$0].path] ?? [] })
    }
  }
}

extension FormEvaluation {
  /// Tells when the response says that it belongs to another form.
  private mutating func addRelation(to form: Questionnaire) {
    guard let named = response.questionnaire, let canonical = form.canonical, named != canonical
    else { return }
    let parts = named.split(separator: "|", maxSplits: 1).map(String.init)
    if parts.first == form.url {
      guard parts.count == 2, let version = form.version, parts[1] != version else { return }
      issues.append(
        FormIssue(
          "other-version", .warning,
          "the response is to version \(parts[1]) of the form, and this is \(version)"))
    } else if !named.hasPrefix("#") {
      issues.append(
        FormIssue("other-form", .warning, "the response says that it belongs to \(named)"))
    }
  }

  /// Adds the rules of the form that the response breaks.
  private mutating func addFaults(
    of form: Questionnaire, given: QuestionnaireResponse, _ outcome: CalculationOutcome?
  ) {
    let isFinished = given.status == .completed || given.status == .amended
    let read = Set(issues.map(\.path))
    for fault in form.allFaults(in: given, outcome: outcome) {
      let path = "\(fault.path)"
      if read.contains(path), [.missing, .misplacedContent, .unanswered].contains(fault.problem) {
        continue
      }
      // A draft may be incomplete, and rules of the form's own count when it is finished.
      var isError = !fault.isWarning
      if case .rule = fault.problem, !isFinished { isError = false }
      issues.append(
        FormIssue(
          Self.code(of: fault, form, given), isError ? .error : .warning, at: fault.path,
          fault.message))
    }
  }

  private static func code(
    of fault: ResponseFault, _ form: Questionnaire, _ response: QuestionnaireResponse
  ) -> String {
    guard fault.code == "value-range", let linkID = fault.path.steps.last?.linkID,
      let item = form.item(linkID)
    else { return fault.code }
    let isBelow = response.values(at: fault.path).contains {
      item.limits.minimum.flatMap($0.order) == .less
    }
    return isBelow ? "min-value" : "max-value"
  }

  /// Adds what could not be worked out.
  private mutating func addFaults(of outcome: CalculationOutcome, _ form: Questionnaire) {
    let isFinished = response.status == .completed || response.status == .amended
    let gates = Set(form.allItems.flatMap { $0.enableWhen.map(\.question) })
    var seen: Set<String> = []
    for fault in outcome.faults {
      let decides = fault.role == .enableWhenExpression || gates.contains(fault.linkID)
      let issue = FormIssue(
        "expression", decides && isFinished ? .error : .warning, linkID: fault.linkID,
        "this could not be calculated: \(fault.words)")
      if seen.insert(issue.message + fault.linkID.rawValue).inserted { issues.append(issue) }
    }
  }
}

extension FormEvaluation {
  /// The evaluation as JSON for other programs.
  public var json: JSONValue {
    var object: JSONObject = ["valid": .bool(isValid)]
    object["enabled"] = .object(
      JSONObject(
        unique: enabled.map { state in
          let flags = state.isEnabled.map { JSONValue.bool($0) }
          return (state.linkID.rawValue, flags.count == 1 ? flags[0] : .array(flags))
        }))
    object["values"] = .object(
      JSONObject(unique: values.map { ($0.linkID.rawValue, .array($0.answers.map(\.json))) }))
    object["issues"] = .array(issues.map(\.json))
    return .object(object)
  }
}

extension JSONObject {
  /// Makes an object of members whose names are known to differ.
  init(unique members: [(String, JSONValue)]) {
    self.init()
    for (key, value) in members { append(Member(key: key, value: value)) }
  }
}

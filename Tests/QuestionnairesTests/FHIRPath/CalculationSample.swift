@testable import Questionnaires

/// Forms that work something out, and answers to them.
enum CalculationSample {
  static let now = DateTime("2026-03-01T12:30:00Z")

  /// An extension that holds an expression.
  static func expression(_ role: String, _ text: String, name: String = "x") -> String {
    let url = role == "variable" ? ExtensionURL.variable : ExtensionURL.sdc + role
    return """
      {"url": "\(url)", "valueExpression": {"name": "\(name)", "language": "text/fhirpath", \
      "expression": "\(text)"}}
      """
  }

  /// An extension that holds a rule.
  static func rule(_ text: String, severity: String = "error") -> String {
    """
    {"url": "\(ExtensionURL.constraint)", "extension": [
      {"url": "key", "valueId": "k1"}, {"url": "severity", "valueCode": "\(severity)"},
      {"url": "human", "valueString": "That cannot be."},
      {"url": "expression", "valueString": "\(text)"}]}
    """
  }

  static func item(
    _ linkID: String, _ type: String = "integer", _ extensions: String..., repeats: Bool = false,
    more: String = "", items: String...
  ) -> String {
    """
    {"linkId": "\(linkID)", "type": "\(type)", "text": "T", "repeats": \(repeats), \(more)
     "extension": [\(extensions.joined(separator: ","))],
     "item": [\(items.joined(separator: ","))]}
    """
  }

  static func calculated(_ linkID: String, _ text: String, type: String = "integer") -> String {
    item(linkID, type, expression("calculatedExpression", text))
  }

  static func form(_ items: String..., extensions: String..., contained: String = "") throws
    -> Questionnaire
  {
    try Questionnaire(
      parsing: """
        {"resourceType": "Questionnaire", "status": "active", "contained": [\(contained)],
         "extension": [\(extensions.joined(separator: ","))],
         "item": [\(items.joined(separator: ","))]}
        """)
  }

  static func response(_ answers: KeyValuePairs<String, AnswerValue>) -> QuestionnaireResponse {
    QuestionnaireResponse(
      items: answers.map { .init(linkID: LinkID($0.key), answers: [.init($0.value)]) })
  }

  /// An expression that reads the answers to a question.
  static func answer(_ linkID: String) -> String {
    "%resource.repeat(item).where(linkId='\(linkID)').answer.value"
  }

  /// What a form works out, with the conditions of its items taken into account.
  static func outcome(_ form: Questionnaire, _ response: QuestionnaireResponse)
    -> CalculationOutcome
  {
    Calculation(form).outcome(of: response, now: now) {
      FormTree(form, response: $0, conditions: $1).disabledPaths
    }
  }
}

extension ItemPath: ExpressibleByStringLiteral {
  /// Makes a path of names between slashes, each the first of its name.
  public init(stringLiteral value: String) {
    self.init(value.split(separator: "/").map { Step(linkID: LinkID(String($0))) })
  }
}

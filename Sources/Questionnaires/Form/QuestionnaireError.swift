/// What keeps a document from being a questionnaire.
public enum QuestionnaireError: Error, Equatable, Sendable {
  /// The text is not JSON.
  case syntax(JSONSyntaxError)
  /// The document is something else than a questionnaire.
  case notAQuestionnaire
}

extension QuestionnaireError: CustomStringConvertible {
  /// The fault in one line.
  public var description: String {
    switch self {
    case .syntax(let error): error.description
    case .notAQuestionnaire:
      "this is not a questionnaire; its resourceType has to be ‘Questionnaire’"
    }
  }
}

/// What keeps a document from being a questionnaire that can be used.
public enum QuestionnaireError: Error, Equatable, Sendable {
  /// The text is not JSON.
  case syntax(JSONSyntaxError)
  /// The document is something else than a questionnaire.
  case notAQuestionnaire
  /// The bundle holds another number of questionnaires than one.
  case bundle(count: Int)
  /// The form is of another version of FHIR; with its name and the place that shows it.
  case otherVersion(String, path: String)
  /// The form is of FHIR R5 and has something that R4 cannot say; its name and its place.
  case onlyInR5(String, path: String)
  /// A part of the form has another shape than FHIR gives it.
  case shape(path: String, expected: String)
  /// The form has a fault for which it must not be filled in.
  case refused(FormFault)
}

extension QuestionnaireError: CustomStringConvertible {
  /// The fault in one line.
  public var description: String {
    switch self {
    case .syntax(let error): error.description
    case .notAQuestionnaire:
      "this is not a questionnaire; its resourceType has to be ‘Questionnaire’"
    case .bundle(count: 0): "this bundle holds no questionnaire"
    case .bundle(let count): "this bundle holds \(count) questionnaires; name a file with one"
    case .otherVersion(let version, let path):
      "\(path): this is a questionnaire of FHIR \(version); kith reads FHIR R4, so convert it first"
    case .onlyInR5(let name, let path):
      "\(path): this is a questionnaire of FHIR R5, and R4 has nothing for its ‘\(name)’"
    case .shape(let path, let expected): "\(path): this has to be \(expected)"
    case .refused(let fault):
      (fault.path.isEmpty ? "" : "\(fault.path) (\(fault.linkID)): ") + fault.message
    }
  }
}

/// What keeps a document from being a response to a questionnaire.
///
/// It names places, never answers.
public enum ResponseError: Error, Equatable, Sendable {
  /// The text is not JSON.
  case syntax(JSONSyntaxError)
  /// The document is something else than a response.
  case notAResponse
  /// The status is missing or none that FHIR knows.
  case unknownStatus
  /// An item, below the one named, has no link id.
  case missingLinkID(below: ItemPath)
  /// An answer of an item is none that FHIR R4 allows, or is several at once.
  case unreadableAnswer(ItemPath)
  /// Something below an item has another shape than FHIR gives it; the name of the member.
  case wrongShape(String, at: ItemPath)
}

extension ResponseError: CustomStringConvertible {
  /// The fault in one line.
  public var description: String {
    switch self {
    case .syntax(let error): error.description
    case .notAResponse:
      "this is not a response; its resourceType has to be ‘QuestionnaireResponse’"
    case .unknownStatus:
      "the status has to be in-progress, completed, amended, entered-in-error or stopped"
    case .missingLinkID(below: let path) where path.steps.isEmpty: "an item has no linkId"
    case .missingLinkID(below: let path): "\(path): an item below it has no linkId"
    case .unreadableAnswer(let path): "\(path): an answer needs exactly one value that FHIR knows"
    case .wrongShape(let name, at: let path) where path.steps.isEmpty:
      "‘\(name)’ has another shape than FHIR gives it"
    case .wrongShape(let name, at: let path):
      "\(path): ‘\(name)’ has another shape than FHIR gives it"
    }
  }
}

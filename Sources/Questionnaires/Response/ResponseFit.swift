/// How well a response goes with a form: what was taken over, and what has no place in it.
public struct ResponseFit: Equatable, Sendable {
  /// How the form that a response names lies to the form it is opened with.
  public enum Relation: Equatable, Sendable {
    /// It is the same, in the same version.
    case same
    /// It is another version of the same form.
    case otherVersion(String)
    /// It is another form.
    case otherForm(String)
    /// The response names no form, or the form has no address.
    case unnamed
  }

  /// How the forms lie to each other.
  public var relation = Relation.unnamed
  /// The questions whose answers were found at another place and taken over, by their new place.
  public var moved: [ItemPath] = []
  /// The places whose answers do not fit; they are kept beside the response.
  public var kept: [ItemPath] = []

  /// Makes a fit of a response that has nothing to take over.
  public init() {}

  /// Whether there is anything to tell the person.
  public var isPerfect: Bool {
    let isSame = relation == .same || relation == .unnamed
    return isSame && moved.isEmpty && kept.isEmpty
  }
}

extension ResponseFit {
  init(relationOf response: QuestionnaireResponse, to questionnaire: Questionnaire) {
    guard let theirs = response.questionnaire, let url = questionnaire.url else { return }
    let address = theirs.prefix { $0 != "|" }
    if theirs == questionnaire.canonical || theirs == url {
      relation = .same
    } else {
      relation = address == url ? .otherVersion(theirs) : .otherForm(theirs)
    }
  }
}

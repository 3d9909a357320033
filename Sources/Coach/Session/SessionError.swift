import Questionnaires

/// Why a sitting cannot go on.
public enum SessionError: Error, Equatable, Sendable {
  /// A reply does not fit the prompt, which still waits.
  case refused(Refusal)
  /// The content is at fault; the text names the place and never what the person wrote.
  case broken(String)

  /// Why a reply does not fit.
  public enum Refusal: Equatable, Sendable {
    /// The answer breaks a rule of the form.
    case answer(AnswerProblem)
    /// The prompt cannot be passed over.
    case cannotSkip
    /// The reply is of another kind than the prompt asks for.
    case mismatch
  }
}

extension SessionError: CustomStringConvertible {
  /// One sentence for the person.
  public var description: String {
    switch self {
    case .refused(.answer(let problem)): "\(problem)"
    case .refused(.cannotSkip): "this one cannot be skipped; choose one of the options, or :pause"
    case .refused(.mismatch): "that does not fit this question"
    case .broken(let fault):
      "the content has a fault: \(fault); run 'kith content check' (your words are kept)"
    }
  }
}

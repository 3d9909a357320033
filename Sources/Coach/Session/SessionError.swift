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
    /// Nobody can be called so.
    case name(NameRefusal)
    /// The prompt cannot be passed over.
    case cannotSkip
    /// The reply is of another kind than the prompt asks for.
    case mismatch
  }

  /// Why a name cannot go on the list of people.
  public enum NameRefusal: Equatable, Sendable {
    /// Somebody else is called so.
    case taken
    /// It has too many letters.
    case tooLong(limit: Int)
    /// The list is full.
    case full(limit: Int)
    /// There is no letter in it.
    case empty
  }
}

extension SessionError: CustomStringConvertible {
  /// One sentence for the person.
  public var description: String {
    switch self {
    case .refused(.answer(let problem)): "\(problem)"
    case .refused(.name(let refusal)): "\(refusal)"
    case .refused(.cannotSkip): "this one cannot be skipped; choose one of the options, or :pause"
    case .refused(.mismatch): "that does not fit this question"
    case .broken(let fault):
      "the content has a fault: \(fault); run 'kith content check' (your words are kept)"
    }
  }
}

extension SessionError.NameRefusal: CustomStringConvertible {
  /// One sentence for the person, without the name.
  public var description: String {
    switch self {
    case .taken: "somebody on the list is called that already; add a letter to tell the two apart"
    case .tooLong(let limit): "a name can have \(limit) letters at most; a nickname is enough"
    case .full(let limit): "the list holds \(limit) people at most, and nobody of these was added"
    case .empty: "please type a name, or :skip"
    }
  }
}

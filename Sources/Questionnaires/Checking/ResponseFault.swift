/// A rule of a form that a response breaks.
public struct ResponseFault: Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// The form has no such item in this place.
    case unknownItem
    /// The item is there more than once, though only groups that repeat may be.
    case repeatedItem
    /// A group or a text has an answer, or a question holds items beside its answers.
    case misplacedContent
    /// An answer breaks a rule of its question.
    case answer(AnswerProblem)
    /// The item does not apply, as other answers stand, and yet is answered.
    case disabled
    /// The item is required and not answered.
    case missing
    /// There are fewer answers or repetitions than the form asks for.
    case tooFew(minimum: Int)
  }

  /// The place in the response.
  public var path: ItemPath
  /// What is wrong.
  public var problem: Problem

  /// Makes a fault.
  public init(path: ItemPath, problem: Problem) {
    self.path = path
    self.problem = problem
  }
}

extension ResponseFault: CustomStringConvertible {
  /// Place and fault in one line, without a word of the person.
  public var description: String { "\(path): \(message)" }

  private var message: String {
    switch problem {
    case .unknownItem: "the form has no such item here"
    case .repeatedItem: "this item may be here only once"
    case .misplacedContent: "answers and items do not belong here in this way"
    case .answer(let problem): problem.description
    case .disabled: "this item does not apply, as other answers stand"
    case .missing: "this item needs an answer before the form is complete"
    case .tooFew(let minimum): "there have to be \(minimum) or more of these"
    }
  }
}

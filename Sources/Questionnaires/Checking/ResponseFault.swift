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
    /// The item stands before one that comes earlier in the form.
    case outOfOrder
    /// An answer breaks a rule of its question.
    case answer(AnswerProblem)
    /// An attachment or a reference breaks a rule of its question or of FHIR.
    case content(code: String, words: String)
    /// The item does not apply, as other answers stand, and yet is there.
    case disabled
    /// The item is required and not answered.
    case missing
    /// There are fewer answers or repetitions than the form asks for.
    case tooFew(minimum: Int)
    /// There are more repetitions of a group than the form allows.
    case tooManyRepetitions(maximum: Int)
    /// A rule of the form's own does not hold; with its key and what it says.
    case rule(key: String, isWarning: Bool, human: String)
    /// The question is there without an answer, which a finished response leaves out.
    case unanswered
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

  /// Whether a finished response can do with it.
  public var isWarning: Bool {
    switch problem {
    case .unanswered: true
    case .rule(_, let isWarning, _): isWarning
    default: false
    }
  }

  /// Whether a draft cannot have it either, because it is no matter of being unfinished.
  var isStructural: Bool {
    switch problem {
    case .unknownItem, .repeatedItem, .misplacedContent, .answer(.wrongType), .content: true
    default: false
    }
  }
}

extension ResponseFault: CustomStringConvertible {
  /// Place and fault in one line, without a word of the person.
  public var description: String { "\(path): \(message)" }

  /// The fault without its place.
  var message: String {
    switch problem {
    case .unknownItem: "the form has no such item here"
    case .repeatedItem: "this item may be here only once"
    case .misplacedContent: "answers and items do not belong here in this way"
    case .outOfOrder: "this item stands before one that comes earlier in the form"
    case .answer(let problem): problem.finding
    case .content(_, let words): words
    case .disabled: "this item does not apply, as other answers stand"
    case .missing: "this item needs an answer before the form is complete"
    case .tooFew(let minimum): "there have to be \(minimum) or more of these"
    case .tooManyRepetitions(let maximum): "there can be \(maximum) of these at most"
    case .rule(_, _, let human): human.isEmpty ? "a rule of the form does not hold" : human
    case .unanswered: "a question without an answer is left out when the form is complete"
    }
  }

  /// The code for programs.
  var code: String {
    switch problem {
    case .unknownItem: "unknown-item"
    case .repeatedItem: "repeated-item"
    case .misplacedContent: "nesting"
    case .outOfOrder: "item-order"
    case .answer(let problem): problem.code
    case .content(let code, _): code
    case .disabled: "not-enabled"
    case .missing: "required"
    case .tooFew: "min-occurs"
    case .tooManyRepetitions: "max-occurs"
    case .rule: "constraint"
    case .unanswered: "unanswered-item"
    }
  }
}

extension AnswerProblem {
  /// What is wrong with an answer, said to somebody who looks at a whole response.
  fileprivate var finding: String {
    switch self {
    case .onlyOne: "there is more than one answer"
    case .tooMany(let limit): "there are more than \(limit) answers"
    case .notAnOption, .ambiguous: "the answer is none of the options"
    case .exclusive(let label): "the option ‘\(label)’ goes with no other"
    case .notWhole(let range?):
      "the answer does not lie "
        + (range.lowerBound == .min
          ? "at \(range.upperBound) or below"
          : range.upperBound == .max
            ? "at \(range.lowerBound) or above"
            : "from \(range.lowerBound) to \(range.upperBound)")
    case .outOfRange(let lower?, let upper?): "the answer does not lie from \(lower) to \(upper)"
    case .outOfRange(let lower?, nil): "the answer does not lie at \(lower) or above"
    case .outOfRange(nil, let upper?): "the answer does not lie at \(upper) or below"
    case .outOfRange: "the answer does not lie within the limits"
    case .tooManyDecimalPlaces(let limit): "there are more than \(limit) digits after the point"
    case .notOneLine: "the answer has more than one line"
    case .tooShort(let minimum): "the answer is shorter than \(minimum) characters"
    case .tooLong(let maximum): "the answer is longer than \(maximum) characters"
    case .wrongFormat(let format?): "the answer is not written like this: \(format)"
    case .wrongFormat: "the answer does not match the regex of the question"
    case .wrongUnit(let units): "the unit is none of: \(units.joined(separator: ", "))"
    case .notAURL: "the answer is no web address"
    case .required, .empty: "there is no answer"
    default: "the answer is of another type than the question takes"
    }
  }

  /// The code for programs.
  fileprivate var code: String {
    switch self {
    case .onlyOne: "not-repeating"
    case .tooMany: "max-occurs"
    case .notAnOption, .ambiguous: "not-an-option"
    case .exclusive: "option-exclusive"
    case .notWhole, .outOfRange: "value-range"
    case .tooManyDecimalPlaces: "max-decimal-places"
    case .notOneLine: "one-line"
    case .tooShort: "min-length"
    case .tooLong: "max-length"
    case .wrongFormat: "regex"
    case .wrongUnit: "unit"
    case .notAURL: "url"
    case .required: "required"
    case .wrongType, .nothingAsked, .empty, .notYesOrNo, .notANumber, .notADate, .notADateTime,
      .notATime, .nothingToUndo, .noSuchPlace, .unfinished:
      "type"
    }
  }
}

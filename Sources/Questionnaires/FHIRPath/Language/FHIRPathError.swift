/// What keeps a FHIRPath expression from being read or worked out.
///
/// It never holds a value: values may be words of the person.
public struct FHIRPathError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// A character that starts nothing.
    case unexpectedCharacter
    /// Something stands where it cannot stand.
    case unexpectedToken(String)
    /// The expression stops in the middle.
    case unexpectedEnd
    /// A string, comment or quoted name has no end.
    case unterminated
    /// A number, date or time cannot be.
    case invalidLiteral
    /// No function is called so.
    case unknownFunction(String, nearest: String?)
    /// A function is given too many or too few arguments.
    case wrongArgumentCount(String)
    /// No type is called so.
    case unknownType(String)
    /// No variable is called so.
    case unknownVariable(String, nearest: String?)
    /// There are too many parentheses or functions within each other.
    case tooDeep
    /// The expression is too long.
    case tooLong
    /// Working it out takes too many steps.
    case tooManySteps
    /// There are several values where one is expected.
    case severalValues
    /// The values do not go with the function or operator.
    case wrongType(String)
    /// The moment was not given, so `now()` and `today()` are not known.
    case noClock
  }

  /// What is wrong.
  public var problem: Problem
  /// The place in the expression, in characters counted from 1.
  public var column: Int
}

extension FHIRPathError: CustomStringConvertible {
  /// The fault in one line.
  public var description: String { "column \(column): \(message)" }

  private var message: String {
    switch problem {
    case .unexpectedCharacter: "this character does not belong in an expression"
    case .unexpectedToken(let token): "‘\(token)’ does not belong here"
    case .unexpectedEnd: "the expression is not complete"
    case .unterminated: "the quotation or comment has no end"
    case .invalidLiteral: "this number, date or time cannot be"
    case .unknownFunction(let name, nearest: let nearest?):
      "no function is called ‘\(name)’; did you mean ‘\(nearest)’?"
    case .unknownFunction(let name, nearest: nil): "no function is called ‘\(name)’"
    case .wrongArgumentCount(let name): "‘\(name)’ has too many or too few arguments"
    case .unknownType(let name): "no type is called ‘\(name)’"
    case .unknownVariable(let name, nearest: let nearest?):
      "no variable is called ‘%\(name)’; did you mean ‘%\(nearest)’?"
    case .unknownVariable(let name, nearest: nil): "no variable is called ‘%\(name)’"
    case .tooDeep: "there is too much within each other"
    case .tooLong: "the expression is too long"
    case .tooManySteps: "it takes too many steps to work this out"
    case .severalValues: "there are several values where one is expected"
    case .wrongType(let name): "‘\(name)’ cannot be used with these values"
    case .noClock: "the moment is not known here"
    }
  }
}

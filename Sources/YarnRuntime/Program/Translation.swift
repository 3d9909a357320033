/// A program whose lines speak another language, and what was wrong with the texts.
public struct Translation: Sendable {
  /// The program with the translated texts; a line without a usable one keeps its own text.
  public var program: Program

  /// The texts that could not be used, by line id.
  public var faults: [TranslationFault]
}

/// A text that cannot stand in for a line, with the line it is meant for.
public struct TranslationFault: Error, Equatable, Sendable {
  /// What is wrong with a text.
  public enum Problem: Equatable, Sendable {
    /// The text has a placeholder with this number, but the line has only so many expressions.
    case unknownPlaceholder(Int, expressionCount: Int)

    /// A `{` is not followed by a number and `}`.
    case malformedPlaceholder

    /// The text's markup cannot be read, for this reason.
    case malformedMarkup(String)
  }

  /// The id of the line.
  public var lineID: String

  /// What is wrong.
  public var problem: Problem

  /// Creates a fault.
  public init(lineID: String, problem: Problem) {
    self.lineID = lineID
    self.problem = problem
  }
}

extension TranslationFault: CustomStringConvertible {
  /// What is wrong with which line's text, and what to do.
  public var description: String { "the text of ‘\(lineID)’ \(reason)" }

  private var reason: String {
    switch problem {
    case .unknownPlaceholder(let number, expressionCount: 0):
      "has the placeholder {\(number)}, but its line has no expression; take it out"
    case .unknownPlaceholder(let number, let count):
      "has the placeholder {\(number)}, but its line has only {0} to {\(count - 1)}; use those"
    case .malformedPlaceholder:
      "has a ‘{’ without a number and ‘}’ after it; write placeholders as {0}"
    case .malformedMarkup(let reason):
      "has markup that cannot be read: \(reason); mend the tag, or write ‘\\[’ for a bracket"
    }
  }
}

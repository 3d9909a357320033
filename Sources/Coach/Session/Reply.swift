import Questionnaires

/// What a person can say back to a step.
public enum Reply: Codable, Equatable, Sendable {
  /// Goes on from a screen that waits.
  case next
  /// Takes an option, named by its line id.
  case option(String)
  /// Answers a question; several values only where the question takes several.
  case answer([AnswerValue])
  /// Passes over a question or a choice.
  case skip
  /// Moves about in a form, or changes what it holds, in a way that no other reply does.
  case form(FormMove)
}

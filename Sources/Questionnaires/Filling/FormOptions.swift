/// How a form is to be filled in, where the form leaves it to those who ask.
public struct FormOptions: Equatable, Sendable {
  /// Where the way through the form begins.
  public enum Start: Equatable, Sendable {
    /// At the beginning; what is answered is asked again, showing the answer.
    case beginning
    /// At the first question that needs an answer, or behind the last one answered.
    case firstOpen
  }

  /// Where it begins.
  public var start = Start.beginning
  /// Whether everything is shown for a last look before the form is complete.
  public var reviews = false
  /// Groups whose repetitions are all named before their details are asked.
  public var namesFirst: Set<LinkID> = []
  /// Whether a response that was complete is changed, so that it ends as amended.
  public var amends = false
  /// The moment it is, for forms that work with the date.
  public var now: DateTime?

  /// Makes options that leave everything as the form has it.
  public init() {}
}

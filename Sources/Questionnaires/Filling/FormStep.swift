/// What a form does next.
public enum FormStep: Equatable, Sendable {
  /// Says something; `next()` goes on.
  case display(String)
  /// Asks something; `answer(_:)` or `skip()` goes on.
  case ask(Question)
  /// Everything was asked.
  case complete
}

/// What a form does next.
public enum FormStep: Equatable, Sendable {
  /// Says something; `next()` goes on.
  case display(String)
  /// Asks something; `answer(_:)` or `skip()` goes on.
  case ask(Question)
  /// Shows everything before the form is complete; `.finish` or any other move goes on.
  case review(FormReview)
  /// Everything was asked.
  case complete
}

/// A text of a form with all that its form says about how to show it.
public struct FormText: Equatable, Sendable {
  /// The place of the item.
  public var path: ItemPath
  /// The text.
  public var text: String
  /// What stands before it, such as a number.
  public var prefix: String?
  /// Whether it is the heading of a group.
  public var isHeading: Bool
  /// Help that belongs to the group.
  public var help: String?
  /// How it would like to be shown.
  public var presentation: Presentation
  /// The repetition it heads, or that it stands in.
  public var repetition: Repetition?
}

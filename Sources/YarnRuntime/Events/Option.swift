/// One of the replies that the person can choose.
public struct Option: Equatable, Sendable {
  /// The place in the list, counted from 0; what `choose(_:)` takes.
  public var index: Int

  /// The text to show.
  public var line: Line

  /// Whether the option's condition holds; an unavailable option may be shown but not chosen.
  public var isAvailable: Bool

  /// Creates an option.
  public init(index: Int, line: Line, isAvailable: Bool) {
    self.index = index
    self.line = line
    self.isAvailable = isAvailable
  }
}

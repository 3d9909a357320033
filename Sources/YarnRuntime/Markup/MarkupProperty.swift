/// A `name=value` inside a markup tag.
public struct MarkupProperty: Equatable, Sendable {
  /// The name before the equals sign; the tag's own name for `[name=value]`.
  public var name: String

  /// The value after the equals sign.
  public var value: MarkupValue

  /// Creates a property.
  public init(name: String, value: MarkupValue) {
    self.name = name
    self.value = value
  }
}

/// A range of a line that a markup tag describes.
public struct MarkupAttribute: Equatable, Sendable {
  /// The tag's name.
  public var name: String

  /// Where the range starts, in UTF-16 units of the line's full text.
  public var position: Int

  /// How long the range is, in UTF-16 units.
  public var length: Int

  /// The tag's properties in the order of the script.
  public var properties: [MarkupProperty]

  /// Creates an attribute.
  public init(name: String, position: Int, length: Int, properties: [MarkupProperty] = []) {
    self.name = name
    self.position = position
    self.length = length
    self.properties = properties
  }

  /// Finds the value of a property; `nil` when the tag does not give it.
  public func value(of property: String) -> MarkupValue? {
    properties.first { $0.name == property }?.value
  }
}

/// What a host puts in the place of tags with certain names.
///
/// ```swift
/// var replacements = MarkupReplacements()
/// replacements.register("shout") { _, content, _ in
///   MarkupContent(text: content.text.uppercased(), attributes: content.attributes)
/// }
/// ```
public struct MarkupReplacements: Sendable {
  /// Makes the content that stands for a tag.
  ///
  /// It is given the tag as an attribute of the line, what the tag encloses, and the locale. The
  /// attributes of both contents count from the start of the content.
  public typealias Body =
    @Sendable (_ tag: MarkupAttribute, _ content: MarkupContent, _ locale: String) throws(Failure)
    -> MarkupContent

  /// Why a tag cannot be replaced; the line is then shown as it was written.
  public struct Failure: Error, Equatable, Sendable {
    /// What is wrong, in words for the script's author.
    public var reason: String

    /// Creates a failure.
    public init(_ reason: String) {
      self.reason = reason
    }
  }

  private var bodies: [String: Body] = [:]

  /// Creates a table that replaces nothing.
  public init() {}

  /// Adds a replacement for a tag, or changes the one there is.
  ///
  /// A tag that is replaced leaves no attribute, and it swallows no whitespace behind it. A part
  /// of the line that overlaps it ends with the text it has then.
  ///
  /// - Parameters:
  ///   - tag: The tag's name; `character` stands also for a name before a colon.
  ///   - body: Makes the content that stands for the tag.
  public mutating func register(_ tag: String, _ body: @escaping Body) {
    bodies[tag] = body
  }

  func body(of tag: String) -> Body? { bodies.isEmpty ? nil : bodies[tag] }
}

/// A part of a line that a tag encloses, or that stands in its place.
public struct MarkupContent: Equatable, Sendable {
  /// The text without markup.
  public var text: String

  /// What markup says about ranges of the text.
  public var attributes: [MarkupAttribute]

  /// How many UTF-16 units of the text nobody will see, such as codes for a colour; positions of
  /// what follows do not count them.
  public var invisibleLength: Int

  /// Creates a part of a line.
  public init(text: String, attributes: [MarkupAttribute] = [], invisibleLength: Int = 0) {
    self.text = text
    self.attributes = attributes
    self.invisibleLength = invisibleLength
  }
}

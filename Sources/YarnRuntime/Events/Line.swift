/// A line of dialogue as the person reads it.
public struct Line: Equatable, Sendable {
  /// The key in the string table.
  public var id: String

  /// The text with values inserted, without markup and without the name of who speaks.
  public var text: String

  /// Who speaks: the name before the first colon; `nil` when the line has none.
  public var character: String?

  /// The hashtags without `#`.
  public var tags: [String]

  /// What markup says about ranges of `fullText`.
  public var attributes: [MarkupAttribute]

  /// The text with values inserted and without markup, starting with the name of who speaks.
  public var fullText: String

  /// The texts that were inserted for the script's expressions.
  public var values: [String]

  /// Creates a line.
  public init(
    id: String, text: String, character: String? = nil, tags: [String] = [],
    attributes: [MarkupAttribute] = [], fullText: String? = nil,
    values: [String] = []
  ) {
    self.id = id
    self.text = text
    self.character = character
    self.tags = tags
    self.attributes = attributes
    self.fullText = fullText ?? text
    self.values = values
  }
}

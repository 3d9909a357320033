/// A row of the program's string table.
public struct LineEntry: Equatable, Sendable {
  /// The text between the inserted expressions: one more piece than there are expressions.
  public var pieces: [String]

  /// The unique name of the node the line stands in.
  public var node: String

  /// The name of the file.
  public var file: String

  /// The line of the file, counted from 1.
  public var line: Int

  /// The hashtags without `#`, those that the compiler adds included.
  public var tags: [String]

  /// Whether the compiler made up the id, so that it changes with edits.
  public var isImplicit: Bool

  /// The id of the line whose text this one repeats (`#shadow:`).
  public var shadowOf: String?

  /// Which expression stands behind each piece, where a translation changes their order.
  package var valueOrder: [Int]?

  package init(
    pieces: [String], node: String, file: String, line: Int, tags: [String], isImplicit: Bool,
    shadowOf: String?
  ) {
    self.pieces = pieces
    self.node = node
    self.file = file
    self.line = line
    self.tags = tags
    self.isImplicit = isImplicit
    self.shadowOf = shadowOf
  }

  /// The text as translators see it, with `{0}`, `{1}`… where expressions stand.
  public var text: String {
    var text = pieces.first ?? ""
    for (index, piece) in pieces.dropFirst().enumerated() {
      text += "{\(valueOrder?[index] ?? index)}" + piece
    }
    return text
  }
}

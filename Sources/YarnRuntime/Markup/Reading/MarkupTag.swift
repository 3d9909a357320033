/// What stands between a pair of square brackets.
struct MarkupTag: Equatable {
  /// What a tag does.
  enum Role: Equatable { case open, close, closeAll, selfClosing }

  var role: Role
  var name: String
  var properties: [MarkupProperty] = []

  /// Where the name starts, in bytes of the line.
  var place = 0

  func value(of property: String) -> MarkupValue? {
    properties.first { $0.name == property }?.value
  }

  /// Whether one whitespace character after the tag is swallowed.
  var trimsWhitespace: Bool { value(of: "trimwhitespace") == .bool(true) }
}

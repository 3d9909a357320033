/// What stands between a pair of square brackets.
struct MarkupTag: Equatable {
  /// What a tag does.
  enum Role: Equatable { case open, close, closeAll, selfClosing }

  var role: Role
  var name: String
  var properties: [MarkupProperty]

  func value(of property: String) -> MarkupValue? {
    properties.first { $0.name == property }?.value
  }

  /// Whether one whitespace character after the tag is swallowed.
  var trimsWhitespace: Bool {
    if case .bool(let trims)? = value(of: "trimwhitespace") { return trims }
    return false
  }
}

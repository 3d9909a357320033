/// A JSON value that knows where it stands, so that a wrong value can be pointed at.
struct LocatedJSON {
  /// What the value is.
  enum Content {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([LocatedJSON])
    case object([Member])
  }

  /// A key of an object and its value.
  struct Member {
    var key: String
    var range: Range<Int>
    var value: LocatedJSON
  }

  var content: Content
  var range: Range<Int>

  /// The members of an object; `nil` for other values.
  var members: [Member]? {
    if case .object(let members) = content { members } else { nil }
  }

  /// The elements of an array; `nil` for other values.
  var elements: [LocatedJSON]? {
    if case .array(let elements) = content { elements } else { nil }
  }

  /// The text of a string; `nil` for other values.
  var string: String? {
    if case .string(let string) = content { string } else { nil }
  }

  /// A whole number; `nil` for other values.
  var integer: Int? {
    if case .number(let number) = content { Int(exactly: number) } else { nil }
  }

  /// A truth value; `nil` for other values.
  var bool: Bool? {
    if case .bool(let bool) = content { bool } else { nil }
  }

  /// Whether this is `null`.
  var isNull: Bool {
    if case .null = content { true } else { false }
  }

  /// The value of an object's key; of several names for one thing, the first that is there.
  ///
  /// Capitals do not count: files written by older tools begin their keys with one.
  subscript(names: String...) -> LocatedJSON? {
    for name in names {
      let found = members?.last { $0.key.lowercased() == name.lowercased() }?.value
      if let found, !found.isNull { return found }
    }
    return nil
  }
}

/// A JSON document or a part of one, without any loss: numbers keep their digits, objects their order.
///
/// A form written by somebody else holds much that kith does not understand. All of it lives here,
/// so that a form which is read and written again is still the same form.
public enum JSONValue: Equatable, Sendable {
  /// The literal `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, as the exact text it was written with.
  case number(String)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object, in the order it was written.
  case object(JSONObject)

  /// Reads a JSON document.
  ///
  /// - Parameter text: The whole document.
  /// - Throws: `JSONSyntaxError` with the place of the first character that does not belong.
  public init(parsing text: String) throws(JSONSyntaxError) {
    var parser = JSONParser(text)
    self = try parser.document()
  }
}

extension JSONValue {
  /// The string; `nil` for every other kind of value.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The truth value; `nil` for every other kind of value.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The number as a whole number; `nil` when it is none.
  public var integer: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  /// The elements; empty when the value is not an array.
  public var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The object; `nil` for every other kind of value.
  public var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The value of a member; `nil` when the value is not an object or has no such member.
  ///
  /// - Parameter key: The member's name.
  public subscript(key: String) -> JSONValue? { object?[key] }
}

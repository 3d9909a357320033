/// What keeps a text from being JSON, and where.
public struct JSONSyntaxError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    /// The text ends in the middle of a value.
    case unexpectedEnd
    /// A character stands where none like it may stand.
    case unexpectedCharacter
    /// A backslash is followed by something that is no escape.
    case invalidEscape
    /// A number has a form JSON does not know.
    case invalidNumber
    /// An object has two members of the same name.
    case duplicateKey(String)
    /// Arrays and objects lie deeper in each other than is sensible.
    case tooDeep
  }

  /// What is wrong.
  public var problem: Problem
  /// The line of the fault, counted from 1.
  public var line: Int
  /// The column of the fault in bytes, counted from 1.
  public var column: Int
}

extension JSONSyntaxError: CustomStringConvertible {
  /// Place and fault in one line.
  public var description: String { "\(line):\(column): error: \(message)" }

  /// What is wrong, without the place.
  public var message: String {
    switch problem {
    case .unexpectedEnd: "the JSON text ends too early; close every bracket and quotation mark"
    case .unexpectedCharacter: "this character does not belong here in JSON"
    case .invalidEscape: "a backslash must be followed by one of the escapes of JSON"
    case .invalidNumber: "this is not a number of JSON; write it like 3, -2.5 or 1e6"
    case .duplicateKey(let key): "the name ‘\(key)’ occurs twice in this object; keep one"
    case .tooDeep: "values lie more than \(JSONParser.depthLimit) levels deep"
    }
  }
}

import YarnRuntime

/// An enum of the project with the raw values of its cases.
struct EnumType {
  var name: String
  var rawType: ValueType
  var cases: [String: Value]
  var range: SourceRange
}

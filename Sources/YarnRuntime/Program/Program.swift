/// A compiled project: everything needed to run its dialogue.
public struct Program: Sendable {
  /// The nodes by unique name, hubs of node groups included under the group's title.
  public var nodes: [String: Node]

  /// The values of declared variables before anything sets them.
  public var initialValues: [String: Value]

  /// The types of all variables of the project, declared or inferred.
  public var variableTypes: [String: ValueType]

  /// What the `///` comments at the declarations of variables say, by the variables' names.
  public var variableDocumentation: [String: String]

  /// The string table, by line id.
  public var lines: LineTable

  /// The `#` tags above the first node, by file.
  public var fileTags: [String: [String]]

  /// The language of the texts, such as `en` or `de`.
  public var locale: String

  /// The cases of the enums by their raw values.
  package var enumCases: [String: Set<Value>]

  /// The variables that scripts use without declaring them.
  package var implicitVariables: Set<String>

  package var groups: [String: [GroupMember]]
  package var smartVariables: [String: [Instruction]]

  package init() {
    nodes = [:]
    initialValues = [:]
    variableTypes = [:]
    variableDocumentation = [:]
    lines = LineTable()
    fileTags = [:]
    locale = "en"
    enumCases = [:]
    implicitVariables = []
    groups = [:]
    smartVariables = [:]
  }

  /// The titles of the node groups.
  public var groupTitles: Set<String> { Set(groups.keys) }

  /// Lists the unique names of a node group's members in source order; empty for plain nodes.
  public func members(of group: String) -> [String] {
    (groups[group] ?? []).map(\.node)
  }
}

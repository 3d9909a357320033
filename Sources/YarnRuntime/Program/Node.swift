/// A named piece of a script, ready to run.
public struct Node: Sendable {
  /// The name that is unique in the program: `Title`, or `Title.Subtitle` in a node group.
  public var name: String

  /// What the `title:` header says; every member of a node group has the same.
  public var title: String

  /// The headers in the order of the script.
  public var headers: [Header]

  /// The name of the file that the node comes from.
  public var sourceName: String

  /// The first line of the node in its file, counted from 1.
  public var line: Int

  /// What a content checker wants to know of the node.
  public var facts: NodeFacts

  /// Whether visits to the node are counted.
  public var isTracked: Bool

  package var code: [Instruction]

  /// The lines of the file that the code comes from, in the order of the code.
  package var marks: [CodeMark]

  package init(
    name: String, title: String, headers: [Header], sourceName: String, line: Int,
    facts: NodeFacts, isTracked: Bool, code: [Instruction],
    marks: [CodeMark] = []
  ) {
    self.name = name
    self.title = title
    self.headers = headers
    self.sourceName = sourceName
    self.line = line
    self.facts = facts
    self.isTracked = isTracked
    self.code = code
    self.marks = marks
  }

  /// Finds the value of the first header with a key; `nil` when the node has none.
  public func header(_ key: String) -> String? {
    headers.first { $0.key == key }?.value
  }

  /// Finds the values of all headers with a key, in order.
  public func allHeaders(_ key: String) -> [String] {
    headers.filter { $0.key == key }.map(\.value)
  }

  /// The words of the `tags:` header.
  public var tags: [String] {
    (header("tags") ?? "").split(separator: " ").map(String.init)
  }
}

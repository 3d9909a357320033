/// A place in the scripts, for whoever has to mend what stands there.
public struct ScriptPlace: Equatable, Hashable, Sendable {
  /// The unique name of the node.
  public var node: String

  /// The name of the file.
  public var file: String

  /// The line of the file, counted from 1.
  public var line: Int

  /// Creates a place.
  public init(node: String, file: String, line: Int) {
    self.node = node
    self.file = file
    self.line = line
  }
}

extension ScriptPlace: CustomStringConvertible {
  /// The place in the form compilers use, with the node behind it.
  public var description: String { "\(file):\(line): in the node ‘\(node)’" }
}

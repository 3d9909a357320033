import YarnRuntime

/// The hashtags of a project's lines, as a table: `id,node,lineNumber,tags`.
public enum MetadataTable {
  /// Lists every line that has hashtags besides its id.
  ///
  /// - Parameter program: The program.
  /// - Returns: The table as text; the hashtags of a line are separated by spaces.
  public static func csv(of program: Program) -> String {
    let lines = program.lines.sorted {
      ($0.value.file, $0.value.line, $0.key) < ($1.value.file, $1.value.line, $1.key)
    }
    let rows = lines.compactMap { id, line -> [String]? in
      let tags = line.tags.filter { !$0.hasPrefix("line:") }
      return tags.isEmpty ? nil : [id, line.node, "\(line.line)", tags.joined(separator: " ")]
    }
    return SeparatedValues([["id", "node", "lineNumber", "tags"]] + rows).text
  }
}

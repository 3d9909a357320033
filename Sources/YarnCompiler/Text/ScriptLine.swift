/// A line, option or line-group item as it stands in the text of a script.
///
/// For what rewrites scripts: it needs places in the text, which programs do not keep.
package struct ScriptLine: Equatable {
  /// The node's title, with its subtitle where it has one.
  package var node: String

  /// Who speaks, where the line says so; `nil` else.
  package var character: String?

  /// The explicit id with its `line:`; `nil` when the line has none.
  package var id: String?

  /// Whether the line repeats another with `#shadow:`, so that it has no id of its own.
  package var isShadow: Bool

  /// Where a hashtag can be added, in bytes from the start of the text.
  package var end: Int
}

extension Source {
  /// The lines of the script in the order of the text.
  ///
  /// - Returns: The lines; `nil` when the script cannot be read without a mistake, so that nothing
  ///   is rewritten that was misunderstood.
  package var scriptLines: [ScriptLine]? {
    let source = SourceText(self)
    let mark = text.utf8.count - source.bytes.count
    var lexer = Lexer(source, file: 0)
    lexer.run()
    var parser = Parser(source, file: 0, tokens: lexer.tokens, nextID: 0)
    let file = parser.parseFile()
    let problems = lexer.problems.all + parser.problems.all
    guard !problems.contains(where: { $0.problem.severity == .error }) else { return nil }
    let found = file.nodes.flatMap { node in
      lines(of: node.body).map { ScriptLine($0, in: node, of: source, shiftedBy: mark) }
    }
    return found.sorted { $0.end < $1.end }
  }
}

extension ScriptLine {
  fileprivate init(
    _ line: LineStatement, in node: NodeSyntax, of source: SourceText, shiftedBy mark: Int
  ) {
    let title = node.first("title")?.value ?? ""
    let subtitle = node.first("subtitle").map { "." + $0.value } ?? ""
    self.node = title + subtitle
    character = Self.character(of: line)
    id = line.tags.first { $0.text.hasPrefix("line:") }?.text
    isShadow = line.tags.contains { $0.text.hasPrefix("shadow:") }
    var end = line.range.end
    while end > line.range.start, source.bytes[end - 1].isBlank { end -= 1 }
    self.end = end + mark
  }

  /// The words before the first colon that is not escaped.
  private static func character(of line: LineStatement) -> String? {
    guard let text = line.pieces.firstWords,
      let colon = text.firstIndex(of: ":"), colon > text.startIndex,
      text[text.index(before: colon)] != "\\"
    else { return nil }
    return String(text[..<colon])
  }
}

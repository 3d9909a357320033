import Console
import Foundation
import YarnCompiler

/// What a check of scripts found.
struct ScriptReport {
  /// How many remarks are shown; a file that is no script at all can have millions.
  static let limit = 10_000

  /// The remarks, in the order of the files and of the places in them.
  private(set) var diagnostics: [Diagnostic] = []

  private var scriptCount = 0
  private var nodeCount = 0
  private var lineCount = 0

  /// Checks what paths lead to: loose scripts together, projects and folders each by itself.
  ///
  /// - Throws: ``Failure`` when there is nothing at a path.
  init(checking paths: [String]) throws {
    let loose = paths.filter { $0.hasSuffix(".yarn") }
    let groups =
      (loose.isEmpty ? [] : [loose]) + paths.filter { !$0.hasSuffix(".yarn") }.map { [$0] }
    for group in groups {
      let files = try ScriptFiles.read(paths: group)
      let compilation = files.compile()
      diagnostics += compilation.diagnostics
      scriptCount += files.sources.count
      nodeCount += compilation.program?.nodes.count ?? 0
      lineCount += compilation.program?.lines.count ?? 0
    }
  }

  /// How many of the remarks are errors.
  var errorCount: Int { diagnostics.count { $0.severity == .error } }

  /// How many of the remarks are warnings.
  var warningCount: Int { diagnostics.count { $0.severity == .warning } }

  /// Writes every remark with its line, and a last line that sums up.
  func write(to screen: Screen) {
    let columns = screen.terminal.columns
    for diagnostic in diagnostics.prefix(Self.limit) {
      let excerpt = DiagnosticExcerpt(diagnostic, columns: columns, style: screen.style)
      screen.output.writeLine(excerpt.text)
    }
    if diagnostics.count > Self.limit {
      screen.output.writeLine("… and \(diagnostics.count - Self.limit) more that are not shown")
    }
    screen.output.writeLine(summary)
  }

  /// One line that sums up.
  var summary: String {
    let notes = diagnostics.count - errorCount - warningCount
    let counts = [
      counted(errorCount, "error"), counted(warningCount, "warning"),
      notes > 0 ? counted(notes, "note") : nil,
    ].compactMap { $0 }.joined(separator: ", ")
    let size =
      counted(scriptCount, "script")
      + (errorCount == 0 ? ", \(counted(nodeCount, "node")), \(counted(lineCount, "line"))" : "")
    return "\(size): \(counts)"
  }

  /// The remarks as a JSON array for editors.
  ///
  /// - Throws: `EncodingError`, which no remark causes.
  func json() throws -> String {
    guard !diagnostics.isEmpty else { return "[]\n" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(
      decoding: try encoder.encode(diagnostics.prefix(Self.limit).map(Row.init)), as: UTF8.self)
      + "\n"
  }

  private struct Row: Encodable {
    var code: String
    var severity: String
    var file: String
    var line: Int
    var column: Int
    var endLine: Int
    var endColumn: Int
    var message: String

    init(_ diagnostic: Diagnostic) {
      code = diagnostic.code
      severity = diagnostic.severity.rawValue
      file = diagnostic.file
      line = diagnostic.start.line
      column = diagnostic.start.column
      endLine = diagnostic.end.line
      endColumn = diagnostic.end.column
      message = diagnostic.message
    }
  }
}

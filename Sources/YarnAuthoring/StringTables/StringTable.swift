import YarnCompiler
import YarnRuntime

/// The texts of a project's lines in one language, or in several, as a table for translators.
///
/// The columns are those of Yarn Spinner for Unity:
/// `language,id,text,file,node,lineNumber,lock,comment`. Tables of Yarn Spinner's own compiler,
/// `id,text,file,node,lineNumber`, are read too; columns may stand in any order, and others are
/// passed over.
public struct StringTable: Equatable, Sendable {
  /// A line in a language.
  public struct Row: Equatable, Sendable {
    /// The language of the text, such as `de` or `pt-BR`.
    public var language: String

    /// The id of the line, with its `line:`.
    public var id: String

    /// The text, with `{0}`, `{1}`… where the line inserts values; empty when it is missing.
    public var text: String

    /// The file of the script.
    public var file: String

    /// The unique name of the node.
    public var node: String

    /// The line of the file, counted from 1; `nil` when it is not known.
    public var lineNumber: Int?

    /// The checksum of the source text that the translation was made from; empty when a translator
    /// says that it fits the text as it is.
    public var lock: String

    /// What translators should know.
    public var comment: String

    /// Creates a row.
    public init(
      language: String, id: String, text: String, file: String = "", node: String = "",
      lineNumber: Int? = nil, lock: String = "", comment: String = ""
    ) {
      self.language = language
      self.id = id
      self.text = text
      self.file = file
      self.node = node
      self.lineNumber = lineNumber
      self.lock = lock
      self.comment = comment
    }
  }

  /// The rows.
  public var rows: [Row]

  /// Creates a table.
  public init(_ rows: [Row]) {
    self.rows = rows
  }

  /// Lists the texts of a program in the order of its files.
  ///
  /// Lines that repeat another (`#shadow:`) have no text of their own and are left out.
  ///
  /// - Parameters:
  ///   - program: The program in the language it is written in.
  ///   - language: That language.
  public init(of program: Program, language: String) {
    let lines = program.lines.filter { $0.value.shadowOf == nil }.sorted {
      ($0.value.file, $0.value.line, $0.key) < ($1.value.file, $1.value.line, $1.key)
    }
    rows = lines.map { id, line in
      Row(
        language: language, id: id, text: line.text, file: line.file, node: line.node,
        lineNumber: line.line, lock: checksumText(line.text), comment: "")
    }
  }

  /// The languages of the rows, in alphabetical order.
  public var languages: [String] { Set(rows.map(\.language)).sorted() }

  /// The texts of a language by line id, empty ones left out.
  public func texts(in language: String) -> [String: String] {
    var texts: [String: String] = [:]
    for row in rows where row.language == language && !row.text.isEmpty { texts[row.id] = row.text }
    return texts
  }
}

extension StringTable {
  private static let columns = [
    "language", "id", "text", "file", "node", "lineNumber", "lock", "comment",
  ]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - csv: The text of the file.
  ///   - file: What faults call the file.
  ///   - language: The language of rows that name none.
  /// - Throws: ``FileFault`` when columns are missing, rows have too few or too many cells, or a
  ///   line has two rows in one language.
  public init(csv: String, file: String, language: String) throws(FileFault) {
    let table = try SeparatedValues(csv, file: file)
    guard let head = table.rows.first else {
      throw FileFault(.missingColumns(["id", "text"]), file: file, line: 1)
    }
    let names = head.cells.map { $0.lowercased() }
    let missing = ["id", "text"].filter { !names.contains($0) }
    guard missing.isEmpty else {
      throw FileFault(.missingColumns(missing), file: file, line: head.line)
    }
    rows = []
    var seen: Set<[String]> = []
    for row in table.rows.dropFirst() {
      guard row.cells.count == names.count else {
        throw FileFault(
          .cellCount(expected: names.count, found: row.cells.count), file: file, line: row.line)
      }
      let cells = Dictionary(zip(names, row.cells)) { first, _ in first }
      let entry = Row(cells, language: language)
      guard seen.insert([entry.language, entry.id]).inserted else {
        throw FileFault(.repeatedRow(entry.id), file: file, line: row.line)
      }
      rows.append(entry)
    }
  }

  /// The table as text.
  public var csv: String {
    let cells = rows.map { row in
      [
        row.language, row.id, row.text, row.file, row.node, row.lineNumber.map(String.init) ?? "",
        row.lock, row.comment,
      ]
    }
    return SeparatedValues([Self.columns] + cells).text
  }
}

extension StringTable.Row {
  fileprivate init(_ cells: [String: String], language: String) {
    let own = cells["language"] ?? ""
    self.language = own.isEmpty ? language : own
    id = cells["id"] ?? ""
    text = cells["text"] ?? ""
    file = cells["file"] ?? ""
    node = cells["node"] ?? ""
    lineNumber = cells["linenumber"].flatMap { Int($0) }
    lock = cells["lock"] ?? ""
    comment = cells["comment"] ?? ""
  }
}

extension FileFault {
  /// A fault of a whole line of a table.
  fileprivate init(_ problem: Problem, file: String, line: Int) {
    let start = Diagnostic.Location(line: line, column: 1)
    self.init(problem: problem, file: file, start: start, end: start, sourceLine: "")
  }
}

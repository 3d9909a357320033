import Coach

/// Reads the tables of helplines; quick, so that help can be shown before anything else is loaded.
public struct HelplineTables: Sendable {
  private let folder: ContentFolder

  /// Makes a reader of a folder's tables; nothing is read yet.
  public init(_ folder: ContentFolder) {
    self.folder = folder
  }

  /// Reads the tables.
  ///
  /// - Throws: ``ContentFaults`` with every row that cannot be used.
  public func directory() throws -> HelplineDirectory {
    var faults: [ContentFault] = []
    let lines = try rows("helplines.tsv", &faults) { Helpline(row: $0.text) }
    let emergency = try rows("emergency.tsv", &faults) { row in
      row.text("cc").flatMap { code in row.text("numbers").map { (code, $0) } }
    }
    let directories = try rows("directories.tsv", &faults) { row in
      row.text("name").flatMap { name in
        row.text("address").map { HelplineSource(name: name, address: $0) }
      }
    }
    guard faults.isEmpty else { throw ContentFaults(faults: faults) }
    return HelplineDirectory(
      helplines: lines, emergency: Dictionary(emergency) { $1 }, directories: directories)
  }

  private func rows<Value>(
    _ name: String, _ faults: inout [ContentFault], _ read: (TabTable.Row) -> Value?
  ) throws -> [Value] {
    var values: [Value] = []
    for row in TabTable(try folder.file(name).text).rows {
      if let value = read(row) {
        values.append(value)
      } else {
        faults.append(
          ContentFault(
            "KI0103", file: name, line: row.line,
            "the row lacks a column that it needs; compare it with the first line"))
      }
    }
    return values
  }
}

/// A table of tab-separated values whose first line names the columns.
struct TabTable {
  /// One row and the line it stands on.
  struct Row {
    var line: Int
    var cells: [String: String]

    /// The text of a column; `nil` where it is empty or a single dash.
    func text(_ column: String) -> String? {
      guard let cell = cells[column], !cell.isEmpty, cell != "-" else { return nil }
      return cell
    }
  }

  var rows: [Row]

  /// Reads a table; lines that begin with `#` are comments.
  init(_ text: String) {
    var columns: [String]?
    rows = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
      guard let names = columns else {
        columns = cells
        continue
      }
      rows.append(Row(line: index + 1, cells: Dictionary(zip(names, cells)) { $1 }))
    }
  }
}

/// All figures of a run as plain text, one a line.
struct Table {
  /// The figures, in groups that belong together.
  var groups: [[Row]]

  private static let heads = [
    "", "median", "fastest", "CPU", "x true", "x hello", "x both", "target", "met",
  ]

  /// The lines of the table, its columns aligned, an empty line before each group.
  var lines: [String] {
    let groups = groups.map { $0.map(Self.cells) }
    let all = [Self.heads] + groups.joined()
    let widths = Self.heads.indices.map { column in
      all.filter { $0.count == Self.heads.count }.map { $0[column].count }.max() ?? 0
    }
    return [Self.line(Self.heads, widths)]
      + groups.flatMap { group in [""] + group.map { Self.line($0, widths) } }
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    let columns = cells.enumerated().map { column, cell in
      let space = String(repeating: " ", count: max(0, widths[column] - cell.count))
      return column == 0 ? cell + space : space + cell
    }
    let line = columns.joined(separator: "  ")
    return line.lastIndex { $0 != " " }.map { String(line[...$0]) } ?? ""
  }

  private static func cells(_ row: Row) -> [String] {
    if let fault = row.fault { return [row.name, fault] }
    let ratios = row.ratios.map { $0.text(digits: 2) } + ["", "", ""]
    let met = row.isMet.map { $0 ? "yes" : "no" } ?? ""
    return [row.name, row.median, row.fastest, row.processor] + ratios.prefix(3)
      + [row.target, met]
  }
}

import Console
import Questionnaires

/// Sets a repeating group into a table, or into blocks where the window is too narrow for one.
struct FormTableView {
  let terminal: Terminal

  /// The lines of a table with at least one row.
  func lines(of table: FormTable) -> [String] {
    guard !terminal.isPlain, let widths = widths(of: table) else { return blocks(table) }
    let head = line([""] + table.columns.map { short($0.text) }, widths)
    let rule = "  " + widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    return head + [rule]
      + table.rows.flatMap { row in
        line(["\(row.number)"] + row.cells.map { oneLine($0.plaintext) }, widths)
      }
  }

  /// How wide each column is, the numbers first; `nil` where they have no room.
  private func widths(of table: FormTable) -> [Int]? {
    let room = min(76, terminal.columns - 4)
    let numbers = max(1, "\(table.rows.last?.number ?? 1)".count)
    let free = room - numbers - 2 * table.columns.count
    let wanted = table.columns.indices.map { column in
      let cells = table.rows.map { oneLine($0.cells[column].plaintext) }
      return ([short(table.columns[column].text)] + cells)
        .map { DisplayWidth.columns(of: $0) }.max() ?? 0
    }
    if wanted.reduce(0, +) <= free { return [numbers] + wanted }
    let share = free / max(1, table.columns.count)
    guard share >= 14 else { return nil }
    return [numbers] + wanted.map { min($0, share) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> [String] {
    let columns = zip(cells, widths).map { cell, width in
      cell.isEmpty ? [""] : wrap(cell, width)
    }
    let height = columns.map(\.count).max() ?? 1
    return (0..<height).map { row in
      var line = "  "
      for (index, width) in widths.enumerated() {
        let text = row < columns[index].count ? columns[index][row] : ""
        line += text
        line += String(repeating: " ", count: max(0, width + 2 - DisplayWidth.columns(of: text)))
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Breaks a cell into lines; a measure of less than 20 columns is not for running text.
  private func wrap(_ text: String, _ width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      var word = word[...]
      let used = DisplayWidth.columns(of: lines[lines.count - 1])
      if used > 0, used + 1 + DisplayWidth.columns(of: String(word)) <= width {
        lines[lines.count - 1] += " \(word)"
        continue
      }
      if used > 0 { lines.append("") }
      while DisplayWidth.columns(of: String(word)) > width {
        lines[lines.count - 1] = String(word.prefix(max(1, width / 2)))
        word = word.dropFirst(max(1, width / 2))
        lines.append("")
      }
      lines[lines.count - 1] = String(word)
    }
    return lines
  }

  /// A line or two for each row: its number, and what was answered in the order of the questions.
  private func blocks(_ table: FormTable) -> [String] {
    let numbers = "\(table.rows.last?.number ?? 1)".count
    let margin = terminal.isPlain ? 0 : 2
    let text = WrappedText(
      measure: min(66, terminal.columns - 4), margin: margin,
      hangingIndent: terminal.isPlain ? 0 : numbers + 2)
    return table.rows.flatMap { row in
      let answers = row.cells.map { oneLine($0.plaintext) }.filter { !$0.isEmpty }
      let number = String(repeating: " ", count: numbers - "\(row.number)".count) + "\(row.number)"
      return text.lines(
        of: ([number + "."] + [answers.joined(separator: " · ")]).joined(separator: " "))
    }
  }

  private func short(_ text: String) -> String { oneLine(text).withoutColon }

  private func oneLine(_ text: String) -> String {
    Printable(text).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Menu {
  /// More choices than this go into columns where they fit.
  private static let longestList = 12

  private static let gap = 3

  /// Sets the menu into lines.
  ///
  /// Details stand at the right where every line has room for them. A long list without details
  /// is set in columns, read downwards. In plain mode each choice is one line without padding.
  ///
  /// - Parameters:
  ///   - terminal: The window to fit.
  ///   - style: The weight of details.
  /// - Returns: The lines, without their ends.
  public func lines(for terminal: Terminal, style: Style = .plain) -> [String] {
    if terminal.isPlain { return plainLines() }
    let width = min(68, terminal.columns - 1)
    if choices.count > Self.longestList, choices.allSatisfy({ $0.detail.isEmpty }),
      let columns = columnLines(width: width)
    {
      return columns
    }
    return choices.indices.flatMap { lines(ofChoice: $0, width: width, style: style) }
  }

  private var numberWidth: Int { String(firstNumber + choices.count - 1).count }

  private func number(of index: Int) -> String {
    let number = choices[index].isAvailable ? String(index + firstNumber) : "-"
    return String(repeating: " ", count: numberWidth - number.count) + number
  }

  private func plainLines() -> [String] {
    choices.enumerated().map { index, choice in
      let number = choice.isAvailable ? "\(index + firstNumber). " : "Not available: "
      let detail = choice.detail.isEmpty ? "" : ", \(choice.detail)"
      let mark = index == suggested ? " (Enter)" : ""
      return Self.oneLine(number + choice.label + detail) + mark
    }
  }

  private func lines(ofChoice index: Int, width: Int, style: Style) -> [String] {
    let choice = choices[index]
    let indent = 2 + numberWidth + 2
    let setting = WrappedText(measure: width - indent, margin: indent)
    var lines = setting.lines(of: Self.oneLine(choice.label))
    let start = "  \(number(of: index))  "
    lines[0] = start + lines[0].dropFirst(min(indent, lines[0].count))
    guard !choice.detail.isEmpty else { return lines }
    let detail = Self.oneLine(choice.detail)
    let used = DisplayWidth.columns(of: lines[lines.count - 1])
    let room = width - used - DisplayWidth.columns(of: detail)
    guard room >= 2 else {
      return lines + setting.lines(of: detail).map { style.dim($0) }
    }
    lines[lines.count - 1] += String(repeating: " ", count: room) + style.dim(detail)
    return lines
  }

  /// Sets a long list in as many columns as fit, or gives `nil` when only one does.
  private func columnLines(width: Int) -> [String]? {
    let cells = choices.indices.map { "\(number(of: $0))  \(Self.oneLine(choices[$0].label))" }
    let widest = cells.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    let count = (width - 2 + Self.gap) / (widest + Self.gap)
    guard count > 1 else { return nil }
    let height = (cells.count + count - 1) / count
    return (0..<height).map { row in
      let line = stride(from: row, to: cells.count, by: height).map { index in
        let padding = widest - DisplayWidth.columns(of: cells[index]) + Self.gap
        return cells[index] + String(repeating: " ", count: padding)
      }
      return "  " + Self.withoutTrailingSpaces(line.joined())
    }
  }

  private static func withoutTrailingSpaces(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  private static func oneLine(_ text: String) -> String {
    Printable(text).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

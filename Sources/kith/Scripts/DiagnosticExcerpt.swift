import Console
import YarnCompiler

/// A remark with the line of the script below it and a mark under the place.
///
/// The line is cut round the place where it is wider than the window; tabs become spaces, and wide
/// characters are counted as the terminal shows them, so that the mark stands below the right cell.
struct DiagnosticExcerpt {
  private static let tab = 4

  /// How far to each side of the place a line is looked at, however long it is.
  private static let reach = 1000

  private let diagnostic: Diagnostic
  private let columns: Int
  private let style: Style

  /// Makes an excerpt.
  ///
  /// - Parameters:
  ///   - diagnostic: The remark.
  ///   - columns: How many columns the window shows.
  ///   - style: The weight of the remark and the mark.
  init(_ diagnostic: Diagnostic, columns: Int = 80, style: Style = .plain) {
    self.diagnostic = diagnostic
    self.columns = max(20, columns)
    self.style = style
  }

  /// The lines of the excerpt.
  var text: String {
    let remark = Printable("\(diagnostic)").text.replacing("\n", with: " ")
    guard let (line, indent, width) = window else { return style.bold(remark) }
    let mark = String(repeating: "^", count: width)
    return style.bold(remark) + "\n" + line + "\n" + String(repeating: " ", count: indent)
      + style.bold(mark)
  }

  /// A character of the line and how many columns it takes.
  private typealias Cell = (text: String, width: Int)

  /// What is shown of the line, where the mark begins, and how wide it is.
  private var window: (line: String, indent: Int, width: Int)? {
    let units = diagnostic.sourceLine.utf16
    guard !diagnostic.sourceLine.isEmpty else { return nil }
    let place = min(diagnostic.start.column - 1, units.count)
    let end = diagnostic.start.line == diagnostic.end.line ? diagnostic.end.column - 1 : units.count
    let first = max(0, place - Self.reach)
    let last = min(units.count, max(place, min(end, place + Self.reach)) + Self.reach)
    let before = cells(units, first..<place, at: 0)
    let marked = cells(
      units, place..<max(place, min(end, last)), at: before.map(\.width).reduce(0, +))
    let used = (before + marked).map(\.width).reduce(0, +)
    let after = cells(units, max(place, min(end, last))..<last, at: used)
    return clip(before, marked, after, cutsLeft: first > 0, cutsRight: last < units.count)
  }

  private func cells(_ units: String.UTF16View, _ range: Range<Int>, at column: Int) -> [Cell] {
    let start = units.index(units.startIndex, offsetBy: range.lowerBound)
    let end = units.index(start, offsetBy: range.count)
    var column = column
    return String(decoding: Array(units[start..<end]), as: UTF16.self).map { character in
      let cell: Cell
      if character == "\t" {
        let width = Self.tab - column % Self.tab
        cell = (String(repeating: " ", count: width), width)
      } else {
        let shown = Printable(String(character)).text
        cell = (shown, DisplayWidth.columns(of: shown))
      }
      column += cell.width
      return cell
    }
  }

  /// Cuts the line so that the place stands in the window with some text to its left.
  private func clip(
    _ before: [Cell], _ marked: [Cell], _ after: [Cell], cutsLeft: Bool, cutsRight: Bool
  ) -> (line: String, indent: Int, width: Int) {
    let room = columns - 1
    let needed = (marked + after).map(\.width).reduce(0, +)
    let left = Self.suffix(of: before, width: room - 2 - min(needed, room / 2))
    let isCutLeft = cutsLeft || left.count < before.count
    let start = (isCutLeft ? 1 : 0) + left.map(\.width).reduce(0, +)
    let rest = Self.prefix(of: marked + after, width: room - start - 1)
    let isCutRight = cutsRight || rest.count < marked.count + after.count
    let width = rest.prefix(marked.count).map(\.width).reduce(0, +)
    let line = (left + rest).map(\.text).joined()
    return (
      (isCutLeft ? "…" : "") + line + (isCutRight ? "…" : ""), start,
      max(1, width)
    )
  }

  private static func prefix(of cells: [Cell], width: Int) -> [Cell] {
    var rest = width
    return Array(
      cells.prefix { cell in
        rest -= cell.width
        return rest >= 0
      })
  }

  private static func suffix(of cells: [Cell], width: Int) -> [Cell] {
    prefix(of: cells.reversed(), width: width).reversed()
  }
}

/// Sets text into lines of a given width.
///
/// A line end in the text stays one, and an empty line stays empty. The white space a line begins
/// with indents all that is wrapped from it, so lists and quotations keep their shape. Graphemes are
/// never split, and a word longer than the measure is broken.
public struct WrappedText: Equatable, Sendable {
  /// How many columns of text a line holds, the margin not counted; at least 20.
  public let measure: Int

  /// How many columns stay empty at the left.
  public let margin: Int

  /// How many columns further in each line after the first of a paragraph begins.
  public let hangingIndent: Int

  /// Chooses a way of setting text.
  ///
  /// - Parameters:
  ///   - measure: How many columns of text a line holds; less than 20 counts as 20.
  ///   - margin: How many columns stay empty at the left.
  ///   - hangingIndent: How many columns further in the later lines of a paragraph begin.
  public init(measure: Int, margin: Int = 2, hangingIndent: Int = 0) {
    self.measure = max(20, measure)
    self.margin = max(0, margin)
    self.hangingIndent = max(0, min(hangingIndent, self.measure / 2))
  }

  /// Chooses the measure that reads well in a window: 66 columns, less where the window is narrow.
  ///
  /// - Parameters:
  ///   - columns: How many columns the window shows.
  ///   - hangingIndent: How many columns further in the later lines of a paragraph begin.
  public init(forColumns columns: Int, hangingIndent: Int = 0) {
    let margin = columns < 24 ? 0 : 2
    self.init(measure: min(66, columns - 2 * margin), margin: margin, hangingIndent: hangingIndent)
  }

  /// Sets a text.
  ///
  /// - Parameter text: Any text; what could act on a terminal is taken out first.
  /// - Returns: The lines, with their margin and without spaces at their ends.
  public func lines(of text: String) -> [String] {
    Printable(text).text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { lines(ofParagraph: $0) }
  }

  private func lines(ofParagraph paragraph: Substring) -> [String] {
    let words = paragraph.split { $0 == " " || $0 == "\t" }
    guard !words.isEmpty else { return [""] }
    let indent = min(leadingColumns(of: paragraph), measure / 2)
    var setting = Setting(
      measure: measure, first: margin + indent, later: margin + indent + hangingIndent,
      margin: margin)
    for word in words { setting.add(word) }
    return setting.finished()
  }

  /// The white space a line begins with, a tab reaching to the next multiple of four.
  private func leadingColumns(of paragraph: Substring) -> Int {
    var column = 0
    for character in paragraph {
      switch character {
      case " ": column += 1
      case "\t": column = (column / 4 + 1) * 4
      default: return column
      }
    }
    return column
  }
}

/// A paragraph on its way into lines.
private struct Setting {
  private let end: Int
  private let later: Int
  private var lines: [String] = []
  private var line: String
  private var column: Int
  private var isAtStart = true

  init(measure: Int, first: Int, later: Int, margin: Int) {
    end = margin + measure
    self.later = later
    line = String(repeating: " ", count: first)
    column = first
  }

  mutating func add(_ word: Substring) {
    let width = DisplayWidth.columns(of: word)
    if !isAtStart, column + 1 + width > end { breakLine() }
    if !isAtStart { append(" ") }
    guard column + width > end else { return append(word, width) }
    for character in word {
      let columns = DisplayWidth.columns(of: character)
      if column + columns > end { breakLine() }
      append(Substring(String(character)), columns)
    }
  }

  consuming func finished() -> [String] {
    breakLine()
    return lines
  }

  private mutating func append(_ text: Substring, _ width: Int = 1) {
    line += text
    column += width
    isAtStart = false
  }

  private mutating func breakLine() {
    lines.append(line)
    line = String(repeating: " ", count: later)
    column = later
    isAtStart = true
  }
}

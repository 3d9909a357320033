import Console

/// A text cut into parts that fit a window each, because a line editor shows no more than that.
struct TextParts: Equatable {
  /// The parts, without what stands between them.
  var texts: [String] = []

  /// The space or the line feeds after each part but the last.
  private var joints: [String] = []

  /// A line of the text, or a piece of one that is too long for a window.
  private struct Row {
    var text: String
    var joint: String
    var height: Int
  }

  /// Cuts a text: at an empty line where there is one, else at the end of a line, or of a word.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - measure: How many columns a row has.
  ///   - rows: How many rows a part may fill; three at the least.
  init(_ text: String, measure: Int, rows: Int) {
    let limit = max(3, rows)
    var rest = Self.rows(of: text, measure: measure, limit: limit)[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.count(fitting: limit, of: rest))
      rest = rest.dropFirst(part.count)
      var text = zip(part, part.map(\.joint).dropLast() + [""]).map { $0.text + $1 }.joined()
      var joint = part.last?.joint ?? ""
      while text.hasSuffix("\n"), !rest.isEmpty {
        text.removeLast()
        joint += "\n"
      }
      texts.append(text)
      joints.append(joint)
    }
    if !joints.isEmpty { joints.removeLast() }
  }

  /// The whole text.
  var whole: String { zip(texts, joints + [""]).map { $0 + $1 }.joined() }

  /// The whole text with other words in the place of one part.
  func whole(with text: String, at place: Int) -> String {
    var changed = self
    changed.texts[place] = text
    return changed.whole
  }
}

extension TextParts {
  private static func rows(of text: String, measure: Int, limit: Int) -> [Row] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let height = WrappedText(measure: measure).lines(of: String(line)).count
      guard height > limit else {
        return [Row(text: String(line), joint: "\n", height: max(1, height))]
      }
      // Rows are seldom full to the last column.
      return pieces(of: line, columns: measure * limit * 3 / 4, height: limit)
    }
  }

  /// A long line in pieces that leave every space where it is.
  private static func pieces(of line: Substring, columns: Int, height: Int) -> [Row] {
    var pieces: [Row] = []
    var rest = line
    while true {
      var filled = 0
      let fitting = rest.prefix {
        filled += DisplayWidth.columns(of: String($0))
        return filled <= columns
      }
      guard fitting.endIndex < rest.endIndex else { break }
      let space = fitting.dropFirst().lastIndex(of: " ")
      pieces.append(
        Row(
          text: String(rest[..<(space ?? fitting.endIndex)]), joint: space == nil ? "" : " ",
          height: height))
      rest = rest[(space.map(rest.index(after:)) ?? fitting.endIndex)...]
    }
    return pieces + [Row(text: String(rest), joint: "\n", height: height)]
  }

  /// How many rows make the next part.
  private static func count(fitting limit: Int, of rows: ArraySlice<Row>) -> Int {
    var height = 0
    let fitting = rows.prefix {
      height += $0.height
      return height <= limit
    }
    guard fitting.count < rows.count else { return fitting.count }
    let paragraph = fitting.lastIndex { $0.text.isEmpty }.map { $0 - fitting.startIndex + 1 }
    return paragraph.flatMap { $0 > fitting.count / 2 ? $0 : nil } ?? fitting.count
  }
}

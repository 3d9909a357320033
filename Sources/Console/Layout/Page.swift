/// One thing to read: a title, where in the row of pages it stands, a body, and the keys.
///
/// The line with the keys is not part of the rendering: it is the prompt that follows the page, see
/// ``keyPrompt``.
public struct Page: Equatable, Sendable {
  /// What stands at the top left.
  public var title: String

  /// What stands at the top right, such as `"2 of 5"`; empty for nothing.
  public var progress: String

  /// The lines of the body, set to the width they are to have.
  public var body: [String]

  /// The keys that go on from here, such as `"Enter goes on · b back"`.
  public var keys: String

  /// Makes a page from lines.
  ///
  /// - Parameters:
  ///   - title: What stands at the top left.
  ///   - progress: What stands at the top right.
  ///   - body: The lines of the body.
  ///   - keys: The keys that go on from here.
  public init(title: String, progress: String = "", body: [String], keys: String = "") {
    self.title = title
    self.progress = progress
    self.body = body
    self.keys = keys
  }

  /// The prompt that ends the page.
  public var keyPrompt: String { keys.isEmpty ? "  > " : "  \(keys) > " }

  /// Writes the page out.
  ///
  /// In plain mode the progress follows the title in words, and nothing is set to the right.
  ///
  /// - Parameters:
  ///   - terminal: The window, which decides how much air there is.
  ///   - style: The weight of the title.
  /// - Returns: The lines, each with its end, down to the empty line above the keys.
  public func rendered(for terminal: Terminal, style: Style) -> String {
    let air = Self.hasAir(terminal) ? [""] : []
    let lines = head(for: terminal, style: style) + air + body + air
    return lines.map { $0 + "\n" }.joined()
  }

  /// Splits the page so that no part is taller than the window, the line of keys included.
  ///
  /// A part ends between paragraphs where one ends in its lower half. In plain mode a page is
  /// never split: a screen reader has no window.
  ///
  /// - Parameter terminal: The window to fit.
  /// - Returns: The parts in order, at least one, each with the title and progress of the whole.
  public func parts(for terminal: Terminal) -> [Page] {
    let height = bodyHeight(in: terminal)
    var rest = body[...]
    var parts: [Page] = []
    repeat {
      let count = Self.partLength(of: rest, height: height)
      var part = self
      part.body = Array(rest.prefix(count))
      while part.body.last?.isEmpty == true { part.body.removeLast() }
      parts.append(part)
      rest = rest.dropFirst(count).drop(while: \.isEmpty)
    } while !rest.isEmpty
    return parts
  }
}

extension Page {
  private static let margin = 2

  /// A window of fewer lines than this is too small for empty lines round the body.
  private static func hasAir(_ terminal: Terminal) -> Bool {
    terminal.isPlain || terminal.rows >= 10
  }

  private func bodyHeight(in terminal: Terminal) -> Int {
    if terminal.isPlain { return .max }
    let keyColumns = DisplayWidth.columns(of: keyPrompt) + 1
    let keyRows = (keyColumns + terminal.columns - 1) / max(1, terminal.columns)
    let headRows = head(for: terminal, style: .plain).count
    let airRows = Self.hasAir(terminal) ? 2 : 0
    return max(1, terminal.rows - keyRows - headRows - airRows)
  }

  private func head(for terminal: Terminal, style: Style) -> [String] {
    if terminal.isPlain {
      let words = [title, progress.isEmpty ? "" : "(\(progress))"].filter { !$0.isEmpty }
      return words.isEmpty ? [] : [words.joined(separator: " ")]
    }
    guard terminal.rows > 3, !(title + progress).isEmpty else { return [] }
    let width = min(68, terminal.columns - 1)
    let room = width - Self.margin - DisplayWidth.columns(of: progress) - (progress.isEmpty ? 0 : 2)
    let short = Self.shortened(title, to: max(1, room))
    let gap =
      width - Self.margin - DisplayWidth.columns(of: short)
      - DisplayWidth.columns(of: progress)
    let right = progress.isEmpty ? "" : String(repeating: " ", count: max(2, gap)) + progress
    return [String(repeating: " ", count: Self.margin) + style.bold(short) + style.dim(right)]
  }

  private static func shortened(_ title: String, to columns: Int) -> String {
    guard DisplayWidth.columns(of: title) > columns else { return title }
    var short = ""
    var used = 1
    for character in title {
      used += DisplayWidth.columns(of: character)
      if used > columns { break }
      short.append(character)
    }
    return short + "…"
  }

  private static func partLength(of lines: ArraySlice<String>, height: Int) -> Int {
    guard lines.count > height else { return lines.count }
    let window = lines.prefix(height + 1)
    guard let gap = window.lastIndex(where: \.isEmpty), gap - lines.startIndex > height / 2 else {
      return height
    }
    return gap - lines.startIndex
  }
}

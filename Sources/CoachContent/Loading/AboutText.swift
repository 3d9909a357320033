/// The honest statement about the program, read from `about.md`.
public struct AboutText: Sendable {
  /// A piece of the statement.
  public enum Paragraph: Equatable, Sendable {
    /// A heading.
    case heading(String)
    /// An item of a list.
    case item(String)
    /// Running text.
    case text(String)
  }

  private let folder: ContentFolder

  /// Makes a reader of a content folder; nothing is read yet.
  public init(_ folder: ContentFolder) {
    self.folder = folder
  }

  /// Reads the statement.
  ///
  /// - Throws: ``ContentFaults`` when the file is missing.
  public func paragraphs() throws -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var open = false
    for line in try folder.file("about.md").text.split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if words.hasPrefix("#") {
        paragraphs.append(.heading(String(words.drop { $0 == "#" || $0 == " " })))
      } else if words.hasPrefix("* ") || words.hasPrefix("- ") {
        paragraphs.append(.item(String(words.dropFirst(2))))
      } else if open, !words.isEmpty, let last = paragraphs.popLast() {
        paragraphs.append(last.continued(with: words))
      } else if !words.isEmpty {
        paragraphs.append(.text(words))
      }
      open = !words.isEmpty && !words.hasPrefix("#")
    }
    return paragraphs
  }
}

extension AboutText.Paragraph {
  fileprivate func continued(with words: String) -> Self {
    switch self {
    case .heading(let text): .heading("\(text) \(words)")
    case .item(let text): .item("\(text) \(words)")
    case .text(let text): .text("\(text) \(words)")
    }
  }
}

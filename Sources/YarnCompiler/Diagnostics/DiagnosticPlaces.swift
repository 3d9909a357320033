/// The lines and columns of many places, found in one pass over each file.
///
/// Counting every column from the start of its line would take a time that grows with the square
/// of a line's length.
struct DiagnosticPlaces {
  private let sources: [SourceText]
  private var locations: [[Int: Diagnostic.Location]]
  private var lastLine: (file: Int, line: Int, text: String)?

  init(_ ranges: [SourceRange], in sources: [SourceText]) {
    self.sources = sources
    var offsets = Array(repeating: Set<Int>(), count: sources.count)
    for range in ranges {
      offsets[range.file].formUnion([range.start, max(range.start, range.end)])
    }
    locations = zip(sources, offsets).map { source, offsets in
      Self.locations(of: offsets.sorted(), in: source)
    }
  }

  /// Finds the location of a place that was among the ranges.
  func location(_ file: Int, _ offset: Int) -> Diagnostic.Location {
    locations[file][offset] ?? sources[file].location(of: offset)
  }

  /// The text of a line, counted from 1; remarks on one line share it.
  mutating func lineText(_ file: Int, _ line: Int) -> String {
    if let lastLine, lastLine.file == file, lastLine.line == line { return lastLine.text }
    let text = sources[file].lineText(line - 1)
    lastLine = (file, line, text)
    return text
  }

  private static func locations(
    of offsets: [Int], in source: SourceText
  ) -> [Int: Diagnostic.Location] {
    var found: [Int: Diagnostic.Location] = [:]
    var line = -1
    var position = 0
    var column = 1
    for offset in offsets {
      let end = min(max(offset, 0), source.bytes.count)
      let current = source.lineIndex(of: end)
      if current != line {
        line = current
        position = source.lineStart(line)
        column = 1
      }
      column += source.utf16Count(position..<max(position, end))
      position = max(position, end)
      found[offset] = Diagnostic.Location(line: line + 1, column: column)
    }
    return found
  }
}

extension SourceText {
  /// How many UTF-16 units a stretch of bytes has.
  fileprivate func utf16Count(_ range: Range<Int>) -> Int {
    var count = 0
    for byte in bytes[range] where byte & 0xC0 != 0x80 { count += byte >= 0xF0 ? 2 : 1 }
    return count
  }
}

/// Finds the lines of places that mostly follow each other, without a search for each.
struct LineFinder {
  private let source: SourceText
  private var last = 0

  init(_ source: SourceText) {
    self.source = source
  }

  /// The line a byte stands in, counted from 0.
  mutating func index(of offset: Int) -> Int {
    if source.lineStart(last) <= offset {
      for line in last..<min(last + 8, source.lineCount)
      where line + 1 == source.lineCount || source.lineStart(line + 1) > offset {
        last = line
        return line
      }
    }
    last = source.lineIndex(of: offset)
    return last
  }
}

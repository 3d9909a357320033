/// Finds the lines of places that mostly follow each other, without a search for each.
struct LineFinder {
  private let source: SourceText
  private var last = 0

  init(_ source: SourceText) {
    self.source = source
  }

  /// The line a byte stands in, counted from 0.
  mutating func index(of offset: Int) -> Int {
    let starts = source.lineStarts
    if starts[last] <= offset {
      for line in last..<min(last + 8, starts.count)
      where line + 1 == starts.count || starts[line + 1] > offset {
        last = line
        return line
      }
    }
    last = source.lineIndex(of: offset)
    return last
  }
}

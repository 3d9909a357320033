/// A stretch of bytes in one of the sources.
struct SourceRange: Hashable {
  var file: Int
  var start: Int
  var end: Int

  /// The stretch from the start of this one to the end of another.
  func joined(_ other: SourceRange) -> SourceRange {
    SourceRange(file: file, start: min(start, other.start), end: max(end, other.end))
  }
}

/// A stretch of bytes in one of the sources.
///
/// There is one for every expression and every statement, so its numbers are small ones.
struct SourceRange: Hashable {
  private let storedFile: Int32
  private let storedStart: Int32
  private let storedEnd: Int32

  var file: Int { Int(storedFile) }
  var start: Int { Int(storedStart) }
  var end: Int { Int(storedEnd) }

  init(file: Int, start: Int, end: Int) {
    storedFile = Int32(clamping: file)
    storedStart = Int32(clamping: start)
    storedEnd = Int32(clamping: end)
  }

  /// The stretch from the start of this one to the end of another.
  func joined(_ other: SourceRange) -> SourceRange {
    SourceRange(file: file, start: min(start, other.start), end: max(end, other.end))
  }
}

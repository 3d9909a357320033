/// The bytes of a source with the places where its lines start.
struct SourceText {
  let name: String
  let bytes: [UInt8]
  private let lineStarts: [Int32]

  init(_ source: Source) {
    name = source.name
    var bytes = Array(source.text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    self.bytes = bytes
    lineStarts = bytes.withUnsafeBufferPointer { bytes in
      var starts: [Int32] = [0]
      for (index, byte) in bytes.enumerated() where byte.isLineBreak {
        let isFollowed = index + 1 < bytes.count && bytes[index + 1] == .lineFeed
        if byte == .lineFeed || !isFollowed { starts.append(Int32(clamping: index + 1)) }
      }
      return starts
    }
  }

  var lineCount: Int { lineStarts.count }

  /// Where a line starts; the index counts from 0.
  func lineStart(_ index: Int) -> Int { Int(lineStarts[index]) }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// A text for a remark; of one of enormous length, more than a remark shows of its ends.
  func shortText(_ range: Range<Int>) -> String {
    range.count < 10_000
      ? text(range)
      : text(range.lowerBound..<(range.lowerBound + 4000))
        + text((range.upperBound - 4000)..<range.upperBound)
  }

  /// Whether a text stands at a byte.
  func matches(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset + count <= bytes.count else { return false }
    let start = text.utf8Start
    for index in 0..<count where bytes[offset + index] != start[index] { return false }
    return true
  }

  /// The line a byte stands in, counted from 0.
  func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineCount
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStart(middle) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The line and the UTF-16 column of a byte, both counted from 1.
  func location(of offset: Int) -> Diagnostic.Location {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(of: offset)
    let column = text(lineStart(line)..<offset).utf16.count
    return Diagnostic.Location(line: line + 1, column: column + 1)
  }

  /// A whole line without its line break; the index counts from 0.
  func lineText(_ index: Int) -> String {
    let start = lineStart(index)
    var end = start
    while end < bytes.count, bytes[end] != .lineFeed, bytes[end] != .carriageReturn { end += 1 }
    return text(start..<end)
  }
}

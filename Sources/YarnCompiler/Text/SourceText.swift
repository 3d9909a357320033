/// The bytes of a source with the places where its lines start.
struct SourceText {
  let name: String
  let bytes: [UInt8]
  let lineStarts: [Int]

  init(_ source: Source) {
    name = source.name
    var bytes = Array(source.text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isLineFeed = byte == .lineFeed
      let isLoneReturn =
        byte == .carriageReturn && (index + 1 == bytes.count || bytes[index + 1] != .lineFeed)
      if isLineFeed || isLoneReturn { starts.append(index + 1) }
    }
    self.bytes = bytes
    lineStarts = starts
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
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
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The line and the UTF-16 column of a byte, both counted from 1.
  func location(of offset: Int) -> Diagnostic.Location {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(of: offset)
    let column = text(lineStarts[line]..<offset).utf16.count
    return Diagnostic.Location(line: line + 1, column: column + 1)
  }

  /// A whole line without its line break; the index counts from 0.
  func lineText(_ index: Int) -> String {
    let start = lineStarts[index]
    var end = start
    while end < bytes.count, bytes[end] != .lineFeed, bytes[end] != .carriageReturn { end += 1 }
    return text(start..<end)
  }
}

import YarnCompiler

/// The places of a file's text, for faults.
struct TextPlaces {
  let file: String
  let bytes: [UInt8]

  init(_ text: String, file: String) {
    self.file = file
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    self.bytes = bytes
  }

  /// A fault at a stretch of bytes.
  func fault(_ problem: FileFault.Problem, at range: Range<Int>) -> FileFault {
    let start = location(of: range.lowerBound)
    return FileFault(
      problem: problem, file: file, start: start, end: location(of: range.upperBound),
      sourceLine: lineText(around: range.lowerBound))
  }

  /// The line and the UTF-16 column of a byte, both counted from 1.
  private func location(of offset: Int) -> Diagnostic.Location {
    let offset = min(offset, bytes.count)
    let line = bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = String(decoding: bytes[start..<offset], as: UTF8.self).utf16.count
    return Diagnostic.Location(line: line + 1, column: column + 1)
  }

  private func lineText(around offset: Int) -> String {
    let offset = min(offset, bytes.count)
    let isBreak = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    let start = bytes[..<offset].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(where: isBreak) ?? bytes.count
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

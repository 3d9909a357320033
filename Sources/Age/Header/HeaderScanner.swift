/// A walk through the lines of a header.
struct HeaderScanner {
  let bytes: [UInt8]
  var position: Int

  /// Takes the next line, without its line break.
  mutating func line() throws(AgeError) -> ArraySlice<UInt8> {
    let end = min(bytes.count, Header.byteLimit)
    guard position <= end, let lineEnd = bytes[position..<end].firstIndex(of: UInt8(ascii: "\n"))
    else { throw .malformedHeader(bytes.count > Header.byteLimit ? .tooLong : .truncated) }
    defer { position = lineEnd + 1 }
    return bytes[position..<lineEnd]
  }

  /// Takes the body of the stanza that a line opens.
  mutating func stanza(from line: ArraySlice<UInt8>) throws(AgeError) -> Stanza {
    let mark = Array("-> ".utf8)
    guard line.starts(with: mark) else { throw .malformedHeader(.unexpectedLine) }
    let words = line.dropFirst(mark.count)
      .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    let isVisible = words.allSatisfy { word in
      !word.isEmpty && word.allSatisfy { (33...126).contains($0) }
    }
    guard isVisible else { throw .malformedHeader(.argument) }
    let spelled = words.map { String(decoding: $0, as: UTF8.self) }
    return Stanza(type: spelled[0], arguments: Array(spelled.dropFirst()), body: try body())
  }

  private mutating func body() throws(AgeError) -> [UInt8] {
    var body: [UInt8] = []
    while true {
      let line = try line()
      guard line.count <= Stanza.columnLimit, let bytes = Base64.decode(line) else {
        throw .malformedHeader(.encoding)
      }
      body += bytes
      if line.count < Stanza.columnLimit { return body }
    }
  }
}

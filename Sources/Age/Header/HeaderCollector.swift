/// The start of a file that comes in pieces, gathered until its header and nonce are whole.
struct HeaderCollector {
  private(set) var bytes: [UInt8] = []
  private var lineStart = 0
  private var end: Int?

  /// Takes a piece.
  ///
  /// - Returns: What of the piece comes after the nonce; `nil` when more is needed.
  /// - Throws: `AgeError.notAge` or `.unsupportedVersion` as soon as the first line is seen, and
  ///   `.malformedHeader` when there is no end to it.
  mutating func add(_ piece: ArraySlice<UInt8>) throws(AgeError) -> ArraySlice<UInt8>? {
    let taken = piece.prefix(Header.byteLimit + AgeFile.nonceByteCount + 1 - bytes.count)
    let before = bytes.count
    bytes += taken
    if bytes.count >= Header.versionLine.count { try Header.checkVersion(bytes) }
    if end == nil { end = headerEnd(searchingFrom: before) }
    guard let end else {
      guard bytes.count <= Header.byteLimit else { throw .malformedHeader(.tooLong) }
      return nil
    }
    let surplus = bytes.count - end - AgeFile.nonceByteCount
    guard surplus >= 0 else { return nil }
    bytes.removeLast(surplus)
    return piece.dropFirst(taken.count - surplus)
  }

  /// Looks for the line break of the line that ends the header.
  private mutating func headerEnd(searchingFrom start: Int) -> Int? {
    var position = start
    while let lineEnd = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) {
      let isLast = bytes[lineStart..<lineEnd].starts(with: Header.codeMark)
      lineStart = lineEnd + 1
      position = lineStart
      if isLast { return lineStart }
    }
    return nil
  }
}

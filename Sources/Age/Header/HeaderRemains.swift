/// What can still be read of a header that was damaged.
struct HeaderRemains {
  /// The length of the line that ends every header: the mark, a space, the code, a line break.
  private static let codeLineByteCount = 48

  /// The header, with such stanzas as are whole.
  let header: Header

  /// Where the nonce begins.
  let end: Int

  /// Reads the start of a damaged file.
  init(of bytes: [UInt8]) throws(AgeError) {
    let start = Array(bytes.prefix(Header.byteLimit))
    guard let mark = Self.codeLine(in: start) else { throw .malformedHeader(.truncated) }
    end = mark + Self.codeLineByteCount
    guard bytes.count >= end else { throw .malformedHeader(.truncated) }
    let spelled = start[mark..<min(end, start.count)].dropFirst(4).dropLast()
    header = Header(
      stanzas: Self.stanzas(in: start, before: mark), code: Base64.decode(spelled) ?? [],
      covered: Array(start[..<(mark + Header.codeMark.count)]))
  }

  /// The place of the first line that looks like the last one of a header.
  private static func codeLine(in bytes: [UInt8]) -> Int? {
    let mark = Array("\n--- ".utf8)
    return bytes.indices.first { index in
      bytes[index] == mark[0] && bytes[index...].starts(with: mark)
    }.map { $0 + 1 }
  }

  private static func stanzas(in bytes: [UInt8], before end: Int) -> [Stanza] {
    let mark = Array("-> ".utf8)
    let readable = Array(bytes[..<end])
    var stanzas: [Stanza] = []
    var position = 0
    while position < end, stanzas.count < Header.stanzaLimit {
      var scanner = HeaderScanner(bytes: readable, position: position)
      // Lines that are no stanza are what this walk is meant to pass over.
      guard let line = try? scanner.line() else { break }
      position = scanner.position
      // As above: a stanza with a damaged body is passed over.
      guard line.starts(with: mark), let stanza = try? scanner.stanza(from: line) else { continue }
      stanzas.append(stanza)
      position = scanner.position
    }
    return stanzas
  }
}

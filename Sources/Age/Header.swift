import FoundationEssentials

/// The readable part of an age file: its stanzas, and a code that ties them to the file key.
struct Header: Equatable, Sendable {
  static let versionLine = Array("age-encryption.org/v1\n".utf8)
  private static let anyVersion = Array("age-encryption.org/".utf8)
  private static let codeMark = Array("---".utf8)
  static let codeByteCount = 32

  var stanzas: [Stanza]

  /// The code at the end of the header.
  var code: [UInt8]

  /// The bytes that the code covers.
  var covered: [UInt8]

  /// The whole header, up to and with its last line break.
  var encoded: [UInt8] {
    covered + [UInt8(ascii: " ")] + Base64.encode(code) + [UInt8(ascii: "\n")]
  }

  /// Builds the header of a new file.
  init(stanzas: [Stanza], fileKey: FileKey) {
    self.stanzas = stanzas
    covered = Self.versionLine + stanzas.flatMap(\.encoded) + Self.codeMark
    code = fileKey.code(ofHeader: covered)
  }

  /// Reads the header at the start of a file.
  ///
  /// - Parameter bytes: The file.
  /// - Throws: The rule that it breaks.
  init(parsing bytes: [UInt8]) throws(AgeError) {
    guard bytes.starts(with: Self.versionLine) else {
      throw bytes.starts(with: Self.anyVersion) ? .unsupportedVersion : .notAge
    }
    var scanner = HeaderScanner(bytes: bytes, position: Self.versionLine.count)
    var stanzas: [Stanza] = []
    while true {
      let line = try scanner.line()
      guard !line.starts(with: Self.codeMark) else {
        code = try Self.code(from: line)
        covered = Array(bytes[..<(line.startIndex + Self.codeMark.count)])
        break
      }
      stanzas.append(try scanner.stanza(from: line))
    }
    let isPassphrase = stanzas.contains { $0.type == Passphrase.stanzaType }
    guard !isPassphrase || stanzas.count == 1 else { throw .malformedHeader(.passphraseNotAlone) }
    self.stanzas = stanzas
  }

  private static func code(from line: ArraySlice<UInt8>) throws(AgeError) -> [UInt8] {
    let spelled = line.dropFirst(codeMark.count)
    guard spelled.first == UInt8(ascii: " "), let code = Base64.decode(spelled.dropFirst()),
      code.count == codeByteCount
    else { throw .malformedHeader(.encoding) }
    return code
  }
}

/// A walk through the lines of a header.
private struct HeaderScanner {
  let bytes: [UInt8]
  var position: Int

  /// Takes the next line, without its line break.
  mutating func line() throws(AgeError) -> ArraySlice<UInt8> {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else {
      throw .malformedHeader(.truncated)
    }
    defer { position = end + 1 }
    return bytes[position..<end]
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

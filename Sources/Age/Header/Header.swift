import FoundationEssentials

/// The readable part of an age file: its stanzas, and a code that ties them to the file key.
///
/// Source: age v1, “Header”.
struct Header: Equatable, Sendable {
  /// The number of bytes above which a header is refused: room for a thousand recipients, and an
  /// end to the memory that a hostile file can take.
  static let byteLimit = 1 << 20

  /// The number of stanzas above which a header is refused, since each may cost a key agreement.
  static let stanzaLimit = 1024

  static let versionLine = Array("age-encryption.org/v1\n".utf8)
  private static let anyVersion = Array("age-encryption.org/".utf8)
  static let codeMark = Array("---".utf8)
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

  /// Puts together a header of which nothing is proven.
  init(stanzas: [Stanza], code: [UInt8], covered: [UInt8]) {
    self.stanzas = stanzas
    self.code = code
    self.covered = covered
  }

  /// Builds the header of a new file.
  init(stanzas: [Stanza], fileKey: FileKey) {
    self.stanzas = stanzas
    covered = Self.versionLine + stanzas.flatMap(\.encoded) + Self.codeMark
    code = fileKey.code(ofHeader: covered)
  }

  /// Reads the header at the start of a file.
  ///
  /// - Parameter bytes: The file; only its first mebibyte is looked at.
  /// - Throws: The rule that it breaks.
  init(parsing bytes: [UInt8]) throws(AgeError) {
    try Self.checkVersion(bytes)
    var scanner = HeaderScanner(bytes: bytes, position: Self.versionLine.count)
    var stanzas: [Stanza] = []
    while true {
      let line = try scanner.line()
      guard !line.starts(with: Self.codeMark) else {
        code = try Self.code(from: line)
        covered = Array(bytes[..<(line.startIndex + Self.codeMark.count)])
        break
      }
      guard stanzas.count < Self.stanzaLimit else { throw .malformedHeader(.tooManyStanzas) }
      stanzas.append(try scanner.stanza(from: line))
    }
    let isPassphrase = stanzas.contains { $0.type == Passphrase.stanzaType }
    guard !isPassphrase || stanzas.count == 1 else { throw .malformedHeader(.passphraseNotAlone) }
    self.stanzas = stanzas
  }

  /// Looks at the first line of a file.
  ///
  /// - Throws: `AgeError.notAge` or `.unsupportedVersion`.
  static func checkVersion(_ bytes: [UInt8]) throws(AgeError) {
    guard bytes.starts(with: versionLine) else {
      throw bytes.starts(with: anyVersion) ? .unsupportedVersion : .notAge
    }
  }

  private static func code(from line: ArraySlice<UInt8>) throws(AgeError) -> [UInt8] {
    let spelled = line.dropFirst(codeMark.count)
    guard spelled.first == UInt8(ascii: " "), let code = Base64.decode(spelled.dropFirst()),
      code.count == codeByteCount
    else { throw .malformedHeader(.encoding) }
    return code
  }
}

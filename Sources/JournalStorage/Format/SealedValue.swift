import Age
import FoundationEssentials

/// One value as JSON in an age file of its own: a draft, or a capture in the inbox.
enum SealedValue {
  /// The size of drafts and captures is rounded up to this many bytes.
  static let padding = 4096

  /// Seals a value; the size is rounded up so that it says little of what was written.
  static func seal(
    _ value: some Encodable, to recipient: X25519Recipient
  ) throws(VaultError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      let plaintext = Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
      return try AgeFile.encrypt(plaintext.padded(to: padding), to: [recipient])
    } catch {
      throw .notEncodable
    }
  }

  /// Opens a value.
  ///
  /// - Throws: `.foreignKey`, `.damaged`, or `.newerVersion` for content this program does not
  ///   know.
  static func open<Value: Decodable>(
    _ bytes: [UInt8], with identities: [X25519Identity], part: VaultPart, path: String
  ) throws(VaultError) -> Value {
    let plaintext = try plaintext(of: bytes, with: identities, part: part, path: path)
    do {
      return try JSONDecoder().decode(Value.self, from: Data(plaintext))
    } catch {
      // The file is proven whole, so what it holds was written by a program that knows more.
      throw .newerVersion(part, path: path, version: 2)
    }
  }

  /// The content of a file, whatever it is.
  static func plaintext(
    of bytes: [UInt8], with identities: [X25519Identity], part: VaultPart, path: String
  ) throws(VaultError) -> [UInt8] {
    var isWhole = false
    var sealedCount = 0
    do throws(AgeError) {
      let file = try AgeFile(bytes)
      sealedCount = bytes.count - file.headerBytes.count - 16
      isWhole = file.isHeaderIntact
      guard file.stanzas.count <= JournalFile.stanzaLimit else {
        throw AgeError.malformedHeader(.unexpectedLine)
      }
      return try file.open(with: identities.map { .x25519($0) }).plaintext()
    } catch {
      if error == .noMatch && isWhole { throw .foreignKey(path: path) }
      // What is sealed is a whole number of steps, so any other size means that the end is gone.
      let isCut = isWhole && (sealedCount % (JournalText.padding + 16) - 16) % padding != 0
      throw .damaged(part, path: path, isCut ? .truncated : Damage(error, of: bytes))
    }
  }
}

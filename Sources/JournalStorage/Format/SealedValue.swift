import Age
import FoundationEssentials

/// One value as JSON in an age file of its own: a draft, or a capture in the inbox.
enum SealedValue {
  /// Seals a value; the size is rounded up so that it says little of what was written.
  static func seal(
    _ value: some Encodable, to recipient: X25519Recipient, padding: Int
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
    _ bytes: [UInt8], with identity: X25519Identity, part: VaultPart, path: String
  ) throws(VaultError) -> Value {
    let plaintext = try plaintext(of: bytes, with: identity, part: part, path: path)
    do {
      return try JSONDecoder().decode(Value.self, from: Data(plaintext))
    } catch {
      // The file is proven whole, so what it holds was written by a program that knows more.
      throw .newerVersion(part, path: path, version: 2)
    }
  }

  private static func plaintext(
    of bytes: [UInt8], with identity: X25519Identity, part: VaultPart, path: String
  ) throws(VaultError) -> [UInt8] {
    var isWhole = false
    do throws(AgeError) {
      let file = try AgeFile(bytes)
      isWhole = file.isHeaderIntact
      return try file.open(with: [.x25519(identity)]).plaintext()
    } catch {
      throw error == .noMatch && isWhole ? .foreignKey(path: path) : .damaged(part, path: path)
    }
  }
}

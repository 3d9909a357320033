import Crypto
import FoundationEssentials

/// The sealing of a file key inside a stanza, under a key that is used this once.
///
/// Source: age v1, “X25519 recipient stanza” and “scrypt recipient stanza”.
enum KeyWrap {
  /// The number of bytes of a wrapped file key: the key and its tag.
  static let byteCount = FileKey.byteCount + 16

  /// Seals a file key.
  static func seal(_ fileKey: FileKey, under key: SymmetricKey) throws(AgeError) -> [UInt8] {
    do {
      // A nonce of zeros is safe because every wrapping key seals exactly one file key.
      let nonce = try zeroNonce()
      let box = try fileKey.withBytes { try ChaChaPoly.seal($0, using: key, nonce: nonce) }
      return Array(box.ciphertext + box.tag)
    } catch {
      throw .derivationFailed
    }
  }

  /// Opens a wrapped file key.
  ///
  /// - Returns: The file key, or `nil` when the wrapping key is another one.
  static func open(_ wrapped: [UInt8], under key: SymmetricKey) -> FileKey? {
    do {
      let box = try ChaChaPoly.SealedBox(
        nonce: zeroNonce(), ciphertext: wrapped.dropLast(16), tag: wrapped.suffix(16))
      var opened = try ChaChaPoly.open(box, using: key)
      defer { opened.wipe() }
      return FileKey(unwrapped: opened)
    } catch {
      // A failed opening means that the stanza is for somebody else; that is the answer.
      return nil
    }
  }

  private static func zeroNonce() throws -> ChaChaPoly.Nonce {
    try ChaChaPoly.Nonce(data: [UInt8](repeating: 0, count: 12))
  }
}

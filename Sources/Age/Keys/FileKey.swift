import Crypto
import FoundationEssentials

/// The random key of one file, from which the keys of its header and payload are derived.
///
/// Its memory is overwritten when the last copy of it goes.
///
/// Source: age v1, “File key”.
public struct FileKey: Sendable {
  /// The number of bytes in a file key.
  static let byteCount = 16

  private let key: SymmetricKey

  /// Draws a new key from the system's secure source.
  ///
  /// Where the randomness comes from is not an argument: a weak source would open every file.
  static func random() -> FileKey {
    FileKey(key: SymmetricKey(size: SymmetricKeySize(bitCount: byteCount * 8)))
  }

  /// Takes a key that was unwrapped from a stanza, or nothing when its length is wrong.
  init?(unwrapped bytes: some ContiguousBytes) {
    key = SymmetricKey(data: bytes)
    guard key.bitCount == Self.byteCount * 8 else { return nil }
  }

  private init(key: SymmetricKey) {
    self.key = key
  }

  /// Lends the bytes of the key, without a copy that would have to be wiped.
  func withBytes<Answer>(_ body: (UnsafeRawBufferPointer) throws -> Answer) rethrows -> Answer {
    try key.withUnsafeBytes(body)
  }

  /// The code that ties a header to the key.
  ///
  /// Source: age v1, “Header MAC”.
  func code(ofHeader header: some DataProtocol) -> [UInt8] {
    let headerKey = derivedKey(salt: [], purpose: "header")
    return Array(HMAC<SHA256>.authenticationCode(for: header, using: headerKey))
  }

  /// Tells whether a code belongs to a header, in a time that does not depend on the answer.
  func isValid(_ code: [UInt8], ofHeader header: some DataProtocol) -> Bool {
    let headerKey = derivedKey(salt: [], purpose: "header")
    return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: header, using: headerKey)
  }

  /// The key of the payload that follows a nonce.
  ///
  /// Source: age v1, “Payload”.
  func payloadKey(nonce: [UInt8]) -> SymmetricKey {
    derivedKey(salt: nonce, purpose: "payload")
  }

  private func derivedKey(salt: [UInt8], purpose: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, salt: salt, info: Array(purpose.utf8), outputByteCount: 32)
  }
}

extension FileKey: CustomStringConvertible, CustomReflectable {
  /// A placeholder that stands in for the key.
  public var description: String { "‹private›" }

  /// A mirror without children, so that `dump` and debuggers show nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

import Crypto
import FoundationEssentials

/// The public half of a key pair: files can be sealed to it, and only the identity opens them.
///
/// Source: age v1, “X25519 recipient type”.
public struct X25519Recipient: Sendable {
  static let stanzaType = "X25519"
  private static let prefix = "age"

  let key: Curve25519.KeyAgreement.PublicKey

  init(key: Curve25519.KeyAgreement.PublicKey) {
    self.key = key
  }

  /// Reads a recipient from its spelling, `age1…`.
  ///
  /// - Parameter string: The spelling, without white space around it.
  /// - Throws: `AgeError.malformedRecipient` when a character of it is wrong.
  public init(string: String) throws(AgeError) {
    guard let bytes = Bech32.decode(string, prefix: Self.prefix), bytes.count == 32 else {
      throw .malformedRecipient
    }
    do {
      key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)
    } catch {
      throw .malformedRecipient
    }
  }

  /// The spelling of the recipient, `age1…`; it may be shown to anyone.
  public var string: String {
    Bech32.encode(Array(key.rawRepresentation), prefix: Self.prefix)
  }

  /// Wraps a file key so that only the identity of this recipient finds it.
  func wrap(_ fileKey: FileKey) throws(AgeError) -> Stanza {
    let ephemeral = Curve25519.KeyAgreement.PrivateKey()
    let share = ephemeral.publicKey
    guard let secret = sharedSecret(of: ephemeral, with: key) else {
      throw .malformedRecipient
    }
    let wrappingKey = Self.wrappingKey(secret: secret, share: share, recipient: key)
    return Stanza(
      type: Self.stanzaType,
      arguments: [String(decoding: Base64.encode(share.rawRepresentation), as: UTF8.self)],
      body: try KeyWrap.seal(fileKey, under: wrappingKey))
  }

  /// The key that wraps a file key between a sender's share and a recipient.
  static func wrappingKey(
    secret: SharedSecret,
    share: Curve25519.KeyAgreement.PublicKey,
    recipient: Curve25519.KeyAgreement.PublicKey
  ) -> SymmetricKey {
    secret.hkdfDerivedSymmetricKey(
      using: SHA256.self,
      salt: share.rawRepresentation + recipient.rawRepresentation,
      sharedInfo: Array("age-encryption.org/v1/X25519".utf8),
      outputByteCount: 32)
  }
}

extension X25519Recipient: Equatable {
  /// Tells whether two recipients are the same key.
  public static func == (one: X25519Recipient, other: X25519Recipient) -> Bool {
    one.key.rawRepresentation == other.key.rawRepresentation
  }
}

/// Agrees on a secret, or on none when the other's key is a point of low order.
func sharedSecret(
  of key: Curve25519.KeyAgreement.PrivateKey, with other: Curve25519.KeyAgreement.PublicKey
) -> SharedSecret? {
  // The only way for the agreement to fail is a share that gives everyone the same secret.
  guard let secret = try? key.sharedSecretFromKeyAgreement(with: other) else { return nil }
  return secret.withUnsafeBytes { $0.reduce(0, |) } == 0 ? nil : secret
}

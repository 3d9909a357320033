import Crypto
import FoundationEssentials

/// A secret key: it opens every file that is sealed to its recipient.
///
/// Source: age v1, “X25519 recipient type” and “X25519 identity”.
public struct X25519Identity: Sendable {
  private static let prefix = "age-secret-key-"

  private let key: Curve25519.KeyAgreement.PrivateKey

  /// Draws a new identity from the system's secure source.
  ///
  /// - Returns: An identity that nobody else has.
  public static func generate() -> X25519Identity {
    X25519Identity(key: Curve25519.KeyAgreement.PrivateKey())
  }

  private init(key: Curve25519.KeyAgreement.PrivateKey) {
    self.key = key
  }

  /// Reads an identity from its spelling, `AGE-SECRET-KEY-1…`.
  ///
  /// - Parameter string: The spelling in capitals, without white space around it.
  /// - Throws: `AgeError.malformedIdentity` when a character of it is wrong.
  public init(string: String) throws(AgeError) {
    let isCapital = !string.utf8.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    guard isCapital, var bytes = Bech32.decode(string.lowercased(), prefix: Self.prefix) else {
      throw .malformedIdentity
    }
    defer { bytes.wipe() }
    do {
      key = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes)
    } catch {
      throw .malformedIdentity
    }
  }

  /// The spelling of the secret, `AGE-SECRET-KEY-1…`; whoever reads it can open the files.
  public var string: String {
    var secret = Array(key.rawRepresentation)
    defer { secret.wipe() }
    return Bech32.encode(secret, prefix: Self.prefix).uppercased()
  }

  /// The public half of the key.
  public var recipient: X25519Recipient {
    X25519Recipient(key: key.publicKey)
  }

  /// Computes a code that only the holder of this identity can give a file.
  ///
  /// A file sealed to a recipient says nothing of who wrote it, since the recipient is public.
  /// This code, kept in a stanza of the file, does.
  ///
  /// - Parameters:
  ///   - fileKey: The key of the file that the code is for.
  ///   - label: Words that the code covers besides the key, such as a number of the file.
  ///   - context: What the code is used for; codes of different contexts never agree.
  /// - Returns: 32 bytes.
  public func originCode(for fileKey: FileKey, label: String, context: String) -> [UInt8] {
    Array(origin(of: fileKey, label: label, context: context))
  }

  /// Tells whether a code was computed by a holder of this identity, in a constant time.
  ///
  /// - Parameters:
  ///   - code: The code found with the file.
  ///   - fileKey: The key of the file.
  ///   - label: The words that the code should cover besides the key.
  ///   - context: What the code is used for.
  /// - Returns: Whether the code fits.
  public func isOrigin(
    _ code: [UInt8], of fileKey: FileKey, label: String, context: String
  ) -> Bool {
    // The codes of the library compare in a constant time.
    origin(of: fileKey, label: label, context: context) == code
  }

  private func origin(
    of fileKey: FileKey, label: String, context: String
  ) -> HashedAuthenticationCode<SHA256> {
    var code = HMAC<SHA256>(key: originKey(context: context))
    fileKey.withBytes { code.update(data: $0) }
    code.update(data: Array(label.utf8))
    return code.finalize()
  }

  private func originKey(context: String) -> SymmetricKey {
    // These bytes share the memory of the key, which wipes itself; to wipe them is to lose it.
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: key.rawRepresentation),
      info: Array(context.utf8), outputByteCount: 32)
  }

  /// Looks for the file key in a stanza.
  ///
  /// - Returns: The file key, or `nil` when the stanza is for somebody else.
  func unwrap(_ stanza: Stanza) throws(AgeError) -> FileKey? {
    guard stanza.type == X25519Recipient.stanzaType else { return nil }
    guard stanza.arguments.count == 1 else {
      throw .malformedHeader(.stanza(type: stanza.type))
    }
    guard let bytes = Base64.decode(stanza.arguments[0].utf8), bytes.count == 32,
      stanza.body.count == KeyWrap.byteCount,
      // Any 32 bytes are a share; were they not, the stanza would be malformed all the same.
      let share = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)
    else { throw .malformedHeader(.encoding) }
    guard let secret = sharedSecret(of: key, with: share) else {
      throw .malformedHeader(.lowOrderShare)
    }
    let wrappingKey = X25519Recipient.wrappingKey(
      secret: secret, share: share, recipient: key.publicKey)
    return KeyWrap.open(stanza.body, under: wrappingKey)
  }
}

extension X25519Identity: CustomStringConvertible, CustomReflectable {
  /// A placeholder that stands in for the secret.
  public var description: String { "‹private›" }

  /// A mirror without children, so that `dump` and debuggers show nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

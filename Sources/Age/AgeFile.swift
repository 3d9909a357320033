import Crypto
import FoundationEssentials

/// An age file as it lies on disk: a header anyone can read, and a sealed payload.
public struct AgeFile: Sendable {
  private static let nonceByteCount = 16

  let header: Header
  private let nonce: [UInt8]
  private let sealed: ArraySlice<UInt8>

  /// Reads the header of a file.
  ///
  /// - Parameter bytes: The whole file, without armor.
  /// - Throws: `AgeError.notAge`, `.unsupportedVersion` or `.malformedHeader`.
  public init(_ bytes: [UInt8]) throws(AgeError) {
    header = try Header(parsing: bytes)
    let rest = bytes[header.encoded.count...]
    guard rest.count >= Self.nonceByteCount else { throw .malformedHeader(.nonce) }
    nonce = Array(rest.prefix(Self.nonceByteCount))
    sealed = rest.dropFirst(Self.nonceByteCount)
  }

  /// The stanzas of the header, of which nothing is proven until the file is opened.
  public var stanzas: [Stanza] { header.stanzas }

  /// The bytes of the header, which differ between any two files ever written.
  public var headerBytes: [UInt8] { header.encoded }

  /// Whether the header is as this module wrote it.
  ///
  /// A damaged stanza looks exactly like one for somebody else. Files written here can be told
  /// apart without any key, because their nonce is the digest of their header. Files of other
  /// programs answer no although they are sound, so ask only when nothing opened the file.
  public var isHeaderIntact: Bool { nonce == Self.digest(of: header) }

  /// Finds the key of the file.
  ///
  /// - Parameter identities: The keys and passphrases to try, in this order.
  /// - Returns: The file with its key, its header proven to be unaltered.
  /// - Throws: `AgeError.noMatch` when none fits, `.alteredHeader`, `.malformedHeader`,
  ///   `.workFactorTooHigh` or `.derivationFailed`.
  public func open(with identities: [Identity]) throws(AgeError) -> OpenedFile {
    for identity in identities {
      for stanza in header.stanzas {
        guard let fileKey = try identity.unwrap(stanza) else { continue }
        guard fileKey.isValid(header.code, ofHeader: header.covered) else { throw .alteredHeader }
        let payload = Payload(key: fileKey.payloadKey(nonce: nonce))
        return OpenedFile(
          stanzas: header.stanzas, fileKey: fileKey, payload: payload, sealed: sealed)
      }
    }
    throw .noMatch
  }

  /// Opens a file whole.
  ///
  /// - Parameters:
  ///   - bytes: The file, without armor.
  ///   - identity: The key or passphrase that opens it.
  /// - Returns: The content.
  /// - Throws: `AgeError`, in every case but that of an unaltered file for this identity.
  public static func decrypt(_ bytes: [UInt8], with identity: Identity) throws(AgeError) -> [UInt8]
  {
    try AgeFile(bytes).open(with: [identity]).plaintext()
  }

  /// Seals content to public keys.
  ///
  /// - Parameters:
  ///   - plaintext: The content.
  ///   - recipients: Whoever may open it; at least one.
  ///   - extraStanzas: Entries for the header besides those of the recipients; they are made
  ///     with the key of the file at hand. Other programs pass over them.
  /// - Returns: The file.
  /// - Throws: `AgeError.malformedRecipient` for a recipient that is no usable key.
  public static func encrypt(
    _ plaintext: [UInt8],
    to recipients: [X25519Recipient],
    extraStanzas: (FileKey) -> [Stanza] = { _ in [] }
  ) throws(AgeError) -> [UInt8] {
    precondition(!recipients.isEmpty, "a file is sealed to somebody")
    let fileKey = FileKey.random()
    var stanzas: [Stanza] = []
    for recipient in recipients { stanzas.append(try recipient.wrap(fileKey)) }
    return try seal(plaintext, under: fileKey, stanzas: stanzas + extraStanzas(fileKey))
  }

  /// Seals content under a passphrase alone.
  ///
  /// - Parameters:
  ///   - plaintext: The content.
  ///   - passphrase: The passphrase that opens it, with the work it costs.
  /// - Returns: The file.
  /// - Throws: `AgeError.derivationFailed` when there is not enough memory for the work.
  public static func encrypt(
    _ plaintext: [UInt8], under passphrase: Passphrase
  ) throws(AgeError) -> [UInt8] {
    let fileKey = FileKey.random()
    return try seal(plaintext, under: fileKey, stanzas: [passphrase.wrap(fileKey)])
  }

  private static func seal(
    _ plaintext: [UInt8], under fileKey: FileKey, stanzas: [Stanza]
  ) throws(AgeError) -> [UInt8] {
    let header = Header(stanzas: stanzas, fileKey: fileKey)
    // The nonce has to differ between files of one key. A file key is used for one file only and
    // every header is new, so its digest serves, and lets damage be told from a wrong key.
    let nonce = digest(of: header)
    let payload = Payload(key: fileKey.payloadKey(nonce: nonce))
    return header.encoded + nonce + (try payload.seal(plaintext))
  }

  private static func digest(of header: Header) -> [UInt8] {
    Array(SHA256.hash(data: header.encoded).prefix(nonceByteCount))
  }
}

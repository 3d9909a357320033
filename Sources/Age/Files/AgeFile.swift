import Crypto
import FoundationEssentials

/// An age file as it lies on disk: a header anyone can read, and a sealed payload.
///
/// Files of any size go through `SealingStream` and `OpeningStream` instead, which hold one chunk
/// of them at a time.
///
/// Source: age v1, “Encrypted file format”.
public struct AgeFile: Sendable {
  static let nonceByteCount = 16

  let header: Header
  private let nonce: [UInt8]
  private let sealed: ArraySlice<UInt8>

  /// Reads the header of a file.
  ///
  /// - Parameter bytes: The whole file, without armor.
  /// - Throws: `AgeError.notAge`, `.unsupportedVersion` or `.malformedHeader`; the last also for
  ///   a header of more than 1 MiB or 1,024 stanzas.
  public init(_ bytes: [UInt8]) throws(AgeError) {
    let header = try Header(parsing: bytes)
    try self.init(bytes, header: header, end: header.encoded.count)
  }

  /// Reads what is left of a header, for `openDamaged(with:)`.
  ///
  /// Stanzas that cannot be read are passed over, and so is a damaged code.
  ///
  /// - Parameter bytes: The whole file, without armor.
  /// - Throws: `AgeError` as for a sound file, when there is no way to tell where the payload
  ///   begins.
  public init(damaged bytes: [UInt8]) throws(AgeError) {
    let remains = try HeaderRemains(of: bytes)
    try self.init(bytes, header: remains.header, end: remains.end)
  }

  private init(_ bytes: [UInt8], header: Header, end: Int) throws(AgeError) {
    let rest = bytes.dropFirst(end)
    guard rest.count >= Self.nonceByteCount else { throw .malformedHeader(.nonce) }
    self.header = header
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
  public var isHeaderIntact: Bool { nonce == Self.nonce(for: header) }

  /// The nonce that this module gives a file.
  ///
  /// The nonce has to differ between files of one key. A file key is used for one file only and
  /// every header is new, so its digest serves, and lets damage be told from a wrong key.
  static func nonce(for header: Header) -> [UInt8] {
    Array(SHA256.hash(data: header.encoded).prefix(nonceByteCount))
  }
}

extension AgeFile {
  /// Finds the key of the file.
  ///
  /// - Parameter identities: The keys and passphrases to try, in this order.
  /// - Returns: The file with its key, its header proven to be unaltered.
  /// - Throws: `AgeError.noMatch` when none fits, `.alteredHeader`, `.malformedHeader`,
  ///   `.workFactorTooHigh` or `.derivationFailed`.
  public func open(with identities: [Identity]) throws(AgeError) -> OpenedFile {
    let fileKey = try header.fileKey(with: identities)
    guard fileKey.isValid(header.code, ofHeader: header.covered) else { throw .alteredHeader }
    return opened(under: fileKey, isHeaderProven: true)
  }

  /// Finds the key of a file whose header is damaged, as far as one stanza still gives it.
  ///
  /// Nothing in the header is proven then, and `OpenedFile.plaintext()` refuses; what
  /// `OpenedFile.salvage()` gives proves itself.
  ///
  /// - Parameter identities: The keys and passphrases to try, in this order.
  /// - Returns: The file with its key.
  /// - Throws: `AgeError` as `open(with:)` does, but for `.alteredHeader`.
  public func openDamaged(with identities: [Identity]) throws(AgeError) -> OpenedFile {
    let fileKey = try header.fileKey(with: identities)
    return opened(
      under: fileKey, isHeaderProven: fileKey.isValid(header.code, ofHeader: header.covered))
  }

  private func opened(under fileKey: FileKey, isHeaderProven: Bool) -> OpenedFile {
    OpenedFile(
      stanzas: header.stanzas, fileKey: fileKey, isHeaderProven: isHeaderProven,
      payload: Payload(key: fileKey.payloadKey(nonce: nonce)),
      spare: Payload(key: fileKey.payloadKey(nonce: Self.nonce(for: header))), sealed: sealed)
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
}

extension AgeFile {
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
    let start = try FileStart(to: recipients, extraStanzas: extraStanzas)
    return try start.payload.seal(plaintext, after: start.encoded)
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
    let start = try FileStart(under: passphrase)
    return try start.payload.seal(plaintext, after: start.encoded)
  }
}

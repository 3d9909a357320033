import Crypto
import CryptoExtras
import FoundationEssentials

/// A passphrase with the amount of work that trying it costs; alone it opens or seals a file.
///
/// Its memory is overwritten when the last copy of it goes; the bytes it was made from are the
/// caller's to wipe.
///
/// Source: age v1, “scrypt recipient stanza”.
public struct Passphrase: Sendable {
  static let stanzaType = "scrypt"
  private static let saltCount = 16

  /// The highest work factor that is accepted from a file unless less is asked for.
  ///
  /// Memory grows with it: 2^20 rounds take 1 GiB.
  public static let highestWorkFactor = 20

  /// Holds the words, because it is the one container that wipes itself.
  private let words: SymmetricKey

  /// How often the work doubles: 17 means 2^17 rounds when sealing.
  public let workFactor: Int

  /// The work factor up to which files are opened.
  public let workLimit: Int

  /// Creates a passphrase.
  ///
  /// - Parameters:
  ///   - bytes: What the person typed, in UTF-8.
  ///   - workFactor: How often the work doubles when a file is sealed; at least 1.
  ///   - workLimit: The highest work factor accepted when a file is opened, at most 30; the limit
  ///     is applied before any memory is taken.
  public init(
    _ bytes: [UInt8], workFactor: Int, workLimit: Int = Passphrase.highestWorkFactor
  ) {
    precondition((1...30).contains(workFactor), "a work factor is between 1 and 30")
    precondition((1...30).contains(workLimit), "a limit of work is between 1 and 30")
    words = SymmetricKey(data: bytes)
    self.workFactor = workFactor
    self.workLimit = workLimit
  }

  /// Does the work once and drops the result, so that its time can be taken.
  ///
  /// - Parameter workFactor: How often the work doubles.
  /// - Throws: `AgeError.derivationFailed` when there is not enough memory.
  public static func rehearse(workFactor: Int) throws(AgeError) {
    _ = try Passphrase([], workFactor: workFactor)
      .wrappingKey(salt: [UInt8](repeating: 0, count: saltCount), workFactor: workFactor)
  }

  /// Wraps a file key so that only this passphrase finds it.
  func wrap(_ fileKey: FileKey) throws(AgeError) -> Stanza {
    let salt = SymmetricKey(size: SymmetricKeySize(bitCount: Self.saltCount * 8))
      .withUnsafeBytes { Array($0) }
    let key = try wrappingKey(salt: salt, workFactor: workFactor)
    return Stanza(
      type: Self.stanzaType,
      arguments: [String(decoding: Base64.encode(salt), as: UTF8.self), String(workFactor)],
      body: try KeyWrap.seal(fileKey, under: key))
  }

  /// Looks for the file key in a stanza.
  ///
  /// - Returns: The file key, or `nil` when the stanza is of another type or another passphrase.
  func unwrap(_ stanza: Stanza) throws(AgeError) -> FileKey? {
    guard stanza.type == Self.stanzaType else { return nil }
    guard stanza.arguments.count == 2, let factor = Self.workFactor(stanza.arguments[1]) else {
      throw .malformedHeader(.stanza(type: stanza.type))
    }
    guard let salt = Base64.decode(stanza.arguments[0].utf8), salt.count == Self.saltCount,
      stanza.body.count == KeyWrap.byteCount
    else { throw .malformedHeader(.encoding) }
    guard factor <= workLimit else {
      throw .workFactorTooHigh(found: factor, limit: workLimit)
    }
    return KeyWrap.open(stanza.body, under: try wrappingKey(salt: salt, workFactor: factor))
  }

  /// Reads a work factor in its only spelling: decimal digits without a leading zero or sign.
  private static func workFactor(_ spelled: String) -> Int? {
    let isDecimal = spelled.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isDecimal, !spelled.hasPrefix("0") else { return nil }
    return Int(spelled)
  }

  private func wrappingKey(salt: [UInt8], workFactor: Int) throws(AgeError) -> SymmetricKey {
    do {
      return try words.withUnsafeBytes { buffer in
        // The library needs an address even where there is not a byte.
        buffer.isEmpty
          ? try Self.derive(from: [UInt8](), salt: salt, workFactor: workFactor)
          : try Self.derive(from: buffer, salt: salt, workFactor: workFactor)
      }
    } catch {
      throw .derivationFailed
    }
  }

  private static func derive(
    from words: some DataProtocol, salt: [UInt8], workFactor: Int
  ) throws -> SymmetricKey {
    try KDF.Scrypt.deriveKey(
      from: words, salt: Array("age-encryption.org/v1/scrypt".utf8) + salt,
      outputByteCount: 32, rounds: 1 << workFactor, blockSize: 8, parallelism: 1)
  }
}

extension Passphrase: CustomStringConvertible, CustomReflectable {
  /// A placeholder that stands in for the words.
  public var description: String { "‹private›" }

  /// A mirror without children, so that `dump` and debuggers show nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

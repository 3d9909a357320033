import Crypto
import FoundationEssentials

/// The sealed content of a file: chunks of 64 KiB, each with a tag that also says where it stands.
///
/// A chunk opens only under its own number and only when its mark of being the last is right, so
/// chunks can neither be cut off, swapped nor repeated unnoticed.
struct Payload: Sendable {
  /// The number of bytes of content in every chunk but the last.
  static let chunkByteCount = 65_536
  private static let tagByteCount = 16

  let key: SymmetricKey

  /// Seals content.
  func seal(_ plaintext: [UInt8]) throws(AgeError) -> [UInt8] {
    let chunkCount = max(1, (plaintext.count + Self.chunkByteCount - 1) / Self.chunkByteCount)
    var sealed: [UInt8] = []
    sealed.reserveCapacity(plaintext.count + chunkCount * Self.tagByteCount)
    for index in 0..<chunkCount {
      let start = index * Self.chunkByteCount
      let chunk = plaintext[start..<min(start + Self.chunkByteCount, plaintext.count)]
      do {
        let nonce = try nonce(index, isLast: index == chunkCount - 1)
        let box = try ChaChaPoly.seal(chunk, using: key, nonce: nonce)
        sealed += box.ciphertext
        sealed += box.tag
      } catch {
        throw .derivationFailed
      }
    }
    return sealed
  }

  /// Opens content, all of it or nothing.
  ///
  /// - Throws: `AgeError.malformedPayload` with the first chunk that does not open.
  func open(_ sealed: ArraySlice<UInt8>) throws(AgeError) -> [UInt8] {
    let chunks = Self.chunks(of: sealed)
    guard let last = chunks.last, last.count >= Self.tagByteCount else {
      throw .malformedPayload(.truncated)
    }
    var plaintext: [UInt8] = []
    plaintext.reserveCapacity(sealed.count)
    for (index, chunk) in chunks.enumerated() {
      guard let opened = open(chunk, at: index, isLast: index == chunks.count - 1) else {
        throw .malformedPayload(.chunk(index))
      }
      guard !opened.isEmpty || index == 0 else { throw .malformedPayload(.emptyLastChunk) }
      plaintext += opened
    }
    return plaintext
  }

  /// Opens every chunk that still can be opened; `nil` stands for each that cannot.
  ///
  /// Where a file was cut off or written over, a chunk may be the last without being marked so,
  /// or be marked so without being the last; both are taken.
  func salvage(_ sealed: ArraySlice<UInt8>) -> [[UInt8]?] {
    Self.chunks(of: sealed).enumerated().map { index, chunk in
      open(chunk, at: index, isLast: false) ?? open(chunk, at: index, isLast: true)
    }
  }

  private static func chunks(of sealed: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let size = chunkByteCount + tagByteCount
    return stride(from: sealed.startIndex, to: sealed.endIndex, by: size).map { start in
      sealed[start..<min(start + size, sealed.endIndex)]
    }
  }

  private func open(_ chunk: ArraySlice<UInt8>, at index: Int, isLast: Bool) -> [UInt8]? {
    do {
      let box = try ChaChaPoly.SealedBox(
        nonce: nonce(index, isLast: isLast), ciphertext: chunk.dropLast(Self.tagByteCount),
        tag: chunk.suffix(Self.tagByteCount))
      return Array(try ChaChaPoly.open(box, using: key))
    } catch {
      // A chunk that does not open is damaged; the caller says which one it was.
      return nil
    }
  }

  private func nonce(_ index: Int, isLast: Bool) throws -> ChaChaPoly.Nonce {
    var bytes = [UInt8](repeating: 0, count: 12)
    for place in 0..<8 { bytes[10 - place] = UInt8(truncatingIfNeeded: index >> (8 * place)) }
    bytes[11] = isLast ? 1 : 0
    return try ChaChaPoly.Nonce(data: bytes)
  }
}

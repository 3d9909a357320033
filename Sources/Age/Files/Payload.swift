import Crypto
import FoundationEssentials

/// The sealed content of a file: chunks of 64 KiB, each with a tag that also says where it stands.
///
/// A chunk opens only under its own number and only when its mark of being the last is right, so
/// chunks can neither be cut off, swapped nor repeated unnoticed.
///
/// Source: age v1, “Payload”.
struct Payload: Sendable {
  /// The number of bytes of content in every chunk but the last.
  static let chunkByteCount = 65_536

  /// The number of bytes that a whole chunk takes in the file.
  static let sealedByteCount = chunkByteCount + tagByteCount

  private static let tagByteCount = 16
  private static let nonceByteCount = 12

  let key: SymmetricKey

  /// Seals content that is in memory whole, behind what stands before it in the file.
  func seal(_ plaintext: [UInt8], after start: [UInt8]) throws(AgeError) -> [UInt8] {
    let chunkCount = max(1, (plaintext.count + Self.chunkByteCount - 1) / Self.chunkByteCount)
    var sealed: [UInt8] = []
    sealed.reserveCapacity(start.count + plaintext.count + chunkCount * Self.tagByteCount)
    sealed += start
    for index in 0..<chunkCount {
      let start = index * Self.chunkByteCount
      let chunk = plaintext[start..<min(start + Self.chunkByteCount, plaintext.count)]
      try seal(chunk, at: index, isLast: index == chunkCount - 1, into: &sealed)
    }
    return sealed
  }

  /// Seals one chunk and adds it to what is sealed already.
  func seal(
    _ chunk: ArraySlice<UInt8>, at index: Int, isLast: Bool, into sealed: inout [UInt8]
  ) throws(AgeError) {
    do {
      let nonce = try ChaChaPoly.Nonce(data: Self.nonce(index, isLast: isLast))
      let box = try ChaChaPoly.seal(chunk, using: key, nonce: nonce)
      box.combined.withUnsafeBytes { sealed += $0.dropFirst(Self.nonceByteCount) }
    } catch {
      throw .derivationFailed
    }
  }

  /// Opens content that is in memory whole, all of it or nothing.
  ///
  /// - Throws: `AgeError.malformedPayload` with the first chunk that does not open.
  func open(_ sealed: ArraySlice<UInt8>) throws(AgeError) -> [UInt8] {
    var plaintext: [UInt8] = []
    plaintext.reserveCapacity(sealed.count)
    let chunks = Self.chunks(of: sealed)
    for (index, chunk) in chunks.dropLast().enumerated() {
      try openNext(chunk, at: index, into: &plaintext)
    }
    try openLast(chunks.last ?? [], at: max(0, chunks.count - 1), into: &plaintext)
    return plaintext
  }

  /// Opens a chunk after which others come, and adds it to what is open already.
  func openNext(
    _ chunk: ArraySlice<UInt8>, at index: Int, into plaintext: inout [UInt8]
  ) throws(AgeError) {
    guard let opened = opened(chunk, at: index, isLast: false) else {
      throw .malformedPayload(.chunk(index))
    }
    opened.withUnsafeBytes { plaintext += $0 }
  }

  /// Opens the chunk that the file ends with, and adds it to what is open already.
  func openLast(
    _ chunk: ArraySlice<UInt8>, at index: Int, into plaintext: inout [UInt8]
  ) throws(AgeError) {
    guard chunk.count >= Self.tagByteCount else { throw .malformedPayload(.truncated) }
    guard let opened = opened(chunk, at: index, isLast: true) else {
      throw .malformedPayload(.chunk(index))
    }
    guard !opened.isEmpty || index == 0 else { throw .malformedPayload(.emptyLastChunk) }
    opened.withUnsafeBytes { plaintext += $0 }
  }

  /// The places at which whole chunks lie, and what is left behind the last of them.
  static func chunks(of sealed: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    stride(from: sealed.startIndex, to: sealed.endIndex, by: sealedByteCount).map { start in
      sealed[start..<min(start + sealedByteCount, sealed.endIndex)]
    }
  }

  /// Opens a chunk; `nil` when it was altered, or has another number or mark.
  func open(_ chunk: ArraySlice<UInt8>, at index: Int, isLast: Bool) -> [UInt8]? {
    opened(chunk, at: index, isLast: isLast).map { Array($0) }
  }

  private func opened(_ chunk: ArraySlice<UInt8>, at index: Int, isLast: Bool) -> Data? {
    do {
      let box = try ChaChaPoly.SealedBox(combined: Self.nonce(index, isLast: isLast) + chunk)
      return try ChaChaPoly.open(box, using: key)
    } catch {
      // A chunk that does not open is damaged; the caller says which one it was.
      return nil
    }
  }

  private static func nonce(_ index: Int, isLast: Bool) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: nonceByteCount)
    for place in 0..<8 { bytes[10 - place] = UInt8(truncatingIfNeeded: index >> (8 * place)) }
    bytes[11] = isLast ? 1 : 0
    return bytes
  }
}

/// A file whose key was found.
///
/// Its header is proven unaltered, unless the file came from `AgeFile.openDamaged(with:)`.
public struct OpenedFile: Sendable {
  /// The stanzas of the header.
  public let stanzas: [Stanza]

  /// The key of this file.
  public let fileKey: FileKey

  /// Whether the header is proven to be as the holder of the file key wrote it.
  public let isHeaderProven: Bool

  let payload: Payload

  /// The payload as it would be if the nonce in the file were damaged.
  let spare: Payload

  let sealed: ArraySlice<UInt8>

  /// Opens the content, all of it or nothing.
  ///
  /// - Returns: The content.
  /// - Throws: `AgeError.malformedPayload` when any part of it was altered, moved or cut off;
  ///   `.alteredHeader` when the header is not proven.
  public func plaintext() throws(AgeError) -> [UInt8] {
    guard isHeaderProven else { throw .alteredHeader }
    return try payload.open(sealed)
  }

  /// Opens what can still be opened of a damaged file.
  ///
  /// Each piece that comes back is proven to be as it was written, and to belong at its place.
  ///
  /// - Returns: The content in pieces of up to 64 KiB, in order; `nil` for each that is lost.
  ///   Pieces lost from the end are not counted, since nothing tells how many there were.
  public func salvage() -> [[UInt8]?] {
    let pieces = payload.salvage(sealed)
    guard pieces.allSatisfy({ $0 == nil }) else { return pieces }
    return spare.salvage(sealed)
  }
}

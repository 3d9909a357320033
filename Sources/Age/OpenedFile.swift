/// A file whose key was found and whose header is proven unaltered.
public struct OpenedFile: Sendable {
  /// The stanzas of the header.
  public let stanzas: [Stanza]

  /// The key of this file.
  public let fileKey: FileKey

  let payload: Payload
  let sealed: ArraySlice<UInt8>

  /// Opens the content, all of it or nothing.
  ///
  /// - Returns: The content.
  /// - Throws: `AgeError.malformedPayload` when any part of it was altered, moved or cut off.
  public func plaintext() throws(AgeError) -> [UInt8] {
    try payload.open(sealed)
  }

  /// Opens what can still be opened of a damaged file.
  ///
  /// - Returns: The content in pieces of up to 64 KiB, in order; `nil` for each that is lost.
  public func salvage() -> [[UInt8]?] {
    payload.salvage(sealed)
  }
}

import Age

extension JournalFile {
  /// Opens a journal piece by piece, so that the sealed file never lies in memory.
  ///
  /// - Parameters:
  ///   - file: The file, from its first byte on.
  ///   - byteCount: How many bytes it holds.
  ///   - identity: The key to try.
  /// - Returns: The journal; `nil` when anything about it is not as it should be, which opening it
  ///   whole then names.
  /// - Throws: What keeps the file from being read.
  static func sound(
    in file: OpenFile, of byteCount: Int, with identity: X25519Identity
  ) throws(VaultError) -> JournalFile? {
    var buffer = [UInt8](repeating: 0, count: OpenFile.pieceByteCount)
    var count = try file.read(into: &buffer)
    guard let headerBytes = header(in: buffer[..<count]) else { return nil }
    var plaintext: [UInt8] = []
    plaintext.reserveCapacity(byteCount)
    var stream = OpeningStream(identities: [.x25519(identity)])
    do {
      try stream.open(buffer[..<count], into: &plaintext)
      while count == buffer.count {
        count = try file.read(into: &buffer)
        try stream.open(buffer[..<count], into: &plaintext)
        // A file that grows while it is read must not take more memory than was allowed for.
        guard plaintext.count <= byteCount else { return nil }
      }
      guard let opened = stream.opened else { return nil }
      try stream.finish(into: &plaintext)
      let text = try JournalText(parsing: plaintext)
      let label = provenLabel(in: opened.stanzas, of: opened.fileKey, by: identity)
      guard String(text.generation) == label else { return nil }
      return JournalFile(headerBytes: headerBytes, text: text, recipient: identity.recipient)
    } catch let error as VaultError {
      throw error
    } catch {
      return nil
    }
  }

  /// The header at the start of a file, unless it is none or has so many stanzas that trying them
  /// would take long.
  private static func header(in piece: ArraySlice<UInt8>) -> [UInt8]? {
    // What is no header is named by whoever opens the file whole.
    guard let start = try? AgeFile(Array(piece)), start.stanzas.count <= stanzaLimit else {
      return nil
    }
    return start.headerBytes
  }
}

import Age

extension JournalFile {
  /// Puts a journal in place of a file, and proves from what the disk gives back that it opens to
  /// the same content.
  ///
  /// It is sealed, written, read and opened piece by piece: neither the content nor the sealed file
  /// lies in memory a second time.
  ///
  /// - Parameters:
  ///   - text: The journal.
  ///   - path: The file to replace or to make.
  ///   - identity: The key it is sealed to.
  ///   - device: The computer that saves it.
  ///   - followsLinks: Whether a symbolic link stays and its target is replaced.
  ///   - disk: The way to the disk.
  ///   - limit: The size of the largest file that can be opened again.
  /// - Returns: What is in the file now.
  /// - Throws: `.newerVersion`, `.outgrown` or `.writtenWrongly`, and what keeps the file from
  ///   being written; what was there before is then there still.
  static func write(
    _ text: JournalText, to path: String, with identity: X25519Identity, device: String,
    followsLinks: Bool = false, on disk: Disk, limit: Int = Disk.journalLimit
  ) throws(VaultError) -> JournalFile {
    guard text.header.kith <= JournalHeader.version else {
      throw .newerVersion(.journal, path: path, version: text.header.kith)
    }
    let pieces = JournalPieces(text, device: device)
    guard sealedByteCount(of: pieces) <= limit else { throw .outgrown(path: path) }
    let label = String(text.generation)
    var headerBytes: [UInt8] = []
    try disk.replace(path, followsLinks: followsLinks) { (file) throws(VaultError) in
      headerBytes = try seal(pieces, with: identity, label: label, into: file)
    } proving: { (file) throws(VaultError) in
      try JournalProof(by: identity, label: label, of: pieces).holds(for: file)
    }
    return JournalFile(headerBytes: headerBytes, text: text, recipient: identity.recipient)
  }

  /// Seals a journal into a file.
  ///
  /// - Returns: The header of the file.
  private static func seal(
    _ pieces: JournalPieces, with identity: X25519Identity, label: String, into file: OpenFile
  ) throws(VaultError) -> [UInt8] {
    var pieces = pieces
    var piece = [UInt8](repeating: 0, count: OpenFile.pieceByteCount)
    var sealed: [UInt8] = []
    sealed.reserveCapacity(2 * OpenFile.pieceByteCount)
    do {
      var stream = try SealingStream(to: [identity.recipient]) { fileKey in
        [proof(of: identity, label: label, for: fileKey)]
      }
      let headerBytes = stream.headerBytes
      while pieces.remaining > 0 {
        let count = pieces.fill(&piece)
        try stream.seal(piece[..<count], into: &sealed)
        guard sealed.count >= OpenFile.pieceByteCount else { continue }
        try file.write(sealed[...])
        sealed.removeAll(keepingCapacity: true)
      }
      try stream.finish(into: &sealed)
      try file.write(sealed[...])
      return headerBytes
    } catch let error as VaultError {
      throw error
    } catch {
      throw .writtenWrongly(path: file.path)
    }
  }

  /// The most bytes that a journal takes in its file: 16 for each step of it, and a header.
  private static func sealedByteCount(of pieces: JournalPieces) -> Int {
    pieces.remaining + pieces.remaining / JournalText.padding * 16 + 4096
  }
}

import Age

/// The proof that a file opens to a journal, taken piece by piece from what the disk gives back.
struct JournalProof: ~Copyable {
  private let identity: X25519Identity
  private let label: String
  private var stream: OpeningStream
  private var expected: JournalPieces
  private var opened: [UInt8] = []

  /// Begins a proof.
  ///
  /// - Parameters:
  ///   - identity: The key that has to open the file.
  ///   - label: The number that the stanza of the writer has to prove.
  ///   - expected: What it has to open to.
  init(by identity: X25519Identity, label: String, of expected: JournalPieces) {
    self.identity = identity
    self.label = label
    self.expected = expected
    stream = OpeningStream(identities: [.x25519(identity)])
    opened.reserveCapacity(2 * OpenFile.pieceByteCount)
  }

  /// Reads a file to its end, and tells whether it opens to the journal and proves who wrote it.
  ///
  /// - Parameter file: The file, at its first byte.
  /// - Returns: Whether it is proven.
  /// - Throws: What keeps it from being read.
  consuming func holds(for file: OpenFile) throws(VaultError) -> Bool {
    var buffer = [UInt8](repeating: 0, count: OpenFile.pieceByteCount)
    while true {
      let count = try file.read(into: &buffer)
      guard isNext(buffer[..<count]) else { return false }
      if count < buffer.count { return isComplete() }
    }
  }

  /// Whether the next bytes of the file open to the next bytes of the journal.
  private mutating func isNext(_ piece: ArraySlice<UInt8>) -> Bool {
    opened.removeAll(keepingCapacity: true)
    do throws(AgeError) {
      try stream.open(piece, into: &opened)
      return expected.isNext(opened)
    } catch {
      // What does not open is not what was written; the caller says where.
      return false
    }
  }

  private consuming func isComplete() -> Bool {
    let found = stream.opened.flatMap {
      JournalFile.provenLabel(in: $0.stanzas, of: $0.fileKey, by: identity)
    }
    guard found == label else { return false }
    var expected = expected
    do throws(AgeError) {
      return try expected.isNext(stream.finish()) && expected.remaining == 0
    } catch {
      // As above.
      return false
    }
  }
}

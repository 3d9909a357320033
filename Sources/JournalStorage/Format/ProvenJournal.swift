import Age

/// A journal file whose key was found and whose writer is proven; its content may be damaged.
struct ProvenJournal {
  let file: AgeFile
  let content: OpenedFile
  let identity: X25519Identity

  /// The number of the save, as the proof of the writer names it.
  let label: String

  private let sealedByteCount: Int

  /// Opens the header of a file.
  ///
  /// - Throws: `.damaged`, `.foreignKey` or `.unknownWriter`.
  init(
    _ bytes: [UInt8], with identities: [X25519Identity], path: String, part: VaultPart
  ) throws(VaultError) {
    do throws(AgeError) {
      file = try AgeFile(bytes)
    } catch {
      throw .damaged(part, path: path, Damage(error, of: bytes))
    }
    guard file.stanzas.count <= JournalFile.stanzaLimit else {
      throw .damaged(part, path: path, .header)
    }
    guard let (content, identity) = try Self.open(file, with: identities, path: path, part: part)
    else {
      throw file.isHeaderIntact ? .foreignKey(path: path) : .damaged(part, path: path, .header)
    }
    guard
      let label = JournalFile.provenLabel(
        in: content.stanzas, of: content.fileKey, by: identity)
    else { throw .unknownWriter(path: path) }
    self.content = content
    self.identity = identity
    self.label = label
    sealedByteCount = bytes.count - file.headerBytes.count
  }

  /// Opens a file, or answers `nil` when it is for another key.
  private static func open(
    _ file: AgeFile, with identities: [X25519Identity], path: String, part: VaultPart
  ) throws(VaultError) -> (OpenedFile, X25519Identity)? {
    for identity in identities {
      do throws(AgeError) {
        return (try file.open(with: [.x25519(identity)]), identity)
      } catch {
        guard error == .noMatch else { throw .damaged(part, path: path, .header) }
      }
    }
    return nil
  }

  /// The content in pieces of 64 KiB; `nil` for each that does not open.
  var pieces: [[UInt8]?] { content.salvage() }

  /// What is wrong with content that does not open.
  ///
  /// A journal is a whole number of full pieces, so any other size means that its end is gone, as
  /// does a last piece that opens but is not marked as the last.
  func damage(_ error: AgeError) -> Damage {
    let nonceCount = 16
    let (count, rest) = (sealedByteCount - nonceCount).quotientAndRemainder(
      dividingBy: JournalText.padding + 16)
    guard rest == 0, count > 0 else { return .truncated }
    let pieces = pieces
    let lost = pieces.indices.filter { pieces[$0] == nil }
    if lost.isEmpty, pieces.count == count, error == .malformedPayload(.chunk(count - 1)) {
      return .truncated
    }
    if lost.isEmpty, case .malformedPayload(.chunk(let index)) = error {
      return .altered(pieces: [index + 1])
    }
    return .altered(pieces: lost.map { $0 + 1 })
  }
}

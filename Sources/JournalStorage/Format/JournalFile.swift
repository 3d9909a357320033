import Age

/// The sealing of the journal, with a stanza that proves that its writer held the key.
///
/// Sealing to a recipient proves nothing of the kind: whoever has the public recipient could
/// otherwise put a journal of their own making in place of this one.
struct JournalFile: Equatable, Sendable {
  private static let stanzaType = "kith/auth"
  private static let context = "kith journal origin v1"

  /// How many stanzas are looked at: a journal has two, and trying one costs time.
  static let stanzaLimit = 64

  /// The header of the sealed file, by which another save is noticed.
  var headerBytes: [UInt8]

  /// The content.
  var text: JournalText

  /// Which of the keys it is sealed to.
  let recipient: X25519Recipient

  /// Seals a journal; the answer is proven to open to the same content.
  ///
  /// - Returns: The sealed file.
  static func seal(
    _ text: JournalText, with identity: X25519Identity, place: VaultPlace
  ) throws(VaultError) -> [UInt8] {
    guard text.header.kith <= JournalHeader.version else {
      throw .newerVersion(.journal, path: place.journal, version: text.header.kith)
    }
    let plaintext = text.encoded(device: place.device)
    let label = String(text.generation)
    do {
      let sealed = try AgeFile.encrypt(plaintext, to: [identity.recipient]) { fileKey in
        let code = identity.originCode(for: fileKey, label: label, context: context)
        return [Stanza(type: stanzaType, arguments: [label], body: code)]
      }
      guard try opens(sealed, with: identity, to: plaintext) else {
        throw VaultError.writtenWrongly(path: place.journal)
      }
      return sealed
    } catch {
      throw .writtenWrongly(path: place.journal)
    }
  }

  /// Proves piece by piece, so that no second copy of the content is made, what a file opens to.
  private static func opens(
    _ sealed: [UInt8], with identity: X25519Identity, to plaintext: [UInt8]
  ) throws(AgeError) -> Bool {
    var stream = OpeningStream(identities: [.x25519(identity)])
    var rest = plaintext[...]
    func isNext(_ opened: [UInt8]) -> Bool {
      guard rest.prefix(opened.count).isSame(as: opened[...]) else { return false }
      rest = rest.dropFirst(opened.count)
      return true
    }
    let step = 1 << 20
    for start in stride(from: 0, to: sealed.count, by: step) {
      let piece = Array(sealed[start..<min(start + step, sealed.count)])
      guard isNext(try stream.open(piece)) else { return false }
    }
    return isNext(try stream.finish()) && rest.isEmpty
  }

  /// Remembers a journal that was just sealed.
  init(
    sealed bytes: [UInt8], text: JournalText, with identity: X25519Identity, path: String
  ) throws(VaultError) {
    self.text = text
    recipient = identity.recipient
    do throws(AgeError) {
      headerBytes = try AgeFile(bytes).headerBytes
    } catch {
      throw .writtenWrongly(path: path)
    }
  }

  /// Opens a journal and proves who wrote it.
  ///
  /// - Parameters:
  ///   - bytes: The sealed file.
  ///   - identities: The keys to try.
  ///   - path: Where the file lies, for what is said of it.
  ///   - part: What the file is, for what is said of it.
  /// - Throws: `.damaged`, `.foreignKey`, `.unknownWriter` or `.newerVersion`.
  init(
    opening bytes: [UInt8], with identities: [X25519Identity], path: String,
    part: VaultPart = .journal
  ) throws(VaultError) {
    let opened = try ProvenJournal(bytes, with: identities, path: path, part: part)
    headerBytes = opened.file.headerBytes
    recipient = opened.identity.recipient
    let plaintext: [UInt8]
    do throws(AgeError) {
      plaintext = try opened.content.plaintext()
    } catch {
      throw .damaged(part, path: path, opened.damage(error))
    }
    do throws(JournalText.Fault) {
      text = try JournalText(parsing: plaintext)
    } catch {
      switch error {
      case .malformed: throw .damaged(part, path: path, .content)
      case .newerVersion(let version):
        throw .newerVersion(part, path: path, version: version)
      }
    }
    guard String(text.generation) == opened.label else {
      throw .damaged(part, path: path, .content)
    }
  }

  /// Opens a journal with one key.
  init(opening bytes: [UInt8], with identity: X25519Identity, path: String) throws(VaultError) {
    try self.init(opening: bytes, with: [identity], path: path)
  }

  /// The number that a key proves to have given the file; `nil` when it did not.
  static func provenLabel(of file: OpenedFile, by identity: X25519Identity) -> String? {
    file.stanzas.first { stanza in
      stanza.type == stanzaType && stanza.arguments.count == 1
        && identity.isOrigin(
          stanza.body, of: file.fileKey, label: stanza.arguments[0], context: context)
    }?.arguments[0]
  }
}

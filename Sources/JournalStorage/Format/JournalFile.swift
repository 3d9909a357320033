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

  /// What is in a file that was written or proven piece by piece.
  init(headerBytes: [UInt8], text: JournalText, recipient: X25519Recipient) {
    self.headerBytes = headerBytes
    self.text = text
    self.recipient = recipient
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

  /// The stanza by which a key proves to have written a file.
  static func proof(of identity: X25519Identity, label: String, for fileKey: FileKey) -> Stanza {
    let code = identity.originCode(for: fileKey, label: label, context: context)
    return Stanza(type: stanzaType, arguments: [label], body: code)
  }

  /// The number that a key proves to have given a file; `nil` when it did not.
  static func provenLabel(
    in stanzas: [Stanza], of fileKey: FileKey, by identity: X25519Identity
  ) -> String? {
    stanzas.first { stanza in
      stanza.type == stanzaType && stanza.arguments.count == 1
        && identity.isOrigin(
          stanza.body, of: fileKey, label: stanza.arguments[0], context: context)
    }?.arguments[0]
  }
}

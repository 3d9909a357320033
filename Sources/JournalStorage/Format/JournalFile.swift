import Age

/// The sealing of the journal, with a stanza that proves that its writer held the key.
///
/// Sealing to a recipient proves nothing of the kind: whoever has the public recipient could
/// otherwise put a journal of their own making in place of this one.
struct JournalFile: Equatable, Sendable {
  private static let stanzaType = "kith/auth"
  private static let context = "kith journal origin v1"

  /// The header of the sealed file, by which another save is noticed.
  var headerBytes: [UInt8]

  /// The content.
  var text: JournalText

  /// Seals a journal; the answer is proven to open to the same content.
  ///
  /// - Returns: The sealed file.
  static func seal(
    _ text: JournalText, with identity: X25519Identity, place: VaultPlace
  ) throws(VaultError) -> [UInt8] {
    let plaintext = try text.encoded(device: place.device)
    let label = String(text.generation)
    do {
      let sealed = try AgeFile.encrypt(plaintext, to: [identity.recipient]) { fileKey in
        let code = identity.originCode(for: fileKey, label: label, context: context)
        return [Stanza(type: stanzaType, arguments: [label], body: code)]
      }
      guard try AgeFile.decrypt(sealed, with: .x25519(identity)) == plaintext else {
        throw VaultError.writtenWrongly(path: place.journal)
      }
      return sealed
    } catch {
      throw .writtenWrongly(path: place.journal)
    }
  }

  /// Remembers a journal that was just sealed.
  init(sealed bytes: [UInt8], text: JournalText, path: String) throws(VaultError) {
    self.text = text
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
  ///   - identity: The key of the vault.
  ///   - path: Where the file lies, for what is said of it.
  ///   - known: Lines that need not be decoded again.
  /// - Throws: `.damaged`, `.foreignKey`, `.unknownWriter` or `.newerVersion`.
  init(
    opening bytes: [UInt8], with identity: X25519Identity, path: String, known: [RecordLine] = []
  ) throws(VaultError) {
    let damaged = VaultError.damaged(.journal, path: path)
    let plaintext: [UInt8]
    let label: String
    do {
      let file = try AgeFile(bytes)
      guard let opened = try Self.open(file, with: identity) else {
        throw file.isHeaderIntact ? VaultError.foreignKey(path: path) : damaged
      }
      guard let proven = Self.provenLabel(of: opened, by: identity) else {
        throw VaultError.unknownWriter(path: path)
      }
      label = proven
      plaintext = try opened.plaintext()
      headerBytes = file.headerBytes
    } catch let error as VaultError {
      throw error
    } catch {
      throw damaged
    }
    do throws(JournalText.Fault) {
      text = try JournalText(parsing: plaintext, known: known)
    } catch {
      switch error {
      case .malformed: throw damaged
      case .newerVersion(let version):
        throw .newerVersion(.journal, path: path, version: version)
      }
    }
    guard String(text.generation) == label else { throw damaged }
  }

  /// Opens a file, or answers `nil` when it is for another key.
  private static func open(
    _ file: AgeFile, with identity: X25519Identity
  ) throws(AgeError) -> OpenedFile? {
    do throws(AgeError) {
      return try file.open(with: [.x25519(identity)])
    } catch {
      guard error == .noMatch else { throw error }
      return nil
    }
  }

  private static func provenLabel(of file: OpenedFile, by identity: X25519Identity) -> String? {
    file.stanzas.first { stanza in
      stanza.type == stanzaType && stanza.arguments.count == 1
        && identity.isOrigin(
          stanza.body, of: file.fileKey, label: stanza.arguments[0], context: context)
    }?.arguments[0]
  }
}

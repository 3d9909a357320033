import Age
import Coach

/// The way to keep something without the passphrase: it is sealed, and waits for the next unlock.
///
/// Anyone who has the public recipient can put something here, so what is found in the inbox has
/// to be shown as captured without unlocking.
public struct Inbox: Sendable {
  private static let padding = 4096

  private let place: VaultPlace
  private let recipient: X25519Recipient
  private let disk: Disk

  /// Opens the inbox of a vault.
  ///
  /// - Parameter place: Where the vault lies.
  /// - Throws: `VaultError.notAVault`, `.missing` or `.damaged` for the recipient.
  public init(_ place: VaultPlace) throws(VaultError) {
    disk = Disk()
    self.place = place
    guard try Vault.exists(at: place, on: disk) else {
      throw .notAVault(directory: place.directory)
    }
    guard let bytes = try disk.contents(of: place.recipient, limit: 1 << 16) else {
      throw .missing(.recipient, path: place.recipient)
    }
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first ?? ""
    do throws(AgeError) {
      recipient = try X25519Recipient(string: String(line))
    } catch {
      throw .damaged(.recipient, path: place.recipient)
    }
  }

  /// Seals a record into the inbox.
  ///
  /// - Parameter record: What was captured; when it returns, it outlasts a crash.
  /// - Throws: `VaultError.readOnly` or `.noSpace`.
  public func add(_ record: Record) throws(VaultError) {
    let sealed = try SealedValue.seal(record, to: recipient, padding: Self.padding)
    try disk.makeFolder(place.inbox)
    try disk.replace("\(place.inbox)/\(try disk.randomName()).age", with: sealed)
  }
}

/// Something captured without the passphrase.
public struct Capture: Equatable, Sendable {
  /// What was captured.
  public let record: Record

  /// The file it waits in.
  public let path: String
}

extension Vault {
  private static let captureLimit = 16 << 20

  /// What waits in the inbox, and what keeps the rest of it from being opened.
  ///
  /// - Returns: The captures in no order that means anything, and one error for each other file.
  /// - Throws: `VaultError.unreadable` when the folder may not be looked into.
  public func captures() throws(VaultError) -> (captures: [Capture], faults: [VaultError]) {
    var captures: [Capture] = []
    var faults: [VaultError] = []
    for name in try disk.names(in: place.inbox)
    where name.hasSuffix(".age") && !name.hasPrefix(".") {
      do throws(VaultError) {
        captures.append(try openCapture("\(place.inbox)/\(name)"))
      } catch {
        faults.append(error)
      }
    }
    return (captures, faults)
  }

  /// Takes a capture over into the journal.
  ///
  /// - Parameters:
  ///   - capture: What `captures()` gave.
  ///   - now: The present time.
  /// - Throws: `VaultError.unusableID` when it pretends to be a record the journal has.
  public mutating func accept(_ capture: Capture, now: LocalTime) throws(VaultError) {
    let known = journal.text.currentLines[capture.record.id]
    guard known == nil || known?.record == capture.record else { throw .unusableID }
    try save(capture.record, now: now)
    try disk.remove(capture.path)
  }

  private func openCapture(_ path: String) throws(VaultError) -> Capture {
    let bytes = try disk.contents(of: path, followsLinks: false, limit: Self.captureLimit)
    guard let bytes else { throw .missing(.capture, path: path) }
    let record: Record = try SealedValue.open(
      bytes, with: identity, part: .capture, path: path)
    return Capture(record: record, path: path)
  }
}

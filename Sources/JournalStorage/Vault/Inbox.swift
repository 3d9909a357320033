import Age
import CPlatform
import Coach

/// The way to keep something without the passphrase: it is sealed, and waits for the next unlock.
///
/// Anyone who has the public recipient can put something here, so what is found in the inbox has
/// to be shown as captured without unlocking.
public struct Inbox: Sendable {
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
      throw .damaged(.recipient, path: place.recipient, .content)
    }
  }

  /// Seals a record into the inbox.
  ///
  /// - Parameter record: What was captured; when it returns, it outlasts a crash.
  /// - Throws: `VaultError.readOnly` or `.noSpace`.
  public func add(_ record: Record) throws(VaultError) {
    try newSlot().keep(record)
  }

  /// Makes a place for one record that is still being written.
  ///
  /// - Returns: The place; nothing lies there yet.
  /// - Throws: `VaultError.system` when the system gives no random name.
  public func newSlot() throws(VaultError) -> Slot {
    Slot(inbox: self, path: "\(place.inbox)/\(try disk.randomName()).age")
  }

  /// The place of one record in the inbox.
  public struct Slot: Sendable {
    fileprivate let inbox: Inbox
    fileprivate let path: String

    /// Seals a record, in place of what the slot held before.
    ///
    /// - Parameter record: What was captured so far; when it returns, it outlasts a crash.
    /// - Throws: `VaultError.readOnly` or `.noSpace`; what the slot held before is then still there.
    public func keep(_ record: Record) throws(VaultError) {
      let sealed = try SealedValue.seal(record, to: inbox.recipient)
      try inbox.disk.makeFolder(inbox.place.inbox)
      do throws(VaultError) {
        try inbox.disk.replace(path, with: sealed)
      } catch VaultError.system(path: path, code: ENOENT) {
        // A window that saves in this very moment clears away what looks half-made.
        try inbox.disk.replace(path, with: sealed)
      }
    }

    /// Drops what the slot holds.
    ///
    /// - Throws: `VaultError.readOnly`.
    public func clear() throws(VaultError) {
      try inbox.disk.remove(path)
    }
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
  /// How many files of the inbox are looked at in one go.
  static let captureLimit = 1000

  /// How many bytes of the inbox are looked at in one go.
  private static let captureByteLimit = 64 << 20

  /// What waits in the inbox, and what keeps the rest of it from being opened.
  ///
  /// - Returns: The captures in no order that means anything, and one error for each other file.
  /// - Throws: `VaultError.unreadable` when the folder may not be looked into.
  public func captures() throws(VaultError) -> (captures: [Capture], faults: [VaultError]) {
    var captures: [Capture] = []
    var faults: [VaultError] = []
    let names = try disk.names(in: place.inbox).filter { name in
      name.hasSuffix(".age") && !name.hasPrefix(".")
    }
    var bytesLeft = Self.captureByteLimit
    for (index, name) in names.enumerated() {
      guard index < Self.captureLimit, bytesLeft > 0 else {
        faults.append(.tooMany(path: place.inbox, limit: index))
        break
      }
      do throws(VaultError) {
        captures.append(try openCapture("\(place.inbox)/\(name)", &bytesLeft))
      } catch {
        faults.append(error)
      }
    }
    return (captures, faults)
  }

  private func openCapture(
    _ path: String, _ bytesLeft: inout Int
  ) throws(VaultError) -> Capture {
    let bytes = try disk.contents(of: path, followsLinks: false, limit: Self.sealedValueLimit)
    guard let bytes else { throw .missing(.capture, path: path) }
    bytesLeft -= bytes.count
    let record: Record = try SealedValue.open(
      bytes, with: key.identities, part: .capture, path: path)
    return Capture(record: record, path: path)
  }
}

import Age
import CPlatform

extension Vault {
  /// Removes a vault with everything kith keeps of it; there is no way back.
  ///
  /// The keys go first: from then on nothing else can be read without the recovery code. No
  /// passphrase is needed, since whoever may remove the files could do so anyway.
  ///
  /// - Parameter place: Where the vault lies.
  /// - Returns: What is gone, what is left, and which copies cannot be reached.
  /// - Throws: `VaultError.notAVault`, or `.unreadable` when the folder may not be looked into.
  public static func erase(at place: VaultPlace) throws(VaultError) -> ErasureReceipt {
    try erase(at: place, on: Disk(), knowing: [])
  }

  /// Removes this vault with everything kith keeps of it; there is no way back.
  ///
  /// - Returns: What is gone, what is left, and which copies cannot be reached: an unlocked vault
  ///   knows of the exports too.
  /// - Throws: `VaultError` as above.
  public func erase() throws(VaultError) -> ErasureReceipt {
    try Self.erase(at: place, on: disk, knowing: try unreachableCopies)
  }

  static func erase(
    at place: VaultPlace, on disk: Disk, knowing copies: [UnreachableCopy]
  ) throws(VaultError) -> ErasureReceipt {
    guard try exists(at: place, on: disk) else { throw .notAVault(directory: place.directory) }
    let memory = try memoryFolder(of: place, on: disk)
    let lock = try DirectoryLock(place, on: disk)
    var erasure = Erasure(disk: disk)
    for path in [place.key, place.keyCopy] { erasure.remove(path, withTarget: true) }
    erasure.sync(place.directory)
    erasure.remove(place.journal, withTarget: true)
    for folder in [place.drafts, place.inbox, place.backups] { try erasure.clear(folder) }
    for name in try disk.names(in: place.directory) where place.isOwn(name) {
      erasure.remove("\(place.directory)/\(name)", withTarget: false)
    }
    if let memory { try erasure.clear(memory) }
    let strange = try disk.names(in: place.directory).filter { !place.isOwn($0) }
    if strange.isEmpty { erasure.removeFolder(place.directory) }
    erasure.sync(Disk.folder(of: place.directory))
    _ = consume lock
    let known = copies.isEmpty ? [.otherDevices, .snapshots, .diskRemnants] : copies
    return ErasureReceipt(
      removed: erasure.removed, refused: erasure.refused,
      strangeFiles: strange.map { "\(place.directory)/\($0)" }, unreachable: known)
  }

  /// The folder in which this computer remembers the vault; `nil` when it cannot be told.
  private static func memoryFolder(
    of place: VaultPlace, on disk: Disk
  ) throws(VaultError) -> String? {
    // A recipient that cannot be read names no folder.
    let line = try disk.contents(of: place.recipient, limit: 1 << 16) ?? []
    let spelled = String(decoding: line, as: UTF8.self).split(separator: "\n").first ?? ""
    // As above.
    guard let recipient = try? X25519Recipient(string: String(spelled)) else { return nil }
    return GenerationMemory(place, recipient, disk).folder
  }
}

/// The removal of files one by one, which goes on where one of them cannot be removed.
private struct Erasure {
  let disk: Disk
  var removed: [String] = []
  var refused: [VaultError] = []

  mutating func remove(_ path: String, withTarget: Bool) {
    do throws(VaultError) {
      let target = withTarget ? disk.resolved(path) : path
      for path in Set([target, path]).sorted() where try disk.isThere(path) {
        try disk.remove(path)
        removed.append(path)
      }
    } catch {
      refused.append(error)
    }
  }

  mutating func clear(_ folder: String) throws(VaultError) {
    guard try disk.isThere(folder) else { return }
    for name in try disk.names(in: folder) { remove("\(folder)/\(name)", withTarget: false) }
    removeFolder(folder)
  }

  mutating func removeFolder(_ folder: String) {
    do throws(VaultError) {
      try disk.removeFolder(folder)
      removed.append(folder)
    } catch {
      refused.append(error)
    }
  }

  mutating func sync(_ folder: String) {
    do throws(VaultError) {
      try disk.syncFolder(folder)
    } catch {
      refused.append(error)
    }
  }
}

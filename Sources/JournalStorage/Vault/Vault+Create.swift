import Age
import CPlatform
import Coach

extension Vault {
  /// Makes a new vault.
  ///
  /// The vault is built in a folder beside its place and moved there whole, so that a crash
  /// leaves either no vault or a complete one.
  ///
  /// - Parameters:
  ///   - place: Where the vault is to lie; the folder must be new or empty.
  ///   - passphrase: What opens the vault, in UTF-8; it is wiped.
  ///   - workFactor: How much work trying a passphrase costs; `calibratedWorkFactor(clock:)`
  ///     chooses one that suits the computer.
  /// - Returns: The unlocked vault. Its recovery code is to be shown once, now.
  /// - Throws: `VaultError.alreadyAVault`, `.occupied`, `.readOnly`, `.noSpace`, `.outOfMemory`, and
  ///   `.recoveryCodeForPassphrase` for what could never be typed as a passphrase.
  public static func create(
    at place: VaultPlace, passphrase: inout [UInt8], workFactor: Int
  ) throws(VaultError) -> Vault {
    try create(at: place, passphrase: &passphrase, workFactor: workFactor, on: Disk())
  }

  static func create(
    at place: VaultPlace, passphrase: inout [UInt8], workFactor: Int, on disk: Disk
  ) throws(VaultError) -> Vault {
    defer { passphrase.wipe() }
    try VaultKey.refuseRecoveryCode(passphrase)
    guard try !exists(at: place, on: disk) else {
      throw .alreadyAVault(directory: place.directory)
    }
    guard try disk.names(in: place.directory).isEmpty else {
      throw .occupied(directory: place.directory)
    }
    let identity = X25519Identity.generate()
    let keyFile = try KeyFile.seal(
      [identity], under: Passphrase(passphrase, workFactor: workFactor))
    let journal = try build(at: place, on: disk, key: keyFile, identity: identity)
    let key = VaultKey(place: place, identities: [identity], disk: disk)
    var vault = Vault(key: key, journal: journal)
    vault.rememberGeneration()
    return vault
  }

  /// Tells whether a folder holds a vault, or at least a part of one.
  ///
  /// - Parameter place: The place to look at.
  /// - Returns: Whether a key or a journal lies there.
  /// - Throws: `VaultError.unreadable` when the folder may not be looked into.
  public static func exists(at place: VaultPlace) throws(VaultError) -> Bool {
    try exists(at: place, on: Disk())
  }

  static func exists(at place: VaultPlace, on disk: Disk) throws(VaultError) -> Bool {
    for path in [place.key, place.keyCopy, place.journal]
    where try disk.status(of: path) != nil {
      return true
    }
    return false
  }

  /// Makes the files of a vault.
  ///
  /// - Returns: Its journal, which is empty.
  private static func build(
    at place: VaultPlace, on disk: Disk, key: [UInt8], identity: X25519Identity
  ) throws(VaultError) -> JournalFile {
    let parent = Disk.folder(of: place.directory)
    try disk.makeFolder(parent)
    var site = place
    site.directory = "\(place.directory).new-\(try disk.randomName())"
    let folders = [site.directory, site.drafts, site.inbox, site.backups]
    let journal: JournalFile
    do throws(VaultError) {
      for folder in folders { try disk.makeFolder(folder) }
      try disk.replace(site.key, with: key)
      try disk.replace(site.keyCopy, with: key)
      try disk.replace(site.recipient, with: identity.recipient.fileContents, mode: 0o644)
      journal = try JournalFile.write(
        JournalText(generation: 1, lines: []), to: site.journal, with: identity,
        device: place.device, on: disk)
      try disk.rename(site.directory, to: place.directory, for: place.directory)
    } catch {
      disk.clear(site)
      let isOccupied = [EEXIST, ENOTEMPTY].contains { code in
        error == .system(path: place.directory, code: code)
      }
      throw isOccupied ? .occupied(directory: place.directory) : error
    }
    try disk.syncFolder(parent)
    clearEarlierSites(of: place, on: disk)
    return journal
  }

  /// Removes what a crash left of earlier attempts to make this vault.
  private static func clearEarlierSites(of place: VaultPlace, on disk: Disk) {
    let parent = Disk.folder(of: place.directory)
    // The vault is made; what cannot be cleared away beside it does no harm.
    let names = (try? disk.names(in: parent)) ?? []
    for name in names where "\(parent)/\(name)".hasPrefix("\(place.directory).new-") {
      var site = place
      site.directory = "\(parent)/\(name)"
      disk.clear(site)
    }
  }
}

extension Disk {
  /// Removes a vault that was never finished, as far as that is possible.
  func clear(_ site: VaultPlace) {
    for folder in [site.drafts, site.inbox, site.backups, site.directory] {
      // The folder may never have been made, or be gone already.
      for name in (try? names(in: folder)) ?? [] {
        // As above.
        try? remove("\(folder)/\(name)")
      }
      // As above.
      try? removeFolder(folder)
    }
  }
}

extension X25519Recipient {
  /// The recipient as its file holds it.
  var fileContents: [UInt8] { Array("\(string)\n".utf8) }
}

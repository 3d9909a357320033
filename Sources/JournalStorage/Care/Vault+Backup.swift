import Age
import Coach

extension Vault {
  /// Makes a backup of the whole vault in another folder.
  ///
  /// It opens under the same passphrase, with kith or with any age program. It is built beside
  /// its place and moved there whole, so a backup that is there is complete.
  ///
  /// - Parameters:
  ///   - folder: Where the backup goes, such as a stick; a new folder is made in it.
  ///   - now: The present time, whose day names the new folder.
  /// - Returns: What was written.
  /// - Throws: `VaultError` for the vault or for the other folder.
  public func backUp(to folder: String, now: LocalTime) throws(VaultError) -> BackupNote {
    guard let status = try disk.status(of: folder) else { throw .notFound(path: folder) }
    guard status.is_directory == 1 else { throw .notAFile(path: folder) }
    let lock = try DirectoryLock(place, on: disk)
    var copy = place
    copy.directory = try freeName("\(folder)/kith-backup-\(now.day)")
    var site = place
    site.directory = "\(folder)/.kith-\(try disk.randomName())"
    var files: [String] = []
    do throws(VaultError) {
      files = try copyFiles(to: site)
      try disk.rename(site.directory, to: copy.directory, for: copy.directory)
      try disk.syncFolder(folder)
    } catch {
      disk.clear(site)
      throw error
    }
    let written = try VaultKey(place: copy, identities: key.identities, disk: disk).openJournal()
    _ = consume lock
    return BackupNote(
      folder: copy.directory, files: files.map { copy.directory + $0 },
      generation: written.text.generation, recordCount: written.text.recordCount)
  }

  private func freeName(_ path: String) throws(VaultError) -> String {
    var name = path
    var number = 2
    while try disk.status(of: name) != nil {
      name = "\(path)-\(number)"
      number += 1
    }
    return name
  }

  private func copyFiles(to site: VaultPlace) throws(VaultError) -> [String] {
    for folder in [site.directory, site.drafts, site.inbox] { try disk.makeFolder(folder) }
    var names = ["/key.age", "/key.age.bak", "/recipient", "/journal.age"]
    for folder in ["/drafts", "/inbox"] {
      names += try disk.names(in: place.directory + folder)
        .filter { $0.hasSuffix(".age") && !$0.hasPrefix(".") }.map { "\(folder)/\($0)" }
    }
    var copied: [String] = []
    for name in names {
      let path = place.directory + name
      let follows = !name.dropFirst().contains("/")
      guard
        let bytes = try disk.contents(
          of: path, followsLinks: follows, limit: Disk.journalLimit)
      else { continue }
      try disk.replace(site.directory + name, with: bytes)
      copied.append(name)
    }
    return copied
  }
}

extension JournalText {
  /// How many records there are, without those that were deleted.
  var recordCount: Int {
    places.values.count { !lines[$0].isTombstone }
  }
}

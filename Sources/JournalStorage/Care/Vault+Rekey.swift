import Age
import Coach

extension Vault {
  /// Gives the vault a new key, and seals everything in it to the new one.
  ///
  /// It is for after the recovery code, or a key file with its passphrase, has come into other
  /// hands. The key file holds both keys until everything is sealed to the new one, so a crash at
  /// any moment leaves a vault that opens; the next unlock brings the change to its end.
  ///
  /// - Parameters:
  ///   - passphrase: The passphrase of the vault, in UTF-8; it stays the same, and is wiped.
  ///   - workFactor: How much work trying it costs.
  /// - Returns: What was sealed anew, and what could not be. The recovery code is another one now.
  /// - Throws: `VaultError`: `.wrongPassphrase` and `.recoveryCodeForPassphrase` before anything was
  ///   changed, and what a save does.
  public mutating func rekey(
    passphrase: inout [UInt8], workFactor: Int
  ) throws(VaultError) -> RekeyNote {
    defer { passphrase.wipe() }
    // The old code opens the vault as the passphrase does, but nothing may be sealed under it.
    try VaultKey.refuseRecoveryCode(passphrase)
    let known = try VaultKey(opening: place, with: passphrase, on: disk)
    guard known.identities.contains(where: { $0.recipient == identity.recipient }) else {
      throw .keyChanged(directory: place.directory)
    }
    let phrase = Passphrase(passphrase, workFactor: workFactor)
    let lock = try DirectoryLock(place, on: disk)
    let (base, _) = try newestJournal()
    journal = try takingUp(base)
    let both = [X25519Identity.generate()] + key.identities
    try writeKeys(both, under: phrase)
    key = VaultKey(place: place, identities: both, disk: disk)
    let note = try sealAll()
    try writeKeys([identity], under: phrase)
    key = VaultKey(place: place, identities: [identity], disk: disk)
    _ = consume lock
    return note
  }

  /// Brings a change of key to its end that was broken off.
  mutating func finishRekey(under phrase: Passphrase) throws(VaultError) -> RekeyNote {
    let lock = try DirectoryLock(place, on: disk)
    let (base, _) = try newestJournal()
    journal = try takingUp(base)
    let note = try sealAll()
    try writeKeys([identity], under: phrase)
    key = VaultKey(place: place, identities: [identity], disk: disk)
    _ = consume lock
    return note
  }

  /// What was saved elsewhere, together with what this window has.
  private func takingUp(_ base: JournalFile) throws(VaultError) -> JournalFile {
    var journal = base
    journal.text.merge(self.journal.text)
    journal.text.generation = max(base.text.generation, generation)
    return journal
  }

  private func writeKeys(
    _ identities: [X25519Identity], under phrase: Passphrase
  ) throws(VaultError) {
    let sealed = try KeyFile.seal(identities, under: phrase)
    try disk.replace(place.key, with: sealed, followsLinks: true)
    try disk.replace(place.keyCopy, with: sealed)
  }

  /// Seals every file to the first of the keys.
  ///
  /// Doing it again changes only what is still sealed to another.
  private mutating func sealAll() throws(VaultError) -> RekeyNote {
    try disk.replace(place.recipient, with: identity.recipient.fileContents, mode: 0o644)
    var left: [String] = []
    if journal.recipient != identity.recipient {
      var text = journal.text
      text.generation += 1
      try replaceJournal(with: text)
    }
    let backups = try sealBackups(leaving: &left)
    let drafts = try sealWaiting(leaving: &left)
    for name in try disk.names(in: place.directory) where VaultPlace.isDamagedJournal(name) {
      left.append("\(place.directory)/\(name)")
    }
    return RekeyNote(
      backupCount: backups, draftCount: drafts, leftBehind: left,
      unreachable: try unreachableCopies)
  }

  private func sealBackups(leaving left: inout [String]) throws(VaultError) -> Int {
    let backups = Backups(place: place, disk: disk)
    var count = 0
    for path in try backups.paths() {
      do throws(VaultError) {
        let bytes = try disk.contents(of: path, followsLinks: false, limit: Disk.journalLimit)
        guard let bytes else { continue }
        let file = try JournalFile(
          opening: bytes, with: key.identities, path: path, part: .backup)
        if file.recipient != identity.recipient {
          try backups.rewrite(path, with: file.text, sealedTo: identity)
        }
        count += 1
      } catch {
        guard !error.endsWriting else { throw error }
        left.append(path)
      }
    }
    return count
  }

  private func sealWaiting(leaving left: inout [String]) throws(VaultError) -> Int {
    var count = 0
    for folder in [place.drafts, place.inbox] {
      for name in try disk.names(in: folder) where name.hasSuffix(".age") && !name.hasPrefix(".") {
        let path = "\(folder)/\(name)"
        do throws(VaultError) {
          try sealAgain(path, part: folder == place.drafts ? .draft : .capture)
          count += 1
        } catch {
          guard !error.endsWriting else { throw error }
          left.append(path)
        }
      }
    }
    return count
  }

  private func sealAgain(_ path: String, part: VaultPart) throws(VaultError) {
    let bytes = try disk.contents(of: path, followsLinks: false, limit: Self.sealedValueLimit)
    guard let bytes else { return }
    let plaintext = try SealedValue.plaintext(
      of: bytes, with: key.identities, part: part, path: path)
    let modified = try disk.status(of: path)?.modified
    let sealed: [UInt8]
    do throws(AgeError) {
      sealed = try AgeFile.encrypt(plaintext, to: [identity.recipient])
    } catch {
      throw .writtenWrongly(path: path)
    }
    try disk.replace(path, with: sealed)
    if let modified { try disk.setModified(path, modified) }
  }
}

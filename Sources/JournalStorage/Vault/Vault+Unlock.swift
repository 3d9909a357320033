import Age
import CPlatform
import Coach

extension Vault {
  /// Opens a vault.
  ///
  /// - Parameters:
  ///   - place: Where the vault lies.
  ///   - passphrase: What the person typed, in UTF-8: the passphrase, or in its place the
  ///     recovery code, `AGE-SECRET-KEY-1…`, with or without spaces. It is wiped.
  ///   - acceptedGeneration: The number of an older save that the person has said is right,
  ///     after `VaultError.olderGeneration`; `nil` otherwise.
  /// - Returns: The vault, with notices of what is not quite as it should be.
  /// - Throws: `VaultError`; `.wrongPassphrase` only when the key file is proven whole.
  public static func unlock(
    _ place: VaultPlace, passphrase: inout [UInt8], acceptedGeneration: Int? = nil
  ) throws(VaultError) -> Vault {
    try unlock(
      place, passphrase: &passphrase, acceptedGeneration: acceptedGeneration, on: Disk())
  }

  static func unlock(
    _ place: VaultPlace, passphrase: inout [UInt8], acceptedGeneration: Int? = nil, on disk: Disk
  ) throws(VaultError) -> Vault {
    defer { passphrase.wipe() }
    var typed = passphrase
    defer { typed.wipe() }
    var key = try key(of: place, passphrase: &passphrase, on: disk)
    var vault: Vault
    do throws(VaultError) {
      vault = try key.unlock(acceptedGeneration: acceptedGeneration)
    } catch {
      guard error == .foreignKey(path: place.journal), !key.isRecovery else { throw error }
      key = try VaultKey.fromCopy(at: place, with: typed, on: disk, after: error)
      vault = try key.unlock(acceptedGeneration: acceptedGeneration)
    }
    if !key.isRecovery, !vault.isReadOnly { vault.mendKeys(typed) }
    return vault
  }

  /// Opens the key of a vault and leaves its journal alone.
  ///
  /// - Parameters:
  ///   - place: Where the vault lies.
  ///   - passphrase: What the person typed: the passphrase or the recovery code. It is wiped.
  /// - Returns: The key. Whether a recovery code is the right one shows with the journal only.
  /// - Throws: `VaultError`; `.wrongPassphrase` only when the key file is proven whole.
  public static func key(
    of place: VaultPlace, passphrase: inout [UInt8]
  ) throws(VaultError) -> VaultKey {
    try key(of: place, passphrase: &passphrase, on: Disk())
  }

  static func key(
    of place: VaultPlace, passphrase: inout [UInt8], on disk: Disk
  ) throws(VaultError) -> VaultKey {
    defer { passphrase.wipe() }
    guard try exists(at: place, on: disk) else { throw .notAVault(directory: place.directory) }
    return try VaultKey(opening: place, with: passphrase, on: disk)
  }

  /// Whether nothing can be saved in the vault, as a notice tells.
  public var isReadOnly: Bool {
    notices.contains { notice in
      switch notice {
      case .readOnly, .newerFormat: true
      case .keyOpenedFromCopy, .recipientExchanged, .openToOthers, .notMended, .saveNotRemembered,
        .keyCopyMended, .keyCopyDiffers, .rekeyFinished, .conflictCopies, .backupFailed:
        false
      }
    }
  }
}

extension VaultKey {
  /// Opens the journal with this key.
  ///
  /// - Parameter acceptedGeneration: The number of an older save that the person has said is
  ///   right, after `VaultError.olderGeneration`; `nil` otherwise.
  /// - Returns: The vault, with notices of what is not quite as it should be.
  /// - Throws: `VaultError`.
  public func unlock(acceptedGeneration: Int? = nil) throws(VaultError) -> Vault {
    // The number is read first: a window that saves in between raises the journal, not the number.
    let remembered = try rememberedGeneration
    let journal = try openJournal()
    let found = journal.text.generation
    guard found >= remembered || found == acceptedGeneration else {
      throw .olderGeneration(found: found, remembered: remembered)
    }
    var vault = Vault(key: self, journal: journal)
    vault.journal.text.generation = max(found, remembered)
    vault.lookAround()
    return vault
  }

  func openJournal() throws(VaultError) -> JournalFile {
    if let journal = try soundJournal() { return journal }
    guard let bytes = try disk.contents(of: place.journal, limit: Disk.journalLimit) else {
      throw .missing(.journal, path: place.journal)
    }
    do throws(VaultError) {
      return try JournalFile(opening: bytes, with: identities, path: place.journal)
    } catch {
      // A recovery code comes from outside the vault: when it does not fit, it is the wrong one.
      throw isRecovery && error == .foreignKey(path: place.journal) ? .wrongRecoveryCode : error
    }
  }

  /// Opens the journal piece by piece; `nil` when that fails, and while there are several keys.
  private func soundJournal() throws(VaultError) -> JournalFile? {
    guard identities.count == 1 else { return nil }
    return try disk.reading(place.journal) { (file, byteCount) throws(VaultError) in
      try JournalFile.sound(in: file, of: byteCount, with: identity)
    } ?? nil
  }
}

extension Vault {
  /// Looks at what surrounds the journal, mends what may be mended and notes the rest.
  ///
  /// Nothing found here keeps the vault from being read.
  fileprivate mutating func lookAround() {
    rememberGeneration()
    if journal.text.header.kith > JournalHeader.version {
      notices.append(.newerFormat(version: journal.text.header.kith))
    }
    do throws(VaultError) {
      if let status = try disk.status(of: place.directory),
        status.mode & 0o077 != 0 || status.is_own == 0
      {
        notices.append(.openToOthers(path: place.directory))
      }
      let copies = try conflictCopies().count
      if copies > 0 { notices.append(.conflictCopies(count: copies)) }
      try disk.attempt(.write, place.directory) { platform_may_write(place.directory) }
      try mendRecipient()
      try sweepIfNeeded()
    } catch {
      if case .readOnly = error {
        notices.append(.readOnly(path: place.directory))
      } else {
        notices.append(.notMended(error))
      }
    }
  }

  private mutating func mendRecipient() throws(VaultError) {
    let found = try disk.contents(of: place.recipient, limit: 1 << 16)
    let own = identity.recipient.fileContents
    guard found != own else { return }
    if let found, !key.identities.contains(where: { $0.recipient.fileContents == found }) {
      notices.append(.recipientExchanged(path: place.recipient))
    }
    try disk.replace(place.recipient, with: own, mode: 0o644)
  }

  /// Keeps the number of the newest save outside the vault.
  mutating func rememberGeneration() {
    do {
      for identity in key.identities {
        try GenerationMemory(place, identity.recipient, disk).remember(generation)
      }
    } catch {
      let notice = VaultNotice.saveNotRemembered(path: place.stateDirectory)
      if !notices.contains(notice) { notices.append(notice) }
    }
  }

  /// Puts the copy of the key right, and brings a change of key to its end.
  private mutating func mendKeys(_ passphrase: [UInt8]) {
    do throws(VaultError) {
      if key.identities.count > 1 {
        let bytes = try disk.contents(of: place.key, limit: 1 << 20) ?? []
        let factor = KeyFile.workFactor(of: bytes) ?? Self.lowestWorkFactor
        _ = try finishRekey(under: Passphrase(passphrase, workFactor: factor))
        notices.append(.rekeyFinished)
      } else if !notices.contains(.keyOpenedFromCopy(path: place.key)),
        let bytes = try disk.contents(of: place.key, limit: 1 << 20),
        try disk.contents(of: place.keyCopy, limit: 1 << 20) != bytes
      {
        let lock = try DirectoryLock(place, on: disk)
        try disk.replace(place.keyCopy, with: bytes)
        _ = consume lock
        notices.append(.keyCopyMended(path: place.keyCopy))
      }
    } catch {
      notices.append(.notMended(error))
    }
  }
}

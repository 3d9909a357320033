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
    guard try exists(at: place, on: disk) else { throw .notAVault(directory: place.directory) }
    let (identity, isRecovery, notices) = try identity(for: passphrase, at: place, on: disk)
    // The number is read first: a window that saves in between raises the journal, not the number.
    let remembered = try GenerationMemory(place, identity.recipient, disk).highest()
    let journal = try openJournal(at: place, with: identity, on: disk, isRecovery: isRecovery)
    let found = journal.text.generation
    guard found >= remembered || found == acceptedGeneration else {
      throw .olderGeneration(found: found, remembered: remembered)
    }
    var vault = Vault(
      place: place, notices: notices, identity: identity, disk: disk, journal: journal)
    vault.journal.text.generation = max(found, remembered)
    vault.lookAround()
    return vault
  }

  private static func openJournal(
    at place: VaultPlace, with identity: X25519Identity, on disk: Disk, isRecovery: Bool
  ) throws(VaultError) -> JournalFile {
    guard let bytes = try disk.contents(of: place.journal) else {
      throw .missing(.journal, path: place.journal)
    }
    do throws(VaultError) {
      return try JournalFile(opening: bytes, with: identity, path: place.journal)
    } catch {
      // A recovery code comes from outside the vault: when it does not fit, it is the wrong one.
      throw isRecovery && error == .foreignKey(path: place.journal) ? .wrongRecoveryCode : error
    }
  }

  private static func identity(
    for typed: [UInt8], at place: VaultPlace, on disk: Disk
  ) throws(VaultError) -> (X25519Identity, isRecovery: Bool, notices: [VaultNotice]) {
    if let code = recoveryCode(in: typed) {
      do throws(AgeError) {
        return (try X25519Identity(string: code), true, [])
      } catch {
        throw .wrongRecoveryCode
      }
    }
    let passphrase = Passphrase(typed, workFactor: lowestWorkFactor)
    do throws(VaultError) {
      return (try openKey(place.key, with: passphrase, on: disk), false, [])
    } catch {
      guard error.kind == .damaged else { throw error }
      return try identityFromCopy(at: place, with: passphrase, on: disk, after: error)
    }
  }

  /// Opens the copy of a key that is missing or damaged.
  private static func identityFromCopy(
    at place: VaultPlace, with passphrase: Passphrase, on disk: Disk, after first: VaultError
  ) throws(VaultError) -> (X25519Identity, isRecovery: Bool, notices: [VaultNotice]) {
    do throws(VaultError) {
      let identity = try openKey(place.keyCopy, with: passphrase, on: disk)
      return (identity, false, [.keyOpenedFromCopy(path: place.key)])
    } catch {
      throw error == .wrongPassphrase ? error : first
    }
  }

  private static func openKey(
    _ path: String, with passphrase: Passphrase, on disk: Disk
  ) throws(VaultError) -> X25519Identity {
    guard let bytes = try disk.contents(of: path, limit: 1 << 20) else {
      throw .missing(.key, path: path)
    }
    return try KeyFile.open(bytes, with: passphrase, path: path)
  }

  private static func recoveryCode(in typed: [UInt8]) -> String? {
    let code = String(decoding: typed.filter { $0 > 32 }, as: UTF8.self).uppercased()
    return code.hasPrefix("AGE-SECRET-KEY-1") ? code : nil
  }
}

extension Vault {
  /// Looks at what surrounds the journal, mends what may be mended and notes the rest.
  ///
  /// Nothing found here keeps the vault from being read.
  private mutating func lookAround() {
    rememberGeneration()
    do throws(VaultError) {
      if let status = try disk.status(of: place.directory),
        status.mode & 0o077 != 0 || status.is_own == 0
      {
        notices.append(.openToOthers(path: place.directory))
      }
      try disk.attempt(.write, place.directory) { platform_may_write(place.directory) }
      try mendRecipient()
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
    guard found != identity.recipient.fileContents else { return }
    if found != nil { notices.append(.recipientExchanged(path: place.recipient)) }
    try disk.replace(place.recipient, with: identity.recipient.fileContents, mode: 0o644)
  }

  /// Keeps the number of the newest save outside the vault.
  mutating func rememberGeneration() {
    let memory = GenerationMemory(place, identity.recipient, disk)
    do {
      try memory.remember(generation)
    } catch {
      let notice = VaultNotice.saveNotRemembered(path: place.stateDirectory)
      if !notices.contains(notice) { notices.append(notice) }
    }
  }
}

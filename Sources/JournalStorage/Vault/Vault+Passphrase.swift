import Age

extension Vault {
  /// Puts a new passphrase in place of the old one.
  ///
  /// The key stays the same: a copy of the old key file still opens under the old passphrase.
  ///
  /// - Parameters:
  ///   - passphrase: The new passphrase, in UTF-8; it is wiped.
  ///   - workFactor: How much work trying it costs.
  /// - Throws: `VaultError.readOnly`, `.noSpace`, `.outOfMemory`, and `.recoveryCodeForPassphrase`
  ///   for what could never be typed as a passphrase; one of the two opens the vault in every case.
  public func changePassphrase(
    to passphrase: inout [UInt8], workFactor: Int
  ) throws(VaultError) {
    defer { passphrase.wipe() }
    try VaultKey.refuseRecoveryCode(passphrase)
    let keyFile = try KeyFile.seal(
      key.identities, under: Passphrase(passphrase, workFactor: workFactor))
    let lock = try DirectoryLock(place, on: disk)
    guard try !hasNewKey() else { throw .keyChanged(directory: place.directory) }
    try disk.replace(place.key, with: keyFile, followsLinks: true)
    try disk.replace(place.keyCopy, with: keyFile)
    _ = consume lock
  }

  /// Chooses how much work trying a passphrase shall cost on this computer.
  ///
  /// Unlocking should take well under a second, and guessing as long as that allows. An eighth
  /// of the work is timed.
  ///
  /// - Parameter clock: The clock to time it with.
  /// - Returns: 18 where that takes less than about a second, otherwise 17.
  /// - Throws: `VaultError.outOfMemory` when not even the eighth can be done.
  public static func calibratedWorkFactor(
    clock: some Clock<Duration>
  ) throws(VaultError) -> Int {
    let start = clock.now
    do throws(AgeError) {
      try Passphrase.rehearse(workFactor: 15)
    } catch {
      throw .outOfMemory
    }
    return start.duration(to: clock.now) < .milliseconds(125) ? 18 : lowestWorkFactor
  }
}

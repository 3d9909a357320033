import CPlatform

/// The lock that lets one window at a time write to a vault; given back when it goes away.
///
/// The system gives it back as well when the process dies, so no stale lock is ever left.
struct DirectoryLock: ~Copyable {
  private static let attemptCount = 100
  private static let pauseMilliseconds: UInt32 = 50

  private let file: Int32

  /// Takes the lock of a vault, waiting up to five seconds for another window.
  ///
  /// - Throws: `VaultError.busy` when the other window does not let go.
  init(_ place: VaultPlace, on disk: Disk) throws(VaultError) {
    let file = try disk.attempt(.open, place.lock) { platform_open_lock(place.lock, 0o600) }
    var attempts = 1
    while platform_try_lock(file) != 0 {
      guard attempts < Self.attemptCount else {
        platform_close(file)
        throw .busy(directory: place.directory)
      }
      attempts += 1
      platform_pause(Self.pauseMilliseconds)
    }
    self.file = file
  }

  deinit {
    platform_close(file)
  }
}

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
  /// - Throws: `VaultError.busy` when the other window does not let go, and what keeps the lock
  ///   from being taken at all.
  init(_ place: VaultPlace, on disk: Disk) throws(VaultError) {
    let file = try disk.attempt(.open, place.lock) { platform_open_lock(place.lock, 0o600) }
    do throws(VaultError) {
      try Self.wait(for: file, of: place, on: disk)
    } catch {
      platform_close(file)
      throw error
    }
    self.file = file
  }

  /// Waits while another window holds the lock; a disk that knows no locks is no reason to wait.
  private static func wait(for file: Int32, of place: VaultPlace, on disk: Disk) throws(VaultError)
  {
    for _ in 0..<attemptCount {
      let answer = platform_try_lock(file)
      guard answer == -EWOULDBLOCK else {
        try disk.attempt(.open, place.lock) { answer }
        return
      }
      platform_pause(pauseMilliseconds)
    }
    throw .busy(directory: place.directory)
  }

  deinit {
    platform_close(file)
  }
}

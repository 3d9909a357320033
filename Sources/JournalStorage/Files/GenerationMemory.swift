import Age

/// The number of the newest save that this computer has seen of a journal.
///
/// It lies outside the vault, so that an older copy put back in its place is noticed.
struct GenerationMemory {
  /// The folder for this vault alone.
  let folder: String

  private let path: String
  private let disk: Disk

  init(_ place: VaultPlace, _ recipient: X25519Recipient, _ disk: Disk) {
    folder = "\(place.stateDirectory)/\(recipient.string)"
    path = "\(folder)/generation"
    self.disk = disk
  }

  /// The highest number seen; 0 when there is none.
  func highest() throws(VaultError) -> Int {
    let contents = try disk.contents(of: path, limit: 64) ?? []
    return Int(String(decoding: contents, as: UTF8.self).split(separator: "\n").first ?? "") ?? 0
  }

  /// Keeps a number if it is higher than the one kept before.
  ///
  /// It does not wait for the disk: a number lost in a power cut costs a warning, not an entry.
  func remember(_ generation: Int) throws(VaultError) {
    guard try generation > highest() else { return }
    try disk.makeFolder(folder)
    try disk.replace(path, with: Array("\(generation)\n".utf8), isDurable: false)
  }
}

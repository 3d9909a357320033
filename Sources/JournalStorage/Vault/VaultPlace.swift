/// Where a vault lies, and where this computer remembers what it has seen of it.
public struct VaultPlace: Equatable, Sendable {
  /// The folder of the vault; all of it can be copied, synchronised or moved.
  public var directory: String

  /// The folder for what this computer remembers; it must not travel with the vault.
  ///
  /// An older copy put back in place of the vault is only noticed by what is kept elsewhere.
  public var stateDirectory: String

  /// A name for this computer in the journal's header record, such as a random word.
  public var device: String

  /// Creates a place.
  ///
  /// - Parameters:
  ///   - directory: The folder of the vault.
  ///   - stateDirectory: The folder for what this computer remembers.
  ///   - device: A name for this computer that says nothing of the person.
  public init(directory: String, stateDirectory: String, device: String = "") {
    self.directory = Self.withoutSlashAtEnd(directory)
    self.stateDirectory = Self.withoutSlashAtEnd(stateDirectory)
    self.device = device
  }
}

extension VaultPlace {
  private static func withoutSlashAtEnd(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  var key: String { directory + "/key.age" }
  var keyCopy: String { directory + "/key.age.bak" }
  var recipient: String { directory + "/recipient" }
  var journal: String { directory + "/journal.age" }
  var drafts: String { directory + "/drafts" }
  var inbox: String { directory + "/inbox" }
  var backups: String { directory + "/backups" }
  var lock: String { directory + "/lock" }

  /// The path for a damaged journal that is kept beside the new one.
  func damagedJournal(_ name: String) -> String {
    "\(directory)/\(Self.damagedPrefix)\(name).age"
  }

  private static var damagedPrefix: String { "journal.damaged-" }

  /// Whether a name is that of a damaged journal that was kept.
  static func isDamagedJournal(_ name: String) -> Bool {
    name.hasPrefix(damagedPrefix) && name.hasSuffix(".age")
  }

  /// Whether a name in the folder of a vault is one that kith gives.
  func isOwn(_ name: String) -> Bool {
    let names = [
      "key.age", "key.age.bak", "recipient", "journal.age", "drafts", "inbox", "backups", "lock",
      "country",
    ]
    return names.contains(name) || Self.isDamagedJournal(name)
      || (name.hasPrefix("journal") && name.hasSuffix(".age")) || Disk.isUnfinished(name)
  }

  func draft(_ id: String) -> String { "\(drafts)/\(id).age" }
  func backup(_ generation: Int) -> String { "\(backups)/journal-\(generation).age" }
}

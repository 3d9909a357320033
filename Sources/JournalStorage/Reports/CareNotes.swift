import Coach

/// What a backup to a folder made.
public struct BackupNote: Equatable, Sendable {
  /// The new folder; it holds a whole vault, sealed under the same passphrase.
  public let folder: String

  /// The files in it.
  public let files: [String]

  /// The number of the save it holds.
  public let generation: Int

  /// How many records it holds.
  public let recordCount: Int
}

/// How a backup is brought back.
public enum RestoreManner: Equatable, Sendable {
  /// The journal stays, and gets what only the backup has.
  case merging
  /// The backup takes the place of the journal, which is kept among the backups.
  case replacing
}

/// What bringing back a backup did.
public struct RestoreNote: Equatable, Sendable {
  /// The number of the save that the backup holds.
  public let backupGeneration: Int

  /// How many records the journal holds now.
  public let recordCount: Int

  /// How many records came back that were not there before.
  public let addedCount: Int

  /// How many records are not there any more; always none when the backup was merged.
  public let removedCount: Int

  /// Where the journal lies that was there before; `nil` when there was none.
  public let keptJournal: String?
}

/// What merging a file into the journal did.
public struct MergeNote: Equatable, Sendable {
  /// The file.
  public let path: String

  /// How many records were new.
  public let addedCount: Int

  /// How many records have a newer version now, or are deleted now.
  public let updatedCount: Int

  /// How many versions of the two do not count now, and are kept in the history of their record.
  public let keptVersionCount: Int

  /// Where the merged file lies now, when it was a conflict copy that was moved to the backups.
  public let movedTo: String?
}

/// A copy of what was deleted or changed that kith cannot reach.
public enum UnreachableCopy: Hashable, Sendable {
  /// A copy that a synchronisation program left beside the journal.
  case conflictCopy(path: String)
  /// An export or a backup that was written outside the vault, where it was written.
  case export(path: String, format: String)
  /// A backup in the vault that does not open, so that nothing can be taken out of it.
  case damagedFile(path: String)
  /// Other computers that share the vault, until they have met this journal.
  case otherDevices
  /// Copies that the file system, a backup program or a cloud service keeps of older files.
  case snapshots
  /// Traces on the disk itself, which no program can be sure to have overwritten.
  case diskRemnants
}

/// What deleting records did.
public struct DeletionNote: Equatable, Sendable {
  /// How many records are gone.
  public let recordCount: Int

  /// How many backups were written again without them.
  public let backupCount: Int

  /// How many drafts and captures went with them.
  public let draftCount: Int

  /// Copies that cannot be reached from here.
  public let unreachable: [UnreachableCopy]
}

/// What a change of key did.
public struct RekeyNote: Equatable, Sendable {
  /// How many backups are sealed to the new key now.
  public let backupCount: Int

  /// How many drafts and captures are.
  public let draftCount: Int

  /// Files that could not be opened and so are still as they were.
  public let leftBehind: [String]

  /// Copies sealed to the old key that cannot be reached from here.
  public let unreachable: [UnreachableCopy]
}

/// What erasing a vault removed and what it left.
public struct ErasureReceipt: Equatable, Sendable {
  /// The files and folders that are gone.
  public let removed: [String]

  /// The files that could not be removed, and why.
  public let refused: [VaultError]

  /// Files in the folder that were none of the vault's own, and are still there.
  public let strangeFiles: [String]

  /// Copies that cannot be reached from here.
  public let unreachable: [UnreachableCopy]

  /// Whether nothing of the vault is left in its place.
  public var isComplete: Bool { refused.isEmpty }
}

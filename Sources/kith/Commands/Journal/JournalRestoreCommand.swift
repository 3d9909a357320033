import ArgumentParser
import JournalStorage

/// Brings back a backup.
struct JournalRestoreCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Bring back a backup, or what can be read of a damaged journal.",
    usage: """
      kith journal restore
      kith journal restore BACKUP [--replace] [OPTIONS]
      kith journal restore --salvage [OPTIONS]
      """,
    discussion: """
      Without a backup it lists those that kith keeps. A backup is merged: the journal stays and \
      gets what only the backup has. What you deleted does not come back. With --replace the \
      backup takes the journal's place, which is kept among the backups.

      Example: kith journal restore /media/stick/kith-backup-2026-11-26
      """)

  @Argument(help: "A file of the backups folder, its number in the list, or a folder.")
  var backup: String?

  @Flag(help: "Put the backup in the journal's place instead of merging it.")
  var replace = false

  @Flag(help: "Save what can still be read of a damaged journal, with the backups' help.")
  var salvage = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard !salvage || (backup == nil && !replace) else {
      throw ValidationError("--salvage goes alone")
    }
    guard !replace || backup != nil else { throw ValidationError("--replace needs a backup") }
  }

  func run(on host: Host) throws {
    let restoring = Restoring(host: host, key: try VaultGate(host).unlockKey())
    if salvage {
      try restoring.salvage()
    } else if let backup {
      try restoring.restore(backup, replace ? .replacing : .merging)
    } else {
      try restoring.list()
    }
  }
}

import ArgumentParser
import JournalStorage

/// Makes a copy of the whole vault elsewhere.
struct JournalBackupCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the whole journal, sealed, to another folder.",
    usage: "kith journal backup FOLDER [OPTIONS]",
    discussion: """
      It makes a new folder there with everything, which opens under the same passphrase. \
      kith also keeps backups of its own, beside the journal: one a day, thinned out with time.

      Example: kith journal backup /media/stick
      """)

  @Argument(help: "Where the copy goes, such as a stick.")
  var folder: String

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    var journal = try Visit(host).existingJournal()
    let path = host.absolutePath(of: folder)
    let note = try journal.change { vault in
      let note = try vault.backUp(to: path, now: host.clock.now)
      try vault.remember(
        exportTo: note.folder, format: "backup", id: host.chance.identifier(), at: host.clock.now,
        tz: host.clock.zone)
      return note
    }
    let count = note.recordCount == 1 ? "1 record" : "\(note.recordCount) records"
    try host.screen.write([host.screen.margin + note.folder, ""])
    try host.screen.say(
      "A copy of the whole journal lies there, sealed: \(count). Today's passphrase opens it, also "
        + "after you change it; what you delete later stays in this copy.")
  }
}

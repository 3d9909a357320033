import ArgumentParser

/// What the person wrote.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Read, search, change and look after what you wrote.",
    usage: """
      kith journal [WHEN] [--titles]
      kith journal SUBCOMMAND [OPTIONS]
      """,
    discussion: """
      Entries are numbered from the oldest: 'kith journal show 3' opens the third, and 'kith \
      journal show last' the newest. Each also has an ID, which never changes; its first four \
      letters will do.
      """,
    groupedSubcommands: [
      CommandGroup(
        name: "Read and find",
        subcommands: [
          JournalListCommand.self, JournalShowCommand.self, JournalSearchCommand.self,
          JournalOnThisDayCommand.self,
        ]),
      CommandGroup(
        name: "Change",
        subcommands: [
          JournalEditCommand.self, JournalTagCommand.self, JournalDeleteCommand.self,
        ]),
      CommandGroup(
        name: "Keep safe",
        subcommands: [
          JournalVerifyCommand.self, JournalBackupCommand.self, JournalRestoreCommand.self,
          JournalMergeCommand.self,
        ]),
      CommandGroup(
        name: "Lock and key",
        subcommands: [
          JournalPassphraseCommand.self, JournalRekeyCommand.self,
          JournalRecoverySheetCommand.self, JournalLockCommand.self, JournalEraseCommand.self,
        ]),
    ],
    defaultSubcommand: JournalListCommand.self)
}

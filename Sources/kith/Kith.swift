import ArgumentParser

/// The command line: one word for each thing the program does.
struct Kith: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kith",
    abstract: "A guided self-help coach for mood and relationships, at your own computer.",
    discussion: """
      Everything you write stays on this computer, sealed. kith is a program, not a therapist; \
      if you might harm yourself, 'kith help-now' shows who can be reached.

      'kith' alone is all it takes to begin. At every question ? shows what else can be typed.
      """,
    version: "kith \(Version.number)",
    subcommands: [
      TodayCommand.self, CheckInCommand.self, InventoryCommand.self, ReadCommand.self,
      ReflectCommand.self, NoteCommand.self, JournalCommand.self, ImportCommand.self,
      MoodCommand.self, HelpNowCommand.self, PrivacyCommand.self, ContentCommand.self,
      QuestionnaireCommand.self, ScriptCommand.self, AboutCommand.self,
    ],
    defaultSubcommand: TodayCommand.self)
}

/// The version of the program.
enum Version {
  /// The number, as semantic versioning has it.
  static let number = "0.1.0"
}

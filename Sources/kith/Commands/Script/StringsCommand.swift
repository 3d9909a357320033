import ArgumentParser

/// What translators need: ids for every line, and tables of the texts.
struct StringsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strings",
    abstract: "Give lines their ids, and keep the tables of translations.",
    subcommands: [
      StringsTagCommand.self, StringsExtractCommand.self, StringsMergeCommand.self,
      StringsStatusCommand.self,
    ])
}

import ArgumentParser
import Coach
import Exports

/// What the person wrote.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "List what you wrote, or show one entry.",
    subcommands: [List.self, Show.self], defaultSubcommand: List.self)

  /// Lists entries.
  struct List: HostedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List your entries, oldest first.",
      usage: "kith journal list [--kind KIND] [--limit NUMBER] [--json] [OPTIONS]")

    @Option(help: ArgumentHelp("Only entries of this kind: check-in, note, reading."))
    var kind: String?

    @Option(help: ArgumentHelp("Only the newest ones.", valueName: "number"))
    var limit: Int?

    @Flag(help: "The whole entries as a JSON array.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
      if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up") }
      let kinds = ["check-in", "note", "reading"]
      if let kind, !kinds.contains(kind) {
        throw ValidationError(
          "there is no kind '\(kind)'; there are: \(kinds.joined(separator: ", "))")
      }
    }

    func run(on host: Host) throws {
      let history = try Visit(host).existingJournal().history()
      let entries = history.entries.filter { kind == nil || $0.kind.rawValue == kind }
        .suffix(limit ?? .max)
      guard !json else {
        return host.screen.output.write(try RecordJSON().array(of: Array(entries)))
      }
      try EntryList(screen: host.screen).show(Array(entries))
    }
  }

  /// Shows one entry whole.
  struct Show: HostedCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show one entry whole.",
      usage: "kith journal show ID|last [--json] [OPTIONS]")

    @Argument(help: "The first letters of the entry's ID, or 'last'.")
    var id: String

    @Flag(help: "The whole entry as a JSON array.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run(on host: Host) throws {
      let entries = try Visit(host).existingJournal().history().entries
      let matches = id == "last" ? entries.suffix(1) : entries.filter { $0.id.hasPrefix(id) }[...]
      guard let entry = matches.first, matches.count == 1 else {
        throw Failure(
          message: matches.isEmpty
            ? "no entry's ID begins like that" : "\(matches.count) entries' IDs begin like that",
          hint: "'kith journal list' shows the IDs")
      }
      guard !json else { return host.screen.output.write(try RecordJSON().array(of: [entry])) }
      try EntryView(screen: host.screen, questionnaires: try host.content().questionnaires)
        .show(entry)
    }
  }
}

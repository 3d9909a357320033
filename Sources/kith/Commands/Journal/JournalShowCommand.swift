import ArgumentParser
import Coach
import Exports

/// Shows entries whole.
struct JournalShowCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an entry whole.",
    usage: "kith journal show ENTRY... [--json] [OPTIONS]",
    discussion: "Example: kith journal show 3")

  @Argument(help: "Its number, 'last', or the first letters of its ID.")
  var entry: [String]

  @Flag(help: "The whole entries as a JSON array.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    let journal = try Visit(host).existingJournal()
    let records = try entry.map { try journal.record(named: $0) }
    guard !json else { return host.screen.output.write(try RecordJSON().array(of: records)) }
    let view = EntryView(
      screen: host.screen, questionnaires: try host.content().questionnaires,
      index: try journal.index(), people: try journal.history().people)
    try host.screen.page(records.flatMap { view.lines($0) })
  }
}

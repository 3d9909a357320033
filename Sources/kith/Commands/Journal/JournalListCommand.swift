import ArgumentParser
import Coach
import Exports
import YarnCompiler

/// Lists entries.
struct JournalListCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List your entries, oldest first.",
    usage: "kith journal list [WHEN] [--titles] [--limit NUMBER | --all] [--json] [OPTIONS]",
    discussion: """
      WHEN is a day or some days: 2026-10, yesterday, last week, october 2025, 2026-09..2026-10.
      Without it the newest \(JournalListCommand.shortList) are listed. Your own words are only \
      shown with --titles, which adds the first of them, tags and people.

      Example: kith journal list last month --kind check-in --titles
      """)

  /// How many entries are listed where nothing narrows them down.
  static let shortList = 20

  @Argument(help: "The days whose entries are listed.")
  var when: [String] = []

  @OptionGroup(title: "Which entries") var entries: EntryOptions

  @Option(help: ArgumentHelp("At most so many: the newest.", valueName: "number"))
  var limit: Int?

  @Flag(help: "Every entry, however many there are.")
  var all = false

  @Flag(help: "With the first words of each, its tags and people.")
  var titles = false

  @Flag(help: "The whole entries as a JSON array.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up") }
    if all, limit != nil { throw ValidationError("--limit and --all go one at a time") }
  }

  func run(on host: Host) throws {
    let filter = try entries.filter(days: try days(host.clock.now.day), today: host.clock.now.day)
    let journal = try Visit(host).existingJournal()
    let index = try journal.index()
    let isShort = filter.isEmpty && !all && !json
    let (shown, count) = try journal.entries(
      filter, newest: limit ?? (isShort ? Self.shortList : .max), in: index)
    guard !json else { return host.screen.output.write(try RecordJSON().array(of: shown)) }
    let list = EntryList(
      screen: host.screen, index: index, showsTitles: titles,
      people: titles ? try journal.history().people : [])
    try list.show(shown, of: count, isFiltered: !filter.isEmpty)
  }

  /// The days that were named; a misspelled subcommand also ends here.
  private func days(_ today: CalendarDay) throws -> DaySpan {
    guard let first = when.first else { return .always }
    let text = when.joined(separator: " ")
    if let span = DaySpan(text, today: today) { return span }
    let names = JournalCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let name = NearestName.of(first, among: names) else {
      return try Failure.checking(text, today: today)
    }
    throw Failure(
      message: "there is no 'kith journal \(first)'", hint: "did you mean 'kith journal \(name)'?",
      exitCode: 2)
  }
}

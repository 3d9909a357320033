import ArgumentParser
import Coach
import Exports

/// Looks back at the same day of earlier years.
struct JournalOnThisDayCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "on-this-day", abstract: "See what you wrote on this day in earlier years.",
    usage: "kith journal on-this-day [--date DATE] [--titles | --whole] [--json] [OPTIONS]",
    discussion: "Example: kith journal on-this-day --date yesterday --whole")

  @Option(help: ArgumentHelp("Another day than today."))
  var date: String?

  @Flag(help: "With the first words of each, its tags and people.")
  var titles = false

  @Flag(help: "Show the entries whole.")
  var whole = false

  @Flag(help: "The whole entries as a JSON array.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    let day = try chosenDay(host.clock.now.day)
    let journal = try Visit(host).existingJournal()
    let history = try journal.history()
    let found = history.entries(onThisDay: day)
    guard !json else { return host.screen.output.write(try RecordJSON().array(of: found)) }
    let date = "\(day.parts.day) \(day.monthName)"
    guard !found.isEmpty else {
      return try host.screen.say("Nothing was written on \(date) in earlier years.")
    }
    guard !whole else {
      let view = EntryView(
        screen: host.screen, questionnaires: try host.content().questionnaires,
        index: try journal.index(), people: history.people)
      return try host.screen.page(found.flatMap { view.lines($0) })
    }
    try host.screen.say("Written on \(date) in earlier years:")
    try EntryList(
      screen: host.screen, index: try journal.index(), showsTitles: titles, people: history.people
    ).show(found, of: found.count, isFiltered: true)
  }

  private func chosenDay(_ today: CalendarDay) throws -> CalendarDay {
    guard let date else { return today }
    let span = try Failure.checking(date, today: today)
    guard let day = span.first, span.last == day else {
      throw Failure(message: "--date takes one day", hint: "such as 2026-10-05", exitCode: 2)
    }
    return day
  }
}

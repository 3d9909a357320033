import ArgumentParser
import Coach
import Exports

/// Mood by week.
struct MoodCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "mood", abstract: "Show mood by week, as a chart.",
    usage: "kith mood [--weeks NUMBER] [--table] [OPTIONS]")

  @Option(help: ArgumentHelp("How many weeks back.", valueName: "number"))
  var weeks = 16

  @Flag(help: "Tab-separated values instead of a chart.")
  var table = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard (1...520).contains(weeks) else {
      throw ValidationError("--weeks takes a number from 1 to 520")
    }
  }

  func run(on host: Host) throws {
    let history = try Visit(host).existingJournal().history()
    let chart = MoodChart(checkIns: history.checkIns, until: host.clock.now.day, limit: weeks)
    if table { return host.screen.output.write(MoodTable().text(of: chart)) }
    try host.screen.write(PictureView(terminal: host.screen.terminal).lines(of: .mood(chart)))
  }
}

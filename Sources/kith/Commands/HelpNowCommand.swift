import ArgumentParser
import Coach
import CoachContent

/// Who can be reached in a hard hour: no passphrase, no network, nothing written.
struct HelpNowCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "help-now",
    abstract: "Show who can be reached now; works without the passphrase and writes nothing.",
    usage: "kith help-now [--country CODE] [OPTIONS]")

  @Option(help: ArgumentHelp("Show the lines of another country.", valueName: "code"))
  var country: String?

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    let view = HelpNowView(screen: host.screen)
    let directory: HelplineDirectory
    do {
      directory = try HelplineTables(try host.contentFolder()).directory()
    } catch {
      // Help must come even from a broken installation; what is wrong is said after it.
      try view.show(HelplineDirectory.lastResort.help(in: nil, on: host.clock.now.day))
      throw error
    }
    // Without a home folder no country can have been told.
    let code = country ?? CountryFile(folder: try? host.folders().vault).read()
    if let country, !directory.countries.contains(where: { $0.code == country.uppercased() }) {
      try host.screen.say("No lines are listed for '\(country)'. Codes have two letters, as in GB.")
    }
    try view.show(directory.help(in: code, on: host.clock.now.day))
    if code == nil {
      try host.screen.say("For the lines of your country: kith help-now --country GB")
    }
  }
}

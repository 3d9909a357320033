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
    try Self.show(on: host, country: country)
  }

  /// Shows who can be reached, with nothing of the content loaded but the tables of helplines.
  static func show(on host: Host, country: String? = nil) throws {
    let view = HelpNowView(screen: host.screen)
    let today = host.clock.now.day
    let (directory, fault) = directory(host)
    // Without a home folder no country can have been told.
    let told = CountryFile(folder: try? host.folders().vault).read()
    let code = country.map { directory.code(for: $0) ?? $0 } ?? told
    try view.show(directory.help(in: code, on: today))
    // Help comes first; what is wrong is said after it.
    if let fault { throw fault }
  }

  /// The tables of the content in use, else kith's own, else the last resort.
  private static func directory(_ host: Host) -> (HelplineDirectory, (any Error)?) {
    do {
      return (try HelplineTables(try host.contentFolder()).directory(), nil)
    } catch {
      // kith's own tables stand in for content that is broken.
      let own = try? host.ownContentFolder().map { try HelplineTables($0).directory() }
      return (own ?? .lastResort, error)
    }
  }
}

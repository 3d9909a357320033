import ArgumentParser
import FoundationEssentials
import Glibc

/// What this computer gives away, and what kith cannot hide.
struct PrivacyCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "privacy",
    abstract: "Say what this computer gives away, and what kith cannot hide.",
    usage: "kith privacy [--json] [OPTIONS]",
    discussion: "Needs no passphrase, changes nothing, and shows no line of any file it looks at.")

  @Flag(help: "The findings as a JSON object.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    let report = PrivacyReport(
      SystemView(
        environment: host.environment, user: Int(geteuid()), process: Int(getpid()),
        folders: try host.folders()))
    guard !json else {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return host.screen.output.writeLine(
        String(decoding: try encoder.encode(report), as: UTF8.self))
    }
    try PrivacyView(screen: host.screen).show(report)
  }
}

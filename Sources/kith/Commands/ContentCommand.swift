import ArgumentParser
import CoachContent
import FoundationEssentials

/// What authors need to look after the content.
struct ContentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "content", abstract: "Check the content files.",
    subcommands: [Check.self])

  /// Reports every fault as file:line:column.
  struct Check: HostedCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Report every fault of the content as file:line:column; exit 1 when there is one.",
      usage: "kith content check [FOLDER] [--json] [OPTIONS]")

    @Argument(help: "The folder to check; without it, the content kith would use.")
    var folder: String?

    @Flag(help: "A JSON array for editors.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run(on host: Host) throws {
      let folder = try folder.map { ContentFolder(path: $0) } ?? host.contentFolder()
      let report = ContentLoader(folder).report()
      if json {
        host.screen.output.write(try report.json())
      } else {
        for fault in report.faults { host.screen.output.writeLine("\(fault)") }
        host.screen.output.writeLine(report.summary)
      }
      guard report.errorCount == 0 else { throw ExitCode(1) }
    }
  }
}

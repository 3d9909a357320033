import ArgumentParser
import YarnCompiler

/// Reports everything that is wrong with scripts.
struct ScriptCheckCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report every mistake with the place where it stands; exit 1 when there is an error.",
    usage: "kith script check [PATH...] [--json] [--warnings-as-errors] [OPTIONS]")

  @Argument(
    help:
      "Scripts, projects or folders; without any, the folder you are in. Scripts that are named together are compiled together."
  )
  var paths: [String] = []

  @Flag(help: "A JSON array for editors.")
  var json = false

  @Flag(help: "Exit 1 for warnings too.")
  var warningsAsErrors = false

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    let report = try ScriptReport(checking: paths.isEmpty ? ["."] : paths)
    if json {
      host.screen.output.write(try report.json())
    } else {
      report.write(to: host.screen)
    }
    let isClean = report.errorCount == 0 && (!warningsAsErrors || report.warningCount == 0)
    guard isClean else { throw ExitCode(1) }
  }
}

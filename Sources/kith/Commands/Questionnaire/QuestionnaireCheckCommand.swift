import ArgumentParser
import Questionnaires

/// Looks for faults in forms themselves.
struct QuestionnaireCheckCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report every fault of a form as file:line:column; exit 1 when there is an error.",
    usage: "kith questionnaire check FILE... [--value-set FILE...] [--json] [OPTIONS]",
    discussion: """
      Codes que-1 to que-13 are those of FHIR R4. Warnings speak of what other programs may \
      understand in another way.
      """)

  @Argument(help: "Forms: FHIR R4 as JSON, or YAML.")
  var files: [String]

  @Option(
    name: .customLong("value-set"),
    help: ArgumentHelp(
      "A file with a ValueSet, a CodeSystem or a Bundle of them; may be given again.",
      valueName: "file"))
  var valueSets: [String] = []

  @Flag(help: "A JSON array for editors.")
  var json = false

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    let report = FormReport(checking: files, valueSets: valueSets)
    if json {
      host.screen.output.writeLine(report.json.text(indented: true))
    } else {
      for line in report.lines { host.screen.output.writeLine(line) }
    }
    guard report.errorCount == 0 else { throw ExitCode(1) }
  }
}

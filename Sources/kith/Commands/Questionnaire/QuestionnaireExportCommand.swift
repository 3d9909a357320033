import ArgumentParser
import Questionnaires

/// Writes a form as plain FHIR.
struct QuestionnaireExportCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a form as FHIR R4 in JSON, for any other program.",
    usage: "kith questionnaire export FORM [--fhir] [--output FILE] [OPTIONS]")

  @Argument(help: "A file with a form, or the name of a form that kith has.")
  var form: String

  @Flag(help: "FHIR R4 as JSON, which is the only format there is.")
  var fhir = false

  @Option(help: ArgumentHelp("Write into this file.", valueName: "file"))
  var output: String?

  @Option(
    name: .customLong("value-set"),
    help: ArgumentHelp("A file with value sets to put into the form.", valueName: "file"))
  var valueSets: [String] = []

  @Option(
    help: ArgumentHelp("A file with the words in another language.", valueName: "file"))
  var translation: [String] = []

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    var form = try FormFile(named: form, on: host, valueSets: valueSets).questionnaire
    for path in translation {
      let overlay = try FormFile.overlay(path)
      do {
        form = try form.translated(by: overlay)
      } catch {
        throw Failure(message: "'\(path)': \(error)", hint: nil)
      }
    }
    let text = form.json.text(indented: true) + "\n"
    guard let output else { return host.screen.output.write(text) }
    try AtomicFile.write(text, to: output)
  }
}

import ArgumentParser
import Coach
import Questionnaires

/// Adds up a response.
struct QuestionnaireScoreCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Tell what the answers add up to; exit 1 when some are missing.",
    usage: "kith questionnaire score FORM --response FILE [--json] [OPTIONS]",
    discussion: """
      A form that is not complete has no score: the sum of what happens to be answered looks like \
      a result and is none. A number like this is no diagnosis.
      """)

  @Argument(help: "A file with a form, or the name of a form that kith has, such as phq-9.")
  var form: String

  @Option(help: ArgumentHelp("A file with a QuestionnaireResponse.", valueName: "file"))
  var response: String

  @Flag(help: "The score as JSON.")
  var json = false

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    let file = try FormFile(named: form, on: host)
    try file.refuseUnusable()
    let form = file.questionnaire
    let evaluation = try FormEvaluation(
      reading: response, of: form, now: DateTime(host.clock.now.description))
    // A form from a file can be scored without kith's own content.
    let measures = (try? host.content().measures) ?? [:]
    let measure = measures.values.first { $0.questionnaire == form.url }
    let result = FormScore(of: form, evaluation, measure)
    for issue in evaluation.issues where issue.code.hasPrefix("other-") {
      host.errors.writeLine("\(issue)")
    }
    if json {
      host.screen.output.writeLine(result.json.text(indented: true))
    } else {
      for line in result.lines { host.screen.output.writeLine(line) }
    }
    guard !result.isIncomplete else { throw ExitCode(1) }
  }
}

import ArgumentParser
import Coach
import Questionnaires

/// Keeps a form that the person brings, so that it can be filled in by its name.
struct QuestionnaireAddCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Keep a form of your own, or one from your clinician, in the journal.",
    usage: "kith questionnaire add FILE [--value-set FILE...] [OPTIONS]",
    discussion: """
      The form is checked first. It is kept sealed, like everything else; 'kith questionnaire \
      fill NAME' asks it, and 'kith questionnaire list --added' shows it.
      """)

  @Argument(help: "A file with a form: FHIR R4 as JSON, or YAML.")
  var file: String

  @Option(
    name: .customLong("value-set"),
    help: ArgumentHelp(
      "A file with value sets that the form names; may be given again.", valueName: "file"))
  var valueSets: [String] = []

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    let form = try FormFile(reading: file, valueSets: valueSets)
    try form.refuseUnusable()
    try form.refuseEmpty()
    let report = FormReport(checking: [file], valueSets: valueSets)
    for line in report.lines.dropLast() { host.errors.writeLine(line) }
    let content = try host.content()
    var journal = try Visit(host).existingJournal()
    let history = try journal.history()
    let id = history.formID(
      for: form.questionnaire, avoiding: Array(content.questionnaires.keys))
    let record = history.adding(
      form.questionnaire, as: id, id: host.chance.identifier(), at: host.clock.now,
      tz: host.clock.zone)
    guard let record else {
      return try host.screen.say("'\(id)' is there already, word for word.")
    }
    try journal.keep(record, now: host.clock.now)
    try host.screen.say(
      journal.keepsNothing
        ? "The form is in order. Not kept, as you asked."
        : "Kept as '\(id)'. To fill it in: kith questionnaire fill \(id)")
  }
}

import ArgumentParser
import Coach
import Questionnaires

/// Fills in one questionnaire.
struct QuestionnaireFillCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill",
    abstract: "Fill in a questionnaire; what was left goes on at the same place.",
    usage: "kith questionnaire fill [FORM] [--answers FILE] [--output FILE | --edit] [OPTIONS]",
    discussion: """
      FORM is the name of a form that kith has, or a file: FHIR R4 as JSON, or YAML. The answers \
      are kept in the journal, sealed. With --output they go to a file instead, after every \
      answer, and no vault is opened; run it again to go on. Without FORM you choose from a list.
      """)

  @Argument(help: "The name of a form, or a file.")
  var form: String?

  @Option(help: ArgumentHelp("Begin with the answers in this file.", valueName: "file"))
  var answers: String?

  @Option(
    help: ArgumentHelp(
      "Keep the answers in this file as a FHIR response, unsealed, and nowhere else.",
      valueName: "file"))
  var output: String?

  @Flag(help: "Change what was answered last time; the earlier version stays in the journal.")
  var edit = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard !edit || (output == nil && answers == nil) else {
      throw ValidationError("--edit takes its answers from the journal")
    }
  }

  func run(on host: Host) throws {
    let answers = try answers.map { try ResponseFile($0).read() }
    let form =
      try form
      ?? FormChooser(
        screen: host.screen, catalog: FormCatalog(try host.content())
      ).choose()
    if let output {
      let content = try FormArgument(form).library(host)
      return try FileSitting(host, ResponseFile(output), content).run(starting: answers)
    }
    if try options.noSave || !VaultGate(host).hasVault() {
      // Nobody is welcomed first, only to be told that there is no such form.
      _ = try FormArgument(form).library(host)
    }
    try Visit(host).sit(starting: answers) { journal, content in
      let id = try FormArgument(form).id(in: &journal, content, host)
      if edit { return .form(id, editing: try lastRecord(of: id, in: journal)) }
      return try isTime(for: id, in: journal, content, host) ? .form(id) : nil
    }
  }

  /// Whether a form is to be begun: a measure that is early is left to the person to decide.
  private func isTime(
    for id: String, in journal: Journal, _ content: ContentLibrary, _ host: Host
  ) throws -> Bool {
    let isBegun = try journal.draft(for: .form(id))?.isEmpty == false
    let history = try journal.history()
    guard !isBegun, let early = EarlyMeasure(id, content, after: history, on: host.clock.now.day)
    else { return true }
    return try early.isWanted(on: host.screen)
  }

  private func lastRecord(of form: String, in journal: Journal) throws -> String {
    let records = try journal.history().records.filter { record in
      record.kind == .filledForm && record.body?.forms.contains { $0.form == form } == true
    }
    guard let last = records.last else {
      throw Failure(
        message: "'\(form)' was not filled in yet, so there is nothing to change",
        hint: "leave out --edit to fill it in")
    }
    return last.id
  }
}

import ArgumentParser
import Questionnaires

/// Tells everything that a form says about a response.
struct QuestionnaireEvaluateCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Tell what applies, what is worked out and what is wrong; exit 1 when not valid.",
    usage: "kith questionnaire evaluate FORM --response FILE [--value-set FILE...] [--json]",
    discussion: """
      With --json: {"valid": …, "enabled": {linkId: true, or a list where it repeats}, \
      "values": {linkId: [calculated values]}, "issues": [{"code", "severity", "linkId", "path", \
      "message"}]}. Values are worked out from the answers exactly as the response has them.
      """)

  @Argument(help: "A file with a form, or the name of a form that kith has.")
  var form: String

  @Option(help: ArgumentHelp("A file with a QuestionnaireResponse.", valueName: "file"))
  var response: String

  @Option(
    name: .customLong("value-set"),
    help: ArgumentHelp(
      "A file with a ValueSet, a CodeSystem or a Bundle of them; may be given again.",
      valueName: "file"))
  var valueSets: [String] = []

  @Flag(help: "Everything as JSON.")
  var json = false

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    let file = try FormFile(named: form, on: host, valueSets: valueSets)
    let evaluation = try FormEvaluation(
      reading: response, of: file.questionnaire, now: DateTime(host.clock.now.description),
      isSettled: false)
    if json {
      host.screen.output.writeLine(evaluation.json.text(indented: true))
    } else {
      for line in evaluation.lines { host.screen.output.writeLine(line) }
    }
    guard evaluation.isValid else { throw ExitCode(1) }
  }
}

extension FormEvaluation {
  /// Evaluates the response in a file.
  ///
  /// - Throws: ``Failure`` when the file holds no response.
  init(reading path: String, of form: Questionnaire, now: DateTime?, isSettled: Bool = true)
    throws
  {
    let json = try FormFile.json(path)
    do {
      try self.init(of: form, for: json, now: now, isSettled: isSettled)
    } catch {
      throw Failure(message: "'\(path)': \(error)", hint: nil)
    }
  }

  /// The evaluation for people; answers are not among it, but values worked out are.
  fileprivate var lines: [String] {
    let disabled = enabled.filter { $0.isEnabled.contains(false) }.map { state in
      let count = state.isEnabled.count { !$0 }
      return "\(state.linkID): does not apply"
        + (count < state.isEnabled.count ? " in \(count) of \(state.isEnabled.count) places" : "")
    }
    let calculated = values.map { value in
      "\(value.linkID) = "
        + (value.answers.isEmpty
          ? "nothing yet" : value.answers.map(\.words.plaintext).joined(separator: ", "))
    }
    return disabled + calculated + issues.map(\.description) + [isValid ? "valid" : "not valid"]
  }
}

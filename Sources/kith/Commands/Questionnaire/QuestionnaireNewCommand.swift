import ArgumentParser
import Glibc

/// Gives somebody who writes a form something to begin with.
struct QuestionnaireNewCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a small form in YAML to begin with.",
    usage: "kith questionnaire new [--output FILE] [OPTIONS]")

  @Option(
    help: ArgumentHelp("Write into this file, which must not be there yet.", valueName: "file"))
  var output: String?

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    guard let output else { return host.screen.output.write(Self.scaffold) }
    guard access(output, F_OK) != 0 else {
      throw Failure(
        message: "'\(output)' is there already", hint: "name a file that is not there yet")
    }
    try AtomicFile.write(Self.scaffold, to: output)
    try host.screen.say(
      "Written to '\(output)'. Change it, then: kith questionnaire check \(output)")
  }

  /// A form that passes every check and shows what is used most.
  static let scaffold = """
    # A form in YAML. Every key is one of FHIR R4, or a short key for one of its extensions.
    # Check it with 'kith questionnaire check FILE', try it with
    # 'kith questionnaire fill FILE --output answers.json'.
    resourceType: Questionnaire
    id: my-form
    url: https://example.org/Questionnaire/my-form
    version: "0.1.0"
    title: A form of mine
    description: One plain sentence about what the form is for.
    status: draft
    language: en
    item:
      - linkId: my.week
        type: integer
        text: How was your week?
        minValue: 0
        maxValue: 10
        lower: very hard
        upper: very good
        why: It gives the other answers a frame.

      - linkId: my.talked
        type: boolean
        required: true
        text: Did you talk with somebody about it?

      - linkId: my.person
        type: group
        repeats: true
        text: Who did you talk with?
        itemLabel: my.person.name
        enableWhen:
          - question: my.talked
            operator: "="
            answerBoolean: true
        item:
          - linkId: my.person.name
            type: string
            text: What do you call them?
          - linkId: my.person.helped
            type: choice
            text: How was it?
            answerOption:
              - valueCoding: {system: "https://example.org/CodeSystem/my", code: good, display: It did me good}
              - valueCoding: {system: "https://example.org/CodeSystem/my", code: neither, display: Neither good nor bad}
              - valueCoding: {system: "https://example.org/CodeSystem/my", code: hard, display: It was hard}

      - linkId: my.words
        type: text
        text: Anything else?

    """
}

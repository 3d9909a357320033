import Coach
import Questionnaires
import Testing
import YarnCompiler

/// A small content library made from one script, for tests of the loop.
enum ScriptedContent {
  /// Compiles a script that can ask the form ``week()``.
  static func library(
    _ script: String, identity: String = "one",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ContentLibrary {
    let compilation = Compiler(functions: CoachFunctions.signatures)
      .compile([Source(name: "test.yarn", text: script)])
    let errors = compilation.diagnostics.filter { $0.severity == .error }.map(\.description)
    #expect(errors.isEmpty, sourceLocation: sourceLocation)
    return ContentLibrary(
      identity: identity, program: try #require(compilation.program),
      questionnaires: ["week": try week()],
      measures: [:], plans: [],
      helplines: HelplineDirectory(helplines: [], emergency: [:], directories: []))
  }

  /// A form with a rating, a choice and two texts.
  static func week() throws -> Questionnaire {
    try Questionnaire(
      parsing: """
        {"resourceType": "Questionnaire", "id": "week", "status": "active", "item": [
          {"linkId": "mood", "type": "integer", "text": "Mood?"},
          {"linkId": "alive", "type": "choice", "text": "Alive?", "answerOption": [
            {"valueCoding": {"code": "no", "display": "No"}},
            {"valueCoding": {"code": "often", "display": "Often"}}]},
          {"linkId": "good", "type": "text", "text": "Good?"},
          {"linkId": "hard", "type": "text", "text": "Hard?"}]}
        """)
  }

  /// An empty draft of a check-in.
  static func draft(_ agenda: Agenda = .checkIn, content: String = "one") -> Draft {
    Draft(
      id: "00000000-0000-4000-8000-000000000001", agenda: agenda, content: content, seed: 7,
      startedAt: LocalTime(epochSeconds: 1_795_000_000, offset: 3600), tz: "Europe/Berlin")
  }
}

extension Session {
  /// Runs to the next step that waits or ends.
  mutating func nextPrompt(after reply: Reply? = nil) throws -> Step {
    var step = try resume(with: reply)
    while step.prompt == nil {
      if case .finish = step { return step }
      step = try resume()
    }
    return step
  }

  /// Gives replies one after the other and returns the step that then waits.
  mutating func play(_ replies: [Reply]) throws -> Step {
    var step = try nextPrompt()
    for reply in replies { step = try nextPrompt(after: reply) }
    return step
  }
}

extension Step {
  /// The line that is said; `nil` for every other step.
  var utterance: Utterance? {
    if case .say(let utterance) = self { utterance } else { nil }
  }

  /// The question that is asked; `nil` for every other step.
  var question: Question? {
    if case .ask(_, let question) = self { question } else { nil }
  }

  /// The options that are offered; none in every other step.
  var choices: [Choice] {
    if case .choose(_, let choices) = self { choices } else { [] }
  }

  /// The record that is kept; `nil` for every other step.
  var record: Record? {
    if case .finish(.keep(let record)) = self { record } else { nil }
  }
}

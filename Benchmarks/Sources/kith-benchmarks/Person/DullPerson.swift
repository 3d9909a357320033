import Coach
import Questionnaires

/// Somebody who answers everything, and always in the same way, so that runs can be compared.
enum DullPerson {
  /// A reply, and the lines one would type to give it in plain mode.
  struct Answer {
    var reply: Reply
    var typed: [String]
  }

  private static let sentence =
    "We had tea on Sunday and talked for an hour, and for once nobody was in a hurry to leave."

  /// Answers a step that waits.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - today: The day it is.
  /// - Returns: The answer: the first option, the middle of a scale, a long sentence.
  /// - Throws: `AnswerProblem` when a question takes no such answer.
  static func answer(_ step: Step, today: PartialDate) throws -> Answer {
    switch step {
    case .choose(_, let choices):
      guard let first = choices.first else { return Answer(reply: .skip, typed: [":skip"]) }
      return Answer(reply: .option(first.id), typed: ["1"])
    case .ask(_, let question):
      guard let words = words(for: question) else { return Answer(reply: .skip, typed: [":skip"]) }
      // Options that count in a score are numbered by what they count, from 0.
      let isScored = question.options.first?.weight == 0
      return Answer(
        reply: .answer(try question.parse(words, today: today)),
        typed: question.kind == .text ? [words, ""] : [isScored ? "0" : words])
    case .review:
      return Answer(reply: .form(.finish), typed: [""])
    case .turn, .pause, .say, .show, .finish:
      return Answer(reply: .next, typed: [""])
    }
  }

  /// What to type at a question; `nil` to pass over it.
  private static func words(for question: Question) -> String? {
    switch question.kind {
    case .choice: question.options.isEmpty ? nil : "1"
    case .boolean: "yes"
    case .integer(let range): range.map { "\(($0.lowerBound + $0.upperBound + 1) / 2)" } ?? "5"
    case .text: sentence
    case .string(let limit): String(sentence.prefix(limit ?? sentence.count))
    case .decimal, .date, .dateTime, .time, .quantity, .url, .another: nil
    }
  }
}

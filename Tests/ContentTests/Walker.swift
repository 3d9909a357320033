import Coach
import Questionnaires

/// A person without a plan: answers at random, the same way for the same seed.
struct Walker {
  private var state: UInt64
  private(set) var lines: [String] = []
  private(set) var promptCount = 0
  private(set) var wordsBeforeInput = 0
  private(set) var mostWordsBeforeInput = 0

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// Walks through a session to its end.
  ///
  /// - Returns: The outcome; `nil` when it did not end within the limit.
  mutating func walk(_ session: inout Session, limit: Int = 600) throws -> Outcome? {
    var reply: Reply?
    while promptCount < limit {
      let step = try session.resume(with: reply)
      reply = nil
      switch step {
      case .say(let utterance):
        lines.append(utterance.text)
        wordsBeforeInput += utterance.text.split(separator: " ").count
      case .show:
        break
      case .finish(let outcome):
        return outcome
      case .turn, .pause, .choose, .ask, .review:
        mostWordsBeforeInput = max(mostWordsBeforeInput, wordsBeforeInput)
        wordsBeforeInput = 0
        promptCount += 1
        reply = self.reply(to: step)
      }
    }
    return nil
  }

  /// A reply to a step that waits.
  mutating func reply(to step: Step) -> Reply {
    switch step {
    case .choose(let prompt, let choices):
      if prompt.canSkip, next(10) == 0 { return .skip }
      return .option(choices[next(choices.count)].id)
    case .ask(let prompt, let question):
      if prompt.canSkip, next(5) == 0 { return .skip }
      return .answer(answer(to: question))
    case .review:
      return .form(.finish)
    case .turn, .pause, .say, .show, .finish:
      return .next
    }
  }

  private mutating func answer(to question: Question) -> [AnswerValue] {
    switch question.kind {
    case .choice: [question.options[next(question.options.count)].value]
    case .boolean: [.boolean(next(2) == 0)]
    case .integer(let range):
      [.integer((range ?? 0...10).lowerBound + next((range ?? 0...10).count))]
    case .another: [.boolean(false)]
    case .string, .text, .url: [.string("CANARY words of nobody")]
    case .decimal, .date, .dateTime, .time, .quantity: []
    }
  }

  private mutating func next(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 16) % limit
  }
}

import Coach
import Questionnaires

/// A sitting of the dull person, from its first words to its end.
struct DullSitting {
  /// What it leaves in the journal.
  let record: Record

  /// The lines one would type, in order.
  let typed: [String]

  /// Runs a sitting.
  ///
  /// - Parameters:
  ///   - draft: What it is for.
  ///   - content: What is said and asked.
  ///   - history: What the journal holds.
  /// - Throws: ``BenchError`` when it leaves nothing; `SessionError` when the content is at fault.
  init(_ draft: Draft, content: ContentLibrary, history: History) throws {
    guard let today = PartialDate(draft.startedAt.day.description) else {
      throw BenchError("the sitting has no day")
    }
    var session = try Session(draft, content: content, history: history)
    var typed: [String] = []
    var reply: Reply?
    while true {
      let step = try session.resume(with: reply)
      reply = nil
      if case .finish(let outcome) = step {
        guard case .keep(let record) = outcome else {
          throw BenchError("the sitting came to its end and left no record")
        }
        self.record = record
        self.typed = typed
        return
      }
      guard step.prompt != nil else { continue }
      let answer = try DullPerson.answer(step, today: today)
      typed += answer.typed
      reply = answer.reply
    }
  }
}

import Coach
import Questionnaires

/// Says what the measures in a record came to, once they are complete.
struct ScoreView {
  let screen: Screen

  /// Says the score of a sitting that was for a measure, and how it lies to the one before.
  ///
  /// - Parameters:
  ///   - record: What was kept.
  ///   - history: What was known before.
  ///   - content: The measures.
  /// - Throws: ``Leaving`` when the person leaves where the window is full.
  func show(_ record: Record, after history: History, _ content: ContentLibrary) throws {
    guard record.kind == .filledForm else { return }
    for filled in record.body?.forms ?? [] {
      guard let measure = content.measures[filled.form],
        let form = content.questionnaires[filled.form],
        let score = measure.score(of: filled.response, to: form)?.total
      else { continue }
      let band = measure.band(for: score).map { ": \($0.label)" } ?? ""
      try screen.say("\(measure.title) comes to \(score) of \(measure.highest)\(band).")
      let earlier = History(records: history.records.filter { $0.id != record.id })
      if let last = earlier.lastScore(of: measure) {
        try screen.say(words(from: last, to: score, measure))
      }
      try screen.say("A number like this is no diagnosis. It is for seeing how things move.")
    }
  }

  private func words(
    from last: (day: CalendarDay, score: Int), to score: Int, _ measure: Measure
  ) -> String {
    let before = "Last time, on \(last.day.inWords), it was \(last.score)."
    let rule = measure.reliableChange.map {
      " A change of \($0.points) or more is more than chance."
    }
    switch measure.change(from: last.score, to: score) {
    case .better?: return before + " That is clearly better." + (rule ?? "")
    case .worse?: return before + " That is clearly worse." + (rule ?? "")
    case .same?: return before + " That is about the same." + (rule ?? "")
    case nil: return before
    }
  }
}

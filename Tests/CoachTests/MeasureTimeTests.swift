import Coach
import Questionnaires
import Testing

/// When a measure may be asked again.
@Suite struct `A measure that looks back on two weeks` {
  let today = CalendarDay(year: 2026, month: 11, day: 23)
  let measure = Measure(
    id: "mood", title: "Mood", questionnaire: "https://example.org/mood", score: "total",
    items: ["one"], lowest: 0, highest: 3, direction: .lowerIsBetter, bands: [], intervalDays: 7,
    recallDays: 14, citation: "", licence: "")

  private func history(daysAgo days: Int, on day: CalendarDay) -> History {
    let response = QuestionnaireResponse(items: [
      .init(linkID: "one", answers: [.init(.integer(1))])
    ])
    return History(records: [
      Record(
        id: "mood-\(days)", kind: .filledForm,
        at: LocalTime(epochSeconds: (day.number - days) * 86_400 + 43_200), tz: "UTC",
        body: Entry(forms: [FilledForm(form: "mood", response: response)]))
    ])
  }

  @Test(arguments: [(0, 14), (1, 13), (13, 1), (14, nil), (40, nil)] as [(Int, Int?)])
  func `waits until those days have passed`(daysAgo: Int, expected: Int?) {
    let wait = history(daysAgo: daysAgo, on: today).wait(for: measure, on: today)

    #expect(wait?.days == expected)
  }

  @Test func `waits for nothing where it was never asked`() {
    #expect(History().wait(for: measure, on: today)?.days == nil)
  }

  @Test(arguments: [(7, "Not yet."), (13, "Not yet."), (14, "Due.")])
  func `is not offered by a script before that, however short its interval`(
    daysAgo: Int, expected: String
  ) throws {
    var content = try ScriptedContent.library(
      """
      title: CheckIn
      ---
      <<if measure_due("mood")>>
        Due. #line:due
      <<else>>
        Not yet. #line:not_yet
      <<endif>>
      ===

      """)
    content.measures["mood"] = measure
    let draft = ScriptedContent.draft()
    var session = try Session(
      draft, content: content, history: history(daysAgo: daysAgo, on: draft.startedAt.day))

    guard case .say(let said) = try session.resume() else {
      Issue.record("nothing is said")
      return
    }
    #expect(said.text == expected)
  }
}

import Coach
import Exports
import Questionnaires
import Testing

@Suite struct `Exports` {
  let record = Record(
    id: "00000000-0000-4000-8000-000000000001", kind: .note,
    at: LocalTime(epochSeconds: 1_795_441_800), tz: "Europe/Berlin",
    body: Entry(notes: [Note(prompt: "I01", question: "Who?", text: "Ines / the bus driver")]))

  @Test func `write records as JSON with sorted keys`() throws {
    #expect(
      try RecordJSON().array(of: [record]) == """
        [
          {
            "at" : "2026-11-23T13:50:00Z",
            "body" : {
              "forms" : [

              ],
              "notes" : [
                {
                  "prompt" : "I01",
                  "question" : "Who?",
                  "text" : "Ines / the bus driver"
                }
              ]
            },
            "id" : "00000000-0000-4000-8000-000000000001",
            "kind" : "note",
            "people" : [

            ],
            "rev" : 1,
            "tags" : [

            ],
            "tz" : "Europe/Berlin"
          }
        ]

        """)
  }

  @Test func `write mood by week with empty cells for gaps`() {
    let item = QuestionnaireResponse.Item(linkID: "chk.mood", answers: [.init(.integer(4))])
    let body = Entry(forms: [
      FilledForm(form: "check-in", response: QuestionnaireResponse(items: [item]))
    ])
    let checkIn = Record(
      id: "c", kind: .checkIn, at: LocalTime(epochSeconds: 1_794_837_000), tz: "UTC", body: body)
    let chart = MoodChart(
      checkIns: History(records: [checkIn]).checkIns,
      until: CalendarDay(year: 2026, month: 11, day: 23))

    #expect(
      MoodTable().text(of: chart) == "week\tmood\tafter\n2026-11-16\t4\t\n2026-11-23\t\t\n")
  }
}

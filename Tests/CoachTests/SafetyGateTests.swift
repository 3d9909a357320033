import Coach
import Questionnaires
import Testing

@Suite struct `A gate before a form` {
  static func form(_ gate: String?) throws -> Questionnaire {
    let gate = gate.map {
      """
      "extension": [{"url": "https://kith.example/StructureDefinition/gate", "valueCode": "\($0)"}],
      """
    }
    return try Questionnaire(
      parsing: """
        {"resourceType": "Questionnaire", "id": "strain", "status": "active", \(gate ?? "")
         "item": [{"linkId": "who", "type": "string", "text": "Who?"}]}
        """)
  }

  static func filled(_ form: String, on day: CalendarDay, id: String) -> Record {
    let response = QuestionnaireResponse(status: .completed, items: [])
    return Record(
      id: id, kind: .filledForm, at: LocalTime(epochSeconds: day.number * 86_400), tz: "UTC",
      body: Entry(forms: [FilledForm(form: form, response: response)]))
  }

  let today = CalendarDay(year: 2026, month: 11, day: 23)

  @Test(
    arguments: [
      (nil, .person), (-1, .person), (0, .recent), (27, .recent), (28, .again), (400, .again),
    ] as [(Int?, SafetyGate)])
  func `asks by how long ago the last form of its kind was`(daysAgo: Int?, gate: SafetyGate) throws
  {
    let last = daysAgo.map { CalendarDay(number: today.number - $0) }
    #expect(SafetyGate.before(try Self.form("person"), lastPassed: last, on: today) == gate)
  }

  @Test func `stands before a form that names it in a word of later days`() throws {
    let form = try Self.form("later")
    #expect(SafetyGate.before(form, lastPassed: nil, on: today) == .person)
  }

  @Test func `is not there before any other form`() throws {
    #expect(SafetyGate.before(try Self.form(nil), lastPassed: nil, on: today) == nil)
  }

  @Test func `knows the last day from forms with a gate alone`() throws {
    let forms = ["strain": try Self.form("person"), "mild": try Self.form(nil)]
    let history = History(records: [
      Self.filled("strain", on: CalendarDay(number: 20_000), id: "a"),
      Self.filled("strain", on: CalendarDay(number: 20_007), id: "b"),
      Self.filled("mild", on: CalendarDay(number: 20_009), id: "c"),
    ])
    #expect(
      SafetyGate.lastPassed(in: history, forms: forms) == CalendarDay(number: 20_007))
    #expect(SafetyGate.lastPassed(in: History(), forms: forms) == nil)
  }
}

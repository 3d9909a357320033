import Coach
import Imports
import Questionnaires
import Testing

@Suite struct `What is new to a journal` {
  private func note(_ id: Int, at seconds: Int, _ text: String) -> Record {
    Record(
      id: "00000000-0000-4000-8000-00000000000\(id)", kind: .note,
      at: LocalTime(epochSeconds: seconds), tz: "UTC",
      body: Entry(notes: [Note(prompt: "", question: "", text: PrivateText(text))]))
  }

  @Test func `is what has another time or other words`() {
    let history = History(records: [note(1, at: 60, "tea"), note(2, at: 120, "tea")])
    let comparison = ImportComparison(
      [note(3, at: 60, "tea"), note(4, at: 61, "tea"), note(5, at: 60, "Tea")], against: history)

    #expect(comparison.new == [note(4, at: 61, "tea"), note(5, at: 60, "Tea")])
    #expect(comparison.duplicateCount == 1)
    #expect(comparison.otherVersionCount == 0)
  }

  @Test func `is counted once where the files have it twice`() {
    let comparison = ImportComparison(
      [note(1, at: 60, "tea"), note(2, at: 60, "tea")], against: History())

    #expect(comparison.new == [note(1, at: 60, "tea")])
    #expect(comparison.duplicateCount == 1)
  }

  @Test func `takes letters that only look the same as different`() {
    let comparison = ImportComparison(
      [note(1, at: 60, "caf\u{E9}"), note(2, at: 60, "cafe\u{301}")], against: History())

    #expect(comparison.new.count == 2)
  }

  @Test func `never changes what the journal has under the same id`() {
    let history = History(records: [note(1, at: 60, "tea"), note(2, at: 60, "rain")])
    let comparison = ImportComparison(
      [note(1, at: 60, "coffee"), note(2, at: 60, "rain")], against: history)

    #expect(comparison.new == [])
    #expect(comparison.otherVersionCount == 1)
    #expect(comparison.duplicateCount == 1)
  }

  @Test func `leaves the journal's own profile alone`() {
    let own = Record(
      id: "00000000-0000-4000-8000-000000000001", kind: .profile,
      at: LocalTime(epochSeconds: 60), tz: "UTC", body: Entry())
    var other = own
    other.id = "00000000-0000-4000-8000-000000000002"

    #expect(ImportComparison([other], against: History(records: [own])).new == [])
    #expect(ImportComparison([other], against: History()).new == [other])
  }
}

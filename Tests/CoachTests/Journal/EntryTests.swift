import Questionnaires
import Testing

@testable import Coach

@Suite struct `The entries of a journal` {
  private static func record(
    _ id: String, _ day: String, _ kind: Record.Kind = .note, tags: [String] = [],
    people: [String] = []
  ) throws -> Record {
    Record(
      id: id, kind: kind, at: try #require(LocalTime(day)), tz: "UTC", tags: tags, people: people,
      body: Entry(notes: [Note(prompt: "p", question: "q", text: "some words")]))
  }

  let history: History

  init() throws {
    let named = QuestionnaireResponse(items: [
      .init(linkID: "inv.name", answers: [.init(.string("Uncle Per"))])
    ])
    let person = Record(
      id: "cccc0001-0000", kind: .person, at: try #require(LocalTime("2023-01-01")), tz: "UTC",
      body: Entry(forms: [FilledForm(form: Person.form, response: named)]))
    history = History(records: [
      try Self.record("aaaa0001-0000", "2024-02-29"), person,
      try Self.record("aaaa0002-0000", "2025-11-26", .checkIn, tags: ["Café", "work"]),
      try Self.record("12345678-0000", "2026-10-05", .goal, people: ["cccc0001-0000"]),
      try Self.record("bbbb0001-0000", "2026-11-26", tags: ["#work"], people: ["Ana Lopes"]),
    ])
  }

  @Test(arguments: [
    (EntryFilter(), ["aaaa0001", "aaaa0002", "12345678", "bbbb0001"]),
    (EntryFilter(kinds: [.note]), ["aaaa0001", "bbbb0001"]),
    (EntryFilter(kinds: [.person]), ["cccc0001"]),
    (EntryFilter(kinds: [.goal, .checkIn]), ["aaaa0002", "12345678"]),
    (EntryFilter(tags: [Tag("CAFE"), Tag("work")].compactMap(\.self)), ["aaaa0002"]),
    (EntryFilter(tags: [Tag("#Work")].compactMap(\.self)), ["aaaa0002", "bbbb0001"]),
    (EntryFilter(people: ["uncle"]), ["12345678"]), (EntryFilter(people: ["ana"]), ["bbbb0001"]),
    (EntryFilter(people: ["cccc"]), []),
  ])
  func `are chosen by kind, tag and person`(filter: EntryFilter, ids: [String]) {
    #expect(history.entries(filter).map { String($0.id.prefix(8)) } == ids)
  }

  @Test(arguments: [
    ("1", "aaaa0001"), ("4", "bbbb0001"), ("last", "bbbb0001"), ("LAST", "bbbb0001"),
    ("12345678", "12345678"), ("bbbb", "bbbb0001"), ("BBBB0001", "bbbb0001"), ("cccc", "cccc0001"),
  ])
  func `are found by number and by id`(word: String, id: String) throws {
    #expect(try EntryIndex(history).find(word).id.hasPrefix(id))
  }

  @Test(arguments: [
    ("5", EntryIndex.Fault.noSuchNumber(5, count: 4)), ("0", .noSuchNumber(0, count: 4)),
    ("aaaa", .severalIDs(2)), ("dddd", .noSuchID), ("aaa", .neither), ("first", .neither),
    ("", .neither),
  ])
  func `are not found by anything else`(word: String, fault: EntryIndex.Fault) {
    #expect(throws: fault) { try EntryIndex(history).find(word) }
  }

  @Test func `have numbers from the oldest on, and people have none`() {
    let index = EntryIndex(history)
    #expect(history.records.map { index.number(of: $0.id) } == [nil, 1, 2, 3, 4])
  }

  @Test(arguments: [
    ("2026-11-26", ["aaaa0002"]), ("2026-02-28", ["aaaa0001"]), ("2028-02-28", []),
    ("2028-02-29", ["aaaa0001"]), ("2025-11-26", []), ("2027-10-05", ["12345678"]),
  ])
  func `come back on their day in later years`(day: String, ids: [String]) throws {
    let day = try #require(LocalTime(day)).day
    #expect(history.entries(onThisDay: day).map { String($0.id.prefix(8)) } == ids)
  }

  @Test func `count their tags whatever the letters`() {
    #expect(history.tags.map(\.tag) == ["Café", "work"])
    #expect(history.tags.map(\.entries) == [1, 2])
  }

  @Test func `take tags once and let go of them`() throws {
    let work = try #require(Tag(" #Work "))
    let new = try #require(Tag("two words"))
    let record = history.entries[1]
    let tagged = record.tagged(adding: [work, new])

    #expect(tagged.tags == ["Café", "work", "two words"])
    #expect(tagged.rev == 2)
    #expect(tagged.tagged(adding: [], removing: [work, new]).tags == ["Café"])
    #expect(record.tagged(adding: [work]) == record)
  }

  @Test(arguments: ["", "  ", "#", "a\nb", String(repeating: "x", count: 41)])
  func `take no tag that is none`(text: String) {
    #expect(Tag(text) == nil)
  }

  @Test(arguments: [
    ("check-in", Record.Kind.checkIn), ("Notes", .note), ("response", .filledForm),
    ("filled form", .filledForm), ("people", .person), ("drafts", .draft),
  ])
  func `have kinds by what people call them`(name: String, kind: Record.Kind) {
    #expect(Record.Kind(named: name) == kind)
  }
}

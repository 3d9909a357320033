import Questionnaires
import Testing

@testable import Coach

@Suite struct `A journal search` {
  let today = CalendarDay(year: 2026, month: 11, day: 26)

  private func note(_ text: String, tags: [String] = [], people: [String] = []) -> Record {
    Record(
      id: "a", kind: .note, at: LocalTime(epochSeconds: 1_790_000_000), tz: "UTC", tags: tags,
      people: people,
      body: Entry(notes: [Note(prompt: "I01", question: "What?", text: PrivateText(text))]))
  }

  private func found(_ query: String, in text: String) throws -> [String]? {
    var search = JournalSearch(try SearchQuery(query, today: today))
    return search.hits(in: note(text))?.map { String(text[$0.range]) }
  }

  @Test(arguments: [
    ("sun", "Two Sundays", ["Sun"]), ("SUN", "sun and Sunday", ["sun", "Sun"]),
    ("ozgur", "Özgür rang", ["Özgür"]), ("özgür", "OZGUR rang", ["OZGUR"]),
    ("strasse", "in der Straße", ["Straße"]), ("cafe", "the cafe\u{301} there", ["cafe\u{301}"]),
    ("istanbul", "İstanbul, ıslak", ["İstanbul"]), ("islak", "İstanbul, ıslak", ["ıslak"]),
    ("ΑΝΝΑ", "η άννα ήρθε", ["άννα"]), ("ещё", "еще раз", ["еще"]), ("家", "在家里", ["家"]),
    ("don't", "I don’t know", ["don’t"]), ("mum tired", "tired, said Mum", ["tired", "Mum"]),
    ("\"mum called\"", "and Mum\n called.", ["Mum\n called"]), ("10:30", "at 10:30", ["10:30"]),
    ("resume", "my résumé", ["résumé"]), ("a", "a b a", ["a", "a"]),
  ])
  func `finds words whatever their case and accents`(
    query: String, text: String, hits: [String]
  ) throws {
    #expect(try found(query, in: text) == hits)
  }

  @Test(arguments: [
    ("art", "my heart"), ("\"mum call\"", "Mum called"), ("\"called mum\"", "Mum called"),
    ("mum dad", "Mum called"), ("sun", "¿qué?"), ("kind:check-in mum", "Mum called"),
    ("tag:work mum", "Mum called"), ("date:2026-10 mum", "Mum called"),
  ])
  func `passes over what is not meant`(query: String, text: String) throws {
    #expect(try found(query, in: text) == nil)
  }

  @Test(arguments: [
    ("¿qué? qué", "que", 2), ("❤love", "love", 1), ("“love”", "love", 1), ("ålove", "love", 0),
    ("", "love", 0),
  ])
  func `knows where words begin`(text: String, query: String, count: Int) throws {
    #expect(try found(query, in: text)?.count ?? 0 == count)
  }

  @Test func `passes over lines by their bytes and never over one that is meant`() throws {
    var search = JournalSearch(try SearchQuery("OZGUR \"said so\"", today: today))
    let lines = [
      (#"{"body":{"notes":[{"text":"Özgür said\nso"}]}}"#, true),
      (#"{"body":{"notes":[{"text":"\u00d6zg\u00fcr said so"}]}}"#, true),
      (#"{"body":{"notes":[{"text":"nobody said so"}]}}"#, false),
      (#"{"body":{"notes":[{"text":"\\u is no letter"}]}}"#, false),
    ]
    for (line, mayMean) in lines {
      #expect(search.mayMean(line: Array(line.utf8)[...]) == mayMean, "\(line)")
    }
  }

  @Test func `looks into answers and into what was written beside them`() throws {
    var response = QuestionnaireResponse(items: [
      .init(linkID: "g", items: [.init(linkID: "q", answers: [.init(.string("the harbour"))])])
    ])
    response.notes = [FormNote(path: ItemPath([.init(linkID: "q")]), text: "harbour again")]
    let record = Record(
      id: "a", kind: .checkIn, at: LocalTime(epochSeconds: 0), tz: "UTC",
      body: Entry(forms: [FilledForm(form: "check-in", response: response)]))
    var search = JournalSearch(try SearchQuery("harbour", today: today))
    let hits = search.hits(in: record) ?? []

    #expect(hits.map(\.passage.place) == [.answer(form: 0, 0), .beside(form: 0, 0)])
    #expect(hits.map(\.passage.item?.linkID) == ["q", "q"])
    let changed = record.replacing("the quay", at: .answer(form: 0, 0))
      .replacing("", at: .beside(form: 0, 0))
    #expect(changed.passages.map(\.text) == ["the quay"])
    #expect(changed.rev == 3)
  }

  @Test func `says nothing of its words`() throws {
    let query = try SearchQuery("kestrel \"over the marram\"", today: today)
    var shown = ""
    dump(query.terms, to: &shown)
    #expect(!"\(query) \(String(reflecting: query)) \(shown)".contains("kestrel"))
  }
}

@Suite struct `A search query` {
  let today = CalendarDay(year: 2026, month: 11, day: 26)

  @Test func `reads keys and phrases at a prompt`() throws {
    let query = try SearchQuery(
      #"mum "so tired" tag:work person:"Uncle Per" kind:response date:"last week""#, today: today)

    #expect(query.terms == [SearchTerm("mum"), SearchTerm("so tired", isPhrase: true)])
    #expect(query.filter.tags == [Tag("work")])
    #expect(query.filter.people == ["Uncle Per"])
    #expect(query.filter.kinds == [.filledForm])
    #expect(query.filter.days == DaySpan("2026-11-16..2026-11-22", today: today))
  }

  @Test func `reads what the shell leaves of quotation marks`() throws {
    let query = try SearchQuery(
      arguments: ["so tired", "date:last week", "10:30", "since:2026-11-18"], today: today)

    #expect(query.terms == [SearchTerm("so tired", isPhrase: true), SearchTerm("10:30")])
    #expect(query.filter.days == DaySpan("2026-11-18..2026-11-22", today: today))
  }

  @Test(arguments: [
    ("", SearchQuery.Fault.empty), ("  ", .empty), ("\"so tired", .openQuote),
    ("tag:", .nothingAfter(.tag)), ("kind:chekin", .unknownKind("chekin")),
    ("date:2026-13", .notADate("2026-13")), ("tga:work", .unknownKey(nearest: .tag)),
    ("dates:today", .unknownKey(nearest: .date)), ("persn:Ana", .unknownKey(nearest: .person)),
  ])
  func `says what is wrong with it`(line: String, fault: SearchQuery.Fault) {
    #expect(throws: fault) { try SearchQuery(line, today: today) }
  }
}

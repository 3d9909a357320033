import Coach
import Imports
import Testing

@Suite struct `An export of jrnl` {
  private func batch(_ entries: String) throws -> ImportBatch {
    try JSONImport(file: "j.json", settings: .berlin())
      .batch(of: #"{"tags": {"@ana": 1}, "entries": [\#(entries)]}"#)
  }

  @Test func `gives notes with title, body, tags and star`() throws {
    let batch = try batch(
      #"""
      {"title": "A quiet day.", "body": "Tea with @ana.\n\nThen rain.", "date": "2026-11-23",
       "time": "19:30", "tags": ["@ana", "#rest", "@ana"], "starred": true},
      {"title": "Only a title", "body": "", "date": "2026-07-01", "time": "09:00", "tags": [],
       "starred": false, "uuid": "x"}
      """#)

    #expect(
      batch.records.map(\.line) == [
        """
        2026-11-23T19:30:00+01:00 Europe/Berlin ["ana", "rest", "starred"] A quiet day.
        Tea with @ana.

        Then rain.
        """,
        "2026-07-01T09:00:00+02:00 Europe/Berlin [] Only a title",
      ])
    #expect(batch.records.map(\.kind) == [.note, .note])
    #expect(batch.records.map(\.body?.imported) == ["jrnl", "jrnl"])
    #expect(
      batch.records.map(\.id) == [
        "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002",
      ])
    #expect(batch.formats == [.jrnl])
    #expect(
      batch.sentences == [
        "2 times name no zone and are taken as Europe/Berlin."
      ])
  }

  @Test func `takes times in the zone that was named`() throws {
    var settings = ImportSettings.berlin()
    settings.zone = "America/New_York"
    let batch = try JSONImport(file: "j.json", settings: settings).batch(
      of: #"{"title": "One", "body": "", "date": "2026-11-23", "time": "19:30"}"#)

    #expect(batch.records.map(\.line) == ["2026-11-23T19:30:00-05:00 America/New_York [] One"])
  }

  @Test func `says where the clock was changed`() throws {
    let batch = try batch(
      #"""
      {"title": "never", "date": "2026-03-29", "time": "02:30"},
      {"title": "before", "date": "2026-03-29", "time": "01:59"},
      {"title": "after", "date": "2026-03-29", "time": "03:00"},
      {"title": "twice", "date": "2026-10-25", "time": "02:30"},
      {"title": "once", "date": "2026-10-25", "time": "03:00"}
      """#)

    #expect(
      batch.records.map(\.line) == [
        "2026-03-29T03:30:00+02:00 Europe/Berlin [] never",
        "2026-03-29T01:59:00+01:00 Europe/Berlin [] before",
        "2026-03-29T03:00:00+02:00 Europe/Berlin [] after",
        "2026-10-25T02:30:00+02:00 Europe/Berlin [] twice",
        "2026-10-25T03:00:00+01:00 Europe/Berlin [] once",
      ])
    #expect(batch.remarks[.skippedTime] == 1)
    #expect(batch.remarks[.repeatedTime] == 1)
  }

  @Test func `keeps every character, also those that no screen may get`() throws {
    let batch = try batch(
      #"{"title": "a\u0000b \u001b[31mred\u202e", "body": "é 👩🏽‍🚀\t\r\nz", "date": "2026-11-23"}"#)

    #expect(
      batch.records.first?.body?.notes.first?.text.plaintext
        == "a\u{0}b \u{1B}[31mred\u{202E}\né 👩🏽‍🚀\t\r\nz")
    #expect(batch.remarks[.noTimeOfDay] == 1)
  }

  @Test func `leaves out entries without words`() throws {
    let batch = try batch(#"{"title": " \n", "body": "", "date": "2026-11-23", "time": "10:00"}"#)

    #expect(batch.records == [])
    #expect(batch.remarks[.withoutWords] == 1)
  }

  @Test func `is refused as a whole, with the number of each entry that cannot be read`() {
    let told = faults {
      try batch(
        #"""
        {"title": "fine", "date": "2026-11-23", "time": "10:00"},
        {"title": 3, "date": "2026-11-23"},
        {"title": "no date"},
        {"title": "SECRET", "date": "SECRET"},
        {"title": "x", "date": "2026-02-30"},
        {"title": "x", "date": "2026-11-23", "time": "25:00"},
        {"title": "x", "date": "2026-11-23", "tags": "SECRET"},
        7
        """#)
    }

    #expect(
      told == [
        "j.json: entry 2: error: 'title' is not of the type it always has",
        "j.json: entry 3: error: 'date' is missing",
        "j.json: entry 4: error: 'date' is no date or time that can be read; write it as"
          + " 2026-11-23 or 2026-11-23T19:30:00+01:00",
        "j.json: entry 5: error: 'date' is no date or time that can be read; write it as"
          + " 2026-11-23 or 2026-11-23T19:30:00+01:00",
        "j.json: entry 6: error: 'time' is no date or time that can be read; write it as"
          + " 2026-11-23 or 2026-11-23T19:30:00+01:00",
        "j.json: entry 7: error: 'tags' is not of the type it always has",
        "j.json: entry 8: error: 'entries' is not of the type it always has",
      ])
  }
}

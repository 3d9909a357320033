import Coach
import Imports
import Testing

@Suite struct `An export of Day One` {
  private func batch(_ entries: String) throws -> ImportBatch {
    try JSONImport(file: "Journal.json", settings: .berlin())
      .batch(of: #"{"metadata": {"version": "1.0"}, "entries": [\#(entries)]}"#)
  }

  @Test func `keeps the moment, the zone, the tags and the star`() throws {
    let batch = try batch(
      #"""
      {"uuid": "A1", "creationDate": "2026-11-24T00:30:05Z", "modifiedDate": "2026-11-25T00:00:00Z",
       "timeZone": "America\/New_York", "text": "# A walk\n\nIt was cold\\.", "starred": true,
       "tags": ["walk", "#walk", " cold\n weather", "#"], "isPinned": false},
      {"uuid": "A2", "creationDate": "2026-07-01T10:00:00Z", "timeZone": "GMT+0200",
       "text": "Fixed."},
      {"uuid": "A3", "creationDate": "2026-07-01T10:00:00Z", "text": "Nowhere."},
      {"uuid": "A4", "creationDate": "2026-07-01T10:00:00Z", "timeZone": "Mars/Base", "text": "Far."}
      """#)

    #expect(
      batch.records.map(\.line) == [
        """
        2026-11-23T19:30:05-05:00 America/New_York ["walk", "cold weather", "starred"] # A walk

        It was cold.
        """,
        "2026-07-01T12:00:00+02:00 GMT+0200 [] Fixed.",
        "2026-07-01T12:00:00+02:00 Europe/Berlin [] Nowhere.",
        "2026-07-01T12:00:00+02:00 Europe/Berlin [] Far.",
      ])
    #expect(batch.records.first?.body?.imported == "Day One")
    #expect(batch.remarks == [.assumedZone("Europe/Berlin"): 1, .unknownZone: 1])
  }

  @Test func `says what is left out`() throws {
    let batch = try batch(
      #"""
      {"creationDate": "2026-07-01T10:00:00Z", "timeZone": "Europe/Berlin",
       "text": "See ![](dayone-moment://AB12) and ![](dayone-moment:/audio/CD34)\\!",
       "photos": [{"md5": "x"}, {"md5": "y"}], "audios": [{}], "videos": [{}],
       "pdfAttachments": [{}], "location": {"latitude": 1.5}, "weather": {}},
      {"creationDate": "2026-07-02T10:00:00Z", "timeZone": "Europe/Berlin", "photos": [{}]}
      """#)

    #expect(
      batch.records.map(\.line) == [
        "2026-07-01T12:00:00+02:00 Europe/Berlin [] See (photo left out) and"
          + " (recording left out)!"
      ])
    #expect(
      batch.sentences == [
        "1 entry has no words and is left out.",
        "3 photos are left out; kith keeps words only.",
        "2 recordings are left out.",
        "1 document is left out.",
        "The place or the weather of 1 entry is left out.",
      ])
  }

  @Test func `leaves backslashes in code as they are`() throws {
    let batch = try batch(
      #"""
      {"creationDate": "2026-07-01T10:00:00Z", "timeZone": "UTC",
       "text": "1\\. a\\b\n```\nx\\.y\n```\nz\\-"}
      """#)

    #expect(
      batch.records.first?.body?.notes.first?.text.plaintext == #"""
        1. a\b
        ```
        x\.y
        ```
        z-
        """#)
  }

  @Test func `is refused when an entry has no moment`() {
    let told = faults {
      try batch(
        #"""
        {"creationDate": "2026-07-01", "text": "SECRET"}, {"text": "SECRET"},
        {"creationDate": "0001-01-01T00:00:00Z", "timeZone": "America/New_York", "text": "x"}
        """#)
    }

    #expect(
      told == [
        "Journal.json: entry 1: error: 'creationDate' is no date or time that can be read; write"
          + " it as 2026-11-23 or 2026-11-23T19:30:00+01:00",
        "Journal.json: entry 2: error: 'creationDate' is missing",
        "Journal.json: entry 3: error: the time lies outside the years 1 to 9999",
      ])
  }
}

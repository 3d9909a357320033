import Coach
import Imports
import Testing

@Suite struct `A Markdown file` {
  private func batch(_ text: String, file: String = "notes/one.md") throws -> ImportBatch {
    try MarkdownImport(file: file, settings: .berlin()).batch(of: text, modified: 1_795_460_400)
  }

  @Test func `tells title, date, zone and tags in its head`() throws {
    let batch = try batch(
      """
      ---
      title: "A walk: along the river"
      date: 2026-11-23 19:30
      timezone: America/New_York
      tags: [walk, "cold weather", #river]
      author: me
      aliases:
        - not a tag
      # a remark
      ---

      It was cold.
      """)

    #expect(
      batch.records.map(\.line) == [
        """
        2026-11-23T19:30:00-05:00 America/New_York ["walk", "cold weather", "river"] \
        A walk: along the river

        It was cold.
        """
      ])
    #expect(batch.records.first?.body?.imported == "Markdown")
    #expect(batch.remarks == [:])
  }

  @Test(arguments: [
    ("2026-11-23", "2026-11-23T12:00:00+01:00"),
    ("2026-11-23T19:30:15+02:00", "2026-11-23T18:30:15+01:00"),
    ("'2026-11-23 19:30:15 +0000'", "2026-11-23T20:30:15+01:00"),
    ("2026-11-23T19:30:15.250Z", "2026-11-23T20:30:15+01:00"),
    ("2026/11/23 9:05", "2026-11-23T09:05:00+01:00"),
  ])
  func `may write its date in several ways`(written: String, moment: String) throws {
    let batch = try batch("---\ndate: \(written)\ntimezone: Europe/Berlin\n---\nx")

    #expect(batch.records.map(\.at.description) == [moment])
  }

  @Test func `keeps an offset that belongs to no zone`() throws {
    let batch = try batch("---\ndate: 2026-11-23T19:30:00-03:30\n---\nx", file: "2020-01-01.md")

    #expect(batch.records.map(\.line) == ["2026-11-23T19:30:00-03:30 GMT-0330 [] x"])
  }

  @Test func `may list its tags on lines of their own`() throws {
    let batch = try batch(
      "---\r\ndate: 2026-11-23\r\ntags:\r\n  - one\r\n  - \"two three\"\r\n---\r\nx\r\n")

    #expect(batch.records.map(\.tags) == [["one", "two three"]])
    #expect(batch.records.first?.body?.notes.first?.text.plaintext == "one\n\nx\r\n")
  }

  @Test(arguments: [
    ("2026-11-23.md", "2026-11-23T12:00:00+01:00", "x"),
    ("a/2026-11-23-first-frost.md", "2026-11-23T12:00:00+01:00", "first frost\n\nx"),
    ("2026-11-23 1930 Tea with Ana.md", "2026-11-23T19:30:00+01:00", "Tea with Ana\n\nx"),
    ("20261123T193015.markdown", "2026-11-23T19:30:15+01:00", "x"),
    ("2026_11_23 1930s novel.md", "2026-11-23T12:00:00+01:00", "1930s novel\n\nx"),
    ("2026/11/23.md", "2026-11-23T12:00:00+01:00", "x"),
    ("2026/11/23-tea.md", "2026-11-23T12:00:00+01:00", "tea\n\nx"),
    ("2026-02-30.md", "2026-11-23T20:00:00+01:00", "2026 02 30\n\nx"),
    ("Tea.md", "2026-11-23T20:00:00+01:00", "Tea\n\nx"),
  ])
  func `tells date and title by its name`(file: String, moment: String, text: String) throws {
    let batch = try batch("x", file: file)

    #expect(batch.records.map(\.at.description) == [moment])
    #expect(batch.records.first?.body?.notes.first?.text.plaintext == text)
  }

  @Test func `says it when only the file itself tells a date`() throws {
    #expect(
      try batch("# Tea\n\nx", file: "tea.md").sentences == [
        "1 file tells no date; the time at which it was last changed is taken."
      ])
  }

  @Test(arguments: [
    "---\nA line was drawn above.\n\n---\n", "no head\n---\nx: y\n---\n", "--- \n",
    "---\ntitle: never ended\n",
  ])
  func `is text where its first lines are no head`(text: String) throws {
    let batch = try batch("\(text)words", file: "2026-11-23.md")

    #expect(batch.records.first?.body?.notes.first?.text.plaintext == "\(text)words")
  }

  @Test func `does not repeat a title that its words begin with`() throws {
    let batch = try batch("---\ntitle: Tea\ndate: 2026-11-23\n---\n# Tea\n\nHot.")

    #expect(batch.records.first?.body?.notes.first?.text.plaintext == "# Tea\n\nHot.")
  }

  @Test func `without words is left out`() throws {
    #expect(try batch("\n \n", file: "2026-11-23-tea.md").records == [])
    #expect(try batch("---\ntags: a\n---\n", file: "2026-11-23.md").remarks[.withoutWords] == 1)
  }

  @Test(arguments: [
    ("---\ntitle: SECRET\ndate: next week\n---\nx", "notes/one.md:3:7: error: 'date' is no date"),
    ("---\ntitle: x\nSECRET\n---\nx", "notes/one.md:3:1: error: a line at the head of the file"),
  ])
  func `is refused with line and column when its head cannot be read`(
    text: String, told: String
  ) throws {
    let faults = faults { try batch(text) }

    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix(told) == true, "\(faults)")
    #expect(faults.first?.contains("SECRET") == false)
  }
}

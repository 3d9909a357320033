import Coach
import Imports
import Testing

@Suite struct `Records of kith` {
  private static let note = #"""
    {"id": "90e5f5db-bfd9-4bd5-8c0d-c3592f4b1a33", "rev": 2, "kind": "note",
     "at": "2026-11-23T19:30:00+01:00", "tz": "Europe/Berlin", "tags": ["a"], "people": ["Ana"],
     "body": {"forms": [], "notes": [{"prompt": "I08", "question": "Who?", "text": "My brother."}]}}
    """#

  private func batch(_ text: String) throws -> ImportBatch {
    try JSONImport(file: "k.json", settings: .berlin()).batch(of: text)
  }

  @Test(arguments: ["[\(note)]", #"{"kith": 1, "records": [\#(note)]}"#])
  func `come in as they are`(text: String) throws {
    let batch = try batch(text)

    #expect(
      batch.records == [
        Record(
          id: "90e5f5db-bfd9-4bd5-8c0d-c3592f4b1a33", rev: 2, kind: .note,
          at: LocalTime(epochSeconds: 1_795_458_600, offset: 3600), tz: "Europe/Berlin",
          tags: ["a"], people: ["Ana"],
          body: Entry(notes: [Note(prompt: "I08", question: "Who?", text: "My brother.")]))
      ])
    #expect(batch.formats == [.kith])
    #expect(batch.remarks == [:])
  }

  @Test func `that were deleted stay out, and what is unknown is told`() throws {
    let later = Self.note.replacing(#""rev": 2"#, with: #""rev": 2, "colour": "red""#)
    let deleted = #"""
      {"id": "90e5f5db-bfd9-4bd5-8c0d-c3592f4b1a34", "rev": 2, "kind": "note",
       "at": "2026-11-23T19:30:00Z", "tz": "UTC", "tags": [], "people": [], "deleted": true}
      """#
    let batch = try batch("[\(later), \(deleted)]")

    #expect(batch.records.count == 1)
    #expect(batch.remarks == [.deleted: 1, .unknownMembers: 1])
  }

  @Test(arguments: [
    (#""id": "90e5"#, #""id": "../e5"#, "entry 1: error: 'id' is not as the journal's format has"),
    (#""rev": 2"#, #""rev": 0"#, "entry 1: error: 'rev' is not as the journal's format has it"),
    (#""rev": 2"#, #""rev": "SECRET""#, "entry 1: error: 'rev' is not as the journal's format"),
    ("2026-11-23T19", "SECRET-23T19", "entry 1: error: 'at' is not as the journal's format has"),
    (#""tz": "Europe/Berlin","#, "", "entry 1: error: 'tz' is not as the journal's format has it"),
    (#""body""#, #""SECRET""#, "entry 1: error: 'body' is missing"),
    (#""text": "My brother.""#, #""text": 7"#, "entry 1: error: 'body' is not as the journal's"),
    ("[{\"id", "[3, {\"id", "error: this JSON is no export of jrnl or Day One and no list of"),
  ])
  func `are refused when one is not as the format has it`(
    part: String, change: String, told: String
  ) {
    let faults = faults { try batch("[\(Self.note)]".replacing(part, with: change)) }

    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("k.json: \(told)") == true, "\(faults)")
    #expect(faults.first?.contains("SECRET") == false)
  }

  @Test func `are refused when two have one id`() {
    #expect(
      faults { try batch("[\(Self.note), \(Self.note)]") } == [
        "k.json: entry 2: error: another entry of the file has the same id"
      ])
  }

  @Test func `are refused when a later version wrote them`() {
    #expect(
      faults { try batch(#"{"kith": 2, "records": []}"#) } == [
        "k.json: error: the records are of version 2; use a newer kith to import them"
      ])
  }
}

import Coach
import Testing

@testable import JournalStorage

@Suite struct `An outline of a record` {
  private func outline(_ line: String) -> RecordOutline? {
    RecordOutline(RecordLine(raw: Array(line.utf8)[...]))
  }

  @Test func `is read from the members around the words`() {
    let found = outline(
      #"{"at":"2026-11-02T07:05:09+01:00","body":{"id":"no","kind":"no"},"id":"a1","kind":"note","#
        + #""people":["p\u00e9","q"],"rev":3,"tags":["work","\"so\""],"tz":"Europe/Berlin"}"#)
    #expect(found?.id == "a1")
    #expect(found?.rev == 3)
    #expect(found?.kind == .note)
    #expect(found?.at.description == "2026-11-02T07:05:09+01:00")
    #expect(found?.tz == "Europe/Berlin")
    #expect(found?.tags == ["work", "\"so\""])
    #expect(found?.people == ["pé", "q"])
  }

  @Test func `undoes what JSON spells in a way of its own`() {
    let found = outline(
      #"{"id":"a\u0031\/2","rev":1,"kind":"no\te","at":"2026-11-02T07:05:09\u005a","tz":"U\\TC"}"#)
    #expect(found?.id == "a1/2")
    #expect(found?.kind.rawValue == "no\te")
    #expect(found?.at.description == "2026-11-02T07:05:09Z")
    #expect(found?.tz == #"U\TC"#)
    #expect(found?.tags == [])
    #expect(found?.people == [])
  }

  @Test(arguments: [
    #"{"rev":1,"kind":"note","at":"2026-11-02T07:05:09Z"}"#,
    #"{"id":"a","rev":1,"at":"2026-11-02T07:05:09Z"}"#,
    #"{"id":"a","rev":1,"kind":"note"}"#,
    #"{"id":"a","rev":1,"kind":"note","at":"2026-13-02T07:05:09Z"}"#,
    #"{"id":"a","rev":1,"kind":7,"at":"2026-11-02T07:05:09Z"}"#,
    #"["id"]"#, "",
  ])
  func `is not read from a line that lacks a part`(line: String) {
    #expect(outline(line) == nil)
  }
}

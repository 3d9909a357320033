import Coach
import Testing

@testable import JournalStorage

@Suite struct `A time in a line of the journal` {
  private func read(_ text: String) -> LocalTime? {
    Array("\"\(text)\"".utf8).withUnsafeBufferPointer { LocalTime(spelled: $0) }
  }

  @Test(arguments: [
    ("2026-11-23T19:30:00+01:00", 1_795_458_600, 3600),
    ("2026-11-23T19:30:59-03:30", 1_795_474_859, -12_600),
    ("2026-11-23T19:30:00Z", 1_795_462_200, 0),
    ("2024-02-29T00:00:00Z", 1_709_164_800, 0), ("1969-12-31T23:59:59Z", -1, 0),
    ("2026-11-23T19:30:00.25+01:00", 1_795_458_600, 3600),
    ("2026-11-23 19:30", 1_795_462_200, 0), ("2026-11-23T19:30:00+0100", 1_795_458_600, 3600),
    ("2026-11-23", 1_795_435_200, 0),
  ])
  func `is read in every spelling`(text: String, seconds: Int, offset: Int) {
    #expect(read(text) == LocalTime(epochSeconds: seconds, offset: offset))
    #expect(LocalTime(text) == LocalTime(epochSeconds: seconds, offset: offset))
  }

  @Test(arguments: [
    "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-11-00T00:00:00Z",
    "2026-11-23T24:00:00Z", "2026-11-23T19:60:00Z", "2026-11-23T19:30:61Z",
    "2026-11-23T19:30:00+01:60", "2026-11-23T19:30:00*01:00", "2026-11-23T19:30:00+01-00",
    "2026/11-23T19:30:00Z", "2o26-11-23T19:30:00Z", "2026-11-23T19:30:00z", "",
  ])
  func `that no clock shows is none`(text: String) {
    #expect(read(text) == nil)
    #expect(LocalTime(text) == nil)
  }

  @Test func `needs its quotes`() {
    let bare = Array("2026-11-23T19:30:00Z00".utf8)
    let open = Array("\"2026-11-23T19:30:00Z'".utf8)

    #expect(bare.withUnsafeBufferPointer { LocalTime(spelled: $0) } == nil)
    #expect(open.withUnsafeBufferPointer { LocalTime(spelled: $0) } == nil)
    #expect([UInt8]().withUnsafeBufferPointer { LocalTime(spelled: $0) } == nil)
  }
}

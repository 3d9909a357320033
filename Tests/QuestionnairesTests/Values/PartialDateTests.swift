import Testing

@testable import Questionnaires

@Suite struct `A partial date` {
  @Test(arguments: ["2026", "2026-11", "2026-11-23", "2024-02-29"])
  func `is read and written as ISO 8601`(text: String) {
    #expect(PartialDate(text)?.description == text)
  }

  @Test(arguments: ["", "26", "2026-13", "2026-11-31", "2023-02-29", "2026-1-2", "2026-11-23-1"])
  func `is none where the calendar has none`(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test(arguments: [
    ("2026-11-23", "2026-11-22"), ("2026-03-01", "2026-02-28"), ("2024-03-01", "2024-02-29"),
    ("2026-01-01", "2025-12-31"),
  ])
  func `knows the day before`(text: String, before: String) {
    #expect(PartialDate(text)?.dayBefore?.description == before)
  }
}

@Suite struct `A moment` {
  @Test(arguments: [
    ("2026-11-23", "2026-11-23"), ("2026-11", "2026-11"),
    ("2026-11-23 9:05", "2026-11-23T09:05:00"),
    ("2026-11-23T20:15:00+01:00", "2026-11-23T20:15:00+01:00"),
    ("2026-11-23T20:15:00.250Z", "2026-11-23T20:15:00Z"),
  ])
  func `is read with or without a time`(text: String, written: String) {
    #expect(DateTime(text)?.description == written)
  }

  @Test(arguments: ["2026-11T10:00", "2026-11-23T25:00", "tomorrow"])
  func `is none where no clock shows it`(text: String) {
    #expect(DateTime(text) == nil)
  }

  @Test func `is compared across zones`() throws {
    let left = AnswerValue.dateTime(try #require(DateTime("2026-11-23T20:00:00Z")))
    let right = AnswerValue.dateTime(try #require(DateTime("2026-11-23T20:30:00+01:00")))

    #expect(left.order(to: right) == .greater)
  }
}

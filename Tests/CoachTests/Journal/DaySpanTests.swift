import Testing

@testable import Coach

@Suite struct `A span of days` {
  /// A Thursday.
  let today = CalendarDay(year: 2026, month: 11, day: 26)

  @Test(arguments: [
    ("today", "2026-11-26", "2026-11-26"), ("Yesterday", "2026-11-25", "2026-11-25"),
    ("2026", "2026-01-01", "2026-12-31"), ("2026-02", "2026-02-01", "2026-02-28"),
    ("2024-2", "2024-02-01", "2024-02-29"), ("2026-10-05", "2026-10-05", "2026-10-05"),
    ("2026-W41", "2026-10-05", "2026-10-11"), ("2026-w01", "2025-12-29", "2026-01-04"),
    ("this week", "2026-11-23", "2026-11-29"), ("last week", "2026-11-16", "2026-11-22"),
    ("last  month", "2026-10-01", "2026-10-31"), ("this year", "2026-01-01", "2026-12-31"),
    ("last year", "2025-01-01", "2025-12-31"), ("last 10 days", "2026-11-17", "2026-11-26"),
    ("past 2 weeks", "2026-11-13", "2026-11-26"), ("last 3 months", "2026-08-27", "2026-11-26"),
    ("3 days ago", "2026-11-23", "2026-11-23"), ("12 months ago", "2025-11-01", "2025-11-30"),
    ("2 weeks ago", "2026-11-09", "2026-11-15"), ("monday", "2026-11-23", "2026-11-23"),
    ("thursday", "2026-11-26", "2026-11-26"), ("last thursday", "2026-11-19", "2026-11-19"),
    ("fri", "2026-11-20", "2026-11-20"), ("october", "2026-10-01", "2026-10-31"),
    ("December", "2025-12-01", "2025-12-31"), ("november", "2026-11-01", "2026-11-30"),
    ("last november", "2025-11-01", "2025-11-30"), ("oct 2024", "2024-10-01", "2024-10-31"),
    ("5 october", "2026-10-05", "2026-10-05"), ("October 5, 2024", "2024-10-05", "2024-10-05"),
    ("30 dec", "2025-12-30", "2025-12-30"), ("29 feb", "2024-02-29", "2024-02-29"),
    ("2026-09..2026-10", "2026-09-01", "2026-10-31"), ("monday..today", "2026-11-23", "2026-11-26"),
  ])
  func `is read as people write it`(text: String, first: String, last: String) throws {
    let span = try #require(DaySpan(text, today: today))

    #expect(span.first?.description == first)
    #expect(span.last?.description == last)
  }

  @Test(arguments: [
    "", "2026-13", "2026-02-30", "2026-W54", "26-10-05", "someday", "last", "0 days ago", "oct 32",
    "5 6 october", "..", "2026-10..2026-09", "last week ago", "2026-10-05-01", "mo", "week",
  ])
  func `is nothing where no days are named`(text: String) {
    #expect(DaySpan(text, today: today) == nil)
  }

  @Test func `may be open at one end`() throws {
    let since = try #require(DaySpan("2026-10..", today: today))
    let until = try #require(DaySpan("..2026-10", today: today))

    #expect(since.contains(CalendarDay(year: 2030, month: 1, day: 1)))
    #expect(!since.contains(CalendarDay(year: 2026, month: 9, day: 30)))
    #expect(until.contains(CalendarDay(year: 2026, month: 10, day: 31)))
    #expect(!until.contains(CalendarDay(year: 2026, month: 11, day: 1)))
  }
}

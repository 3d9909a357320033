import Coach
import Testing

@Suite struct `A day` {
  @Test(arguments: [
    (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2026, 11, 23, 20_780, 1),
    (1969, 12, 31, -1, 3), (2100, 3, 1, 47_541, 1),
  ])
  func `has a number and a weekday`(
    year: Int, month: Int, day: Int, number: Int, weekday: Int
  ) {
    let date = CalendarDay(year: year, month: month, day: day)
    #expect(date.number == number)
    #expect(date.weekday == weekday)
    #expect(date.parts == (year, month, day))
  }

  @Test func `is written as ISO 8601 and in words`() {
    let day = CalendarDay(year: 2026, month: 11, day: 26)
    #expect(day.description == "2026-11-26")
    #expect(day.inWords == "Thursday 26 November")
    #expect(day.monday.description == "2026-11-23")
  }
}

@Suite struct `A local time` {
  @Test(arguments: [
    "2026-11-23T19:30:00+01:00", "1999-12-31T23:59:59-03:30", "2026-03-29T01:59:59Z",
  ])
  func `is read and written as RFC 3339`(text: String) throws {
    #expect(try #require(LocalTime(text)).description == text)
  }

  @Test func `keeps the hour that the wall clock showed`() throws {
    let time = try #require(LocalTime("2026-11-23T00:15:00+05:45"))
    #expect(time.hour == 0)
    #expect(time.minute == 15)
    #expect(time.day == CalendarDay(year: 2026, month: 11, day: 23))
    #expect(time.epochSeconds == 1_795_372_200)
  }

  @Test func `may be a day alone, which is its noon`() throws {
    #expect(try #require(LocalTime("2026-11-23")).description == "2026-11-23T12:00:00Z")
  }

  @Test(arguments: ["", "yesterday", "2026-02-30", "2026-11-23T25:00:00Z", "2026-1-1"])
  func `refuses what is no moment`(text: String) {
    #expect(LocalTime(text) == nil)
  }
}

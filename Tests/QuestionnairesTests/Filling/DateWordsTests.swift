import Testing

@testable import Questionnaires

@Suite struct `A date in words` {
  /// A Wednesday.
  static let today = "2024-03-13"

  @Test(arguments: [
    ("today", "2024-03-13"), ("yesterday", "2024-03-12"), ("tomorrow", "2024-03-14"),
    ("the day before yesterday", "2024-03-11"), ("monday", "2024-03-11"),
    ("wednesday", "2024-03-13"), ("last Wednesday", "2024-03-06"), ("on Fri", "2024-03-08"),
    ("last week", "2024-03-06"), ("3 days ago", "2024-03-10"), ("two weeks ago", "2024-02-28"),
    ("a month ago", "2024-02"), ("14 months ago", "2023-01"), ("2 years ago", "2022"),
    ("last month", "2024-02"), ("last year", "2023"), ("November", "2023-11"),
    ("in march", "2024-03"), ("Nov 2021", "2021-11"), ("23 November 2021", "2021-11-23"),
    ("November 23rd, 2021", "2021-11-23"), ("2 March", "2024-03-02"), ("20 March", "2023-03-20"),
    ("2024-11", "2024-11"), ("2024", "2024"),
  ])
  func `is found`(words: String, date: String) throws {
    let today = try #require(PartialDate(Self.today))

    #expect(DateWords(words, today: today).date?.description == date)
  }

  @Test(arguments: [
    "", "soon", "31 February 2024", "mo", "ago", "3 ago", "x days ago", "last", "March March",
    "99999999999999999999 days ago", "100000 years ago", "31/12/2025",
  ])
  func `is none where nobody could tell`(words: String) throws {
    let today = try #require(PartialDate(Self.today))

    #expect(DateWords(words, today: today).date == nil)
  }

  @Test(arguments: [
    ("14:30", "14:30:00"), ("2 pm", "14:00:00"), ("2pm", "14:00:00"), ("2:30 p.m.", "14:30:00"),
    ("12 am", "00:00:00"), ("12 pm", "12:00:00"), ("noon", "12:00:00"), ("14.30", "14:30:00"),
  ])
  func `goes with a time in words`(words: String, time: String) {
    #expect(TimeWords(words).time?.description == time)
  }

  @Test(arguments: ["13 pm", "25:00", "half nine", "", "7"])
  func `goes with no other time`(words: String) {
    #expect(TimeWords(words).time == nil)
  }

  @Test(arguments: [
    ("yesterday at 2 pm", "2024-03-12T14:00:00"), ("monday 14:30", "2024-03-11T14:30:00"),
    ("3 days ago", "2024-03-10"),
  ])
  func `makes a moment`(words: String, moment: String) throws {
    let today = try #require(PartialDate(Self.today))
    let question = Question(linkID: "q", text: "When?", kind: .dateTime)

    #expect(
      try question.parse(words, today: today) == [.dateTime(try #require(DateTime(moment)))])
  }
}

import Coach
import Questionnaires
import Testing

@Suite struct `The page of the day` {
  let today = CalendarDay(year: 2026, month: 11, day: 23)

  func suggestion(_ records: [Record], paused: [Agenda] = []) -> Today {
    Today(after: History(records: records), paused: paused, readings: [], on: today)
  }

  @Test func `suggests a first check-in`() {
    #expect(suggestion([]).suggestion == .checkIn)
    #expect(suggestion([]).reason == .firstCheckIn)
  }

  @Test(arguments: [(5, Today.Suggestion.prompt), (6, .checkIn), (21, .checkIn)])
  func `suggests a check-in six days after the last`(
    days: Int, expected: Today.Suggestion
  ) {
    #expect(suggestion([.checkIn(daysBefore: days, today, mood: 5)]).suggestion == expected)
  }

  @Test func `puts what was left first`() {
    let page = suggestion([], paused: [.reading("grief")])
    #expect(page.suggestion == .resume(.reading("grief")))
    #expect(page.reason == .paused)
  }

  @Test func `remembers the last two moods`() {
    let page = suggestion([
      .checkIn(daysBefore: 14, today, mood: 3), .checkIn(daysBefore: 7, today, mood: 5),
    ])
    #expect(page.lastMoods == (3, 5))
  }
}

@Suite struct `A mood chart` {
  let today = CalendarDay(year: 2026, month: 11, day: 23)

  @Test func `has a week for every Monday, with gaps`() {
    let history = History(records: [
      .checkIn(daysBefore: 21, today, mood: 3), .checkIn(daysBefore: 7, today, mood: 6),
    ])
    let chart = MoodChart(checkIns: history.checkIns, until: today)

    #expect(chart.weeks.map(\.mood) == [3, nil, 6, nil])
    #expect(
      chart.weeks.map(\.monday.description) == [
        "2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23",
      ])
  }

  @Test func `shows no more weeks than asked for`() {
    let records = (0..<40).map { Record.checkIn(daysBefore: 7 * $0, today, mood: 5) }
    let chart = MoodChart(checkIns: History(records: records).checkIns, until: today, limit: 4)

    #expect(chart.weeks.count == 4)
  }
}

@Suite struct `A plan` {
  let plan = Plan(id: "ipt-12", lastInitialWeek: 3, lastMiddleWeek: 10, weekCount: 12)

  @Test(arguments: [(1, "initial"), (3, "initial"), (4, "middle"), (10, "middle"), (11, "ending")])
  func `divides its weeks`(week: Int, phase: String) {
    #expect(plan.phase(in: week).rawValue == phase)
  }
}

@Suite struct `Helplines` {
  func line(_ status: String, _ date: String) throws -> Helpline {
    let cells = [
      "cc": "GB", "country": "United Kingdom", "service": "A line", "dial": "1", "status": status,
      "source_date": date,
    ]
    return try #require(Helpline(row: { cells[$0] }))
  }

  @Test(arguments: [
    ("2026-06-02", Helpline.Staleness.recent), ("2025-02", .ageing), ("2021", .old), ("-", .old),
  ])
  func `tell how old their source is`(date: String, expected: Helpline.Staleness) throws {
    let today = CalendarDay(year: 2026, month: 11, day: 23)
    #expect(try line("V1", date).staleness(on: today) == expected)
  }

  @Test func `stand behind the directories when they are old, and are hidden when unreliable`()
    throws
  {
    let directory = HelplineDirectory(
      helplines: [
        try line("V1", "2026-06-02"), try line("V2", "2021"), try line("V3", "2026-06-02"),
        try line("U", "2026-06-02"),
      ], emergency: ["GB": "999"], directories: [])
    let help = directory.help(in: "gb", on: CalendarDay(year: 2026, month: 11, day: 23))

    #expect(help.emergency == "999")
    #expect(help.country == "United Kingdom")
    #expect(help.lines.map(\.line.sourceDate) == ["2026-06-02"])
    #expect(help.lines.map(\.line.status) == [.registry])
    #expect(help.olderLines.map(\.line.status) == [.page, .unchecked])
  }
}

@Suite struct `Urgent help` {
  @Test func `is two lines at most and no directory`() throws {
    let lines = try (1...3).map { number in
      let cells = [
        "cc": "GB", "country": "United Kingdom", "service": "Line \(number)", "dial": "1",
        "status": "V1", "source_date": "2026-06-02",
      ]
      return try #require(Helpline(row: { cells[$0] }))
    }
    let directory = HelplineDirectory(
      helplines: lines, emergency: ["GB": "999"],
      directories: [HelplineSource(name: "A directory", address: "example.org")])
    let help = directory.help(in: "GB", on: CalendarDay(year: 2026, month: 11, day: 23)).urgent

    #expect(help.emergency == "999")
    #expect(help.lines.map(\.line.service) == ["Line 1", "Line 2"])
    #expect(help.directories == [])
  }

  @Test(arguments: [("gb", "GB"), ("UK", "GB"), ("United Kingdom", "GB"), ("Atlantis", nil)])
  func `knows a country by code, name and short form`(typed: String, code: String?) throws {
    let cells = ["cc": "GB", "country": "United Kingdom", "service": "A line", "status": "V1"]
    let line = try #require(Helpline(row: { cells[$0] }))
    let directory = HelplineDirectory(helplines: [line], emergency: [:], directories: [])

    #expect(directory.code(for: typed) == code)
  }
}

extension Record {
  /// A check-in with a mood, some days before a day.
  static func checkIn(daysBefore days: Int, _ day: CalendarDay, mood: Int) -> Record {
    let item = QuestionnaireResponse.Item(linkID: "chk.mood", answers: [.init(.integer(mood))])
    let form = FilledForm(form: "check-in", response: QuestionnaireResponse(items: [item]))
    return Record(
      id: "checkin-\(days)", kind: .checkIn,
      at: LocalTime(epochSeconds: (day.number - days) * 86_400 + 43_200), tz: "UTC",
      body: Entry(forms: [form]))
  }
}

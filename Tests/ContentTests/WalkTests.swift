import Coach
import CoachContent
import Questionnaires
import Testing

@Suite struct `Every way through the content` {
  let content: ContentLibrary

  init() throws {
    content = try ContentLoader(`The content`.folder).library()
  }

  static let agendas: [Agenda] = [
    .door, .unsavedDoor, .welcome, .checkIn, .prompt, .reading("grief"),
    .reading("role_transitions"), .safety(.person), .safety(.again),
  ]

  func draft(_ agenda: Agenda, seed: UInt64, week: Int = 0) -> Draft {
    let start = LocalTime(epochSeconds: 1_795_441_800 + week * 7 * 86_400)
    return Draft(
      id: "walk-\(seed)-\(week)", agenda: agenda, content: content.identity, seed: seed,
      startedAt: start, tz: "UTC")
  }

  @Test(arguments: agendas) func `comes to an end`(agenda: Agenda) throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      var session = try Session(
        draft(agenda, seed: seed), content: content, history: History())
      var walker = Walker(seed: seed)
      let outcome = try walker.walk(&session)
      #expect(outcome != nil, "seed \(seed)")
      #expect(walker.mostWordsBeforeInput <= 160, "seed \(seed)")
    }
  }

  @Test func `leads through a life of twelve weeks`() throws {
    for seed in 1...12 as ClosedRange<UInt64> {
      var records: [Record] = []
      for week in 0..<12 {
        let agenda: Agenda = week == 0 ? .welcome : .checkIn
        var session = try Session(
          draft(agenda, seed: seed, week: week), content: content,
          history: History(records: records))
        var walker = Walker(seed: seed &+ UInt64(week))
        let outcome = try #require(try walker.walk(&session), "seed \(seed), week \(week)")
        if case .keep(let record) = outcome { records.append(record) }
      }
      #expect(records.count > 6)
      let scored = records.count { $0.body?.forms.contains { $0.form == "phq-9" } == true }
      #expect(scored > 0, "seed \(seed)")
    }
  }

  @Test(arguments: agendas)
  func `is found again after every reply`(agenda: Agenda) throws {
    for seed in 1...8 as ClosedRange<UInt64> {
      _ = try liveReplaying(draft(agenda, seed: seed), History(), walkingWith: seed)
    }
  }

  @Test func `is found again after every reply of a life of weeks`() throws {
    for seed in 1...2 as ClosedRange<UInt64> {
      var records: [Record] = []
      for week in 0..<8 {
        let draft = draft(week == 0 ? .welcome : .checkIn, seed: seed, week: week)
        let outcome = try liveReplaying(
          draft, History(records: records), walkingWith: seed &+ UInt64(week))
        if case .keep(let record) = outcome { records.append(record) }
      }
      #expect(records.count > 4)
    }
  }

  /// Lives a sitting; after each reply that is on the record, the replies so far must lead a new
  /// session to the same next step.
  private func liveReplaying(
    _ draft: Draft, _ history: History, walkingWith seed: UInt64
  ) throws -> Outcome? {
    var lived = try Session(draft, content: content, history: history)
    var walker = Walker(seed: seed)
    var step = try lived.nextPrompt()
    for _ in 0..<600 {
      // A sitting that was left for now is taken up at the prompt before.
      if !lived.isOffRecord, step != .finish(.paused) {
        var resumed = try Session(lived.draft, content: content, history: history)
        #expect(try resumed.nextPrompt() == step, "\(draft.id)")
      }
      if case .finish(let outcome) = step { return outcome }
      step = try lived.nextPrompt(after: walker.reply(to: step))
    }
    return nil
  }

  @Test(arguments: [
    ("chk.alive", "sometimes"), ("chk.alive", "often"), ("q9", "1"), ("q9", "3"),
  ])
  func `leads from a yes to help, off the record`(item: String, code: String) throws {
    let history = item == "q9" ? try profileWeeksAgo() : History()
    var session = try Session(
      draft(.checkIn, seed: 3, week: 4), content: content, history: history)
    var step = try session.nextPrompt()
    while let question = step.question, question.linkID.rawValue != item {
      let no = question.options.first { $0.value.code == "no" || $0.value.code == "0" }
      step = try session.nextPrompt(after: no.map { .answer([$0.value]) } ?? .skip)
    }
    let asked = try #require(step.question)
    let yes = try #require(asked.options.first { $0.value.code == code })
    step = try session.nextPrompt(after: .answer([yes.value]))
    #expect(session.isOffRecord)
    var isHelped = false
    for _ in 0..<12 where session.isOffRecord {
      if case .pause = step { isHelped = true }
      let first = step.choices.first.map { Reply.option($0.id) }
      step = try session.nextPrompt(after: first ?? (step.question == nil ? .next : .skip))
    }
    #expect(isHelped)
    // Nobody was asked whether the answer may be kept, so it is not.
    if case .keep(let record) = try session.endHere() {
      #expect(record.body?.answers(to: LinkID(item)) == [])
    }
  }

  private func profileWeeksAgo() throws -> History {
    History(records: [
      Record(
        id: "p", kind: .profile, at: LocalTime(epochSeconds: 1_795_441_800), tz: "UTC",
        body: Entry())
    ])
  }
}

extension Session {
  fileprivate mutating func nextPrompt(after reply: Reply? = nil) throws -> Step {
    var step = try resume(with: reply)
    while step.prompt == nil {
      if case .finish = step { return step }
      step = try resume()
    }
    return step
  }
}

extension Step {
  fileprivate var question: Question? {
    if case .ask(_, let question) = self { question } else { nil }
  }

  fileprivate var choices: [Choice] {
    if case .choose(_, let choices) = self { choices } else { [] }
  }
}

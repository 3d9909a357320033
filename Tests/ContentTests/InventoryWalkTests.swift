import Coach
import CoachContent
import Questionnaires
import Testing

@Suite struct `The inventory` {
  let content: ContentLibrary

  init() throws {
    content = try ContentLoader(`The content`.folder).library()
  }

  func session(_ records: [Record] = [], seed: UInt64, replies: [RecordedReply] = []) throws
    -> Session
  {
    let start = LocalTime(epochSeconds: 1_795_441_800 + records.count * 86_400)
    let draft = Draft(
      id: "inventory-\(seed)-\(records.count)", agenda: .inventory, content: content.identity,
      seed: seed, startedAt: start, tz: "UTC", replies: replies)
    return try Session(draft, content: content, history: History(records: records))
  }

  /// What a walker would type where names are asked for.
  func named(_ reply: Reply, at step: Step, _ number: Int) -> Reply {
    guard case .ask(_, let question) = step, question.linkID == "inv.name",
      case .answer = reply
    else { return reply }
    return .answer([.string(PrivateText("Person \(number)"))])
  }

  @Test func `comes to an end, sitting after sitting`() throws {
    for seed in 1...25 as ClosedRange<UInt64> {
      var records: [Record] = []
      for sitting in 0..<4 {
        var session = try session(records, seed: seed)
        var walker = Walker(seed: seed &+ UInt64(sitting) &* 31)
        var step = try session.next()
        var count = 0
        while step.prompt != nil, count < 500 {
          count += 1
          step = try session.next(
            after: named(walker.reply(to: step), at: step, count + 1000 * sitting))
        }
        guard case .finish(let outcome) = step else {
          Issue.record("seed \(seed) does not end")
          return
        }
        guard case .keep(let record) = outcome else { continue }
        let changed = session.people
        records.removeAll { old in changed.contains { $0.id == old.id } }
        records += changed + [record]
        #expect(History(records: records).people.count <= 12)
      }
    }
  }

  @Test func `is found again after every reply`() throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      var lived = try session(seed: seed)
      var walker = Walker(seed: seed)
      var step = try lived.next()
      var count = 0
      while step.prompt != nil, count < 120 {
        if !lived.isOffRecord {
          var resumed = try session(seed: seed, replies: lived.draft.replies)
          #expect(try resumed.next() == step, "seed \(seed), reply \(count)")
          #expect(resumed.people == lived.people)
        }
        count += 1
        step = try lived.next(after: named(walker.reply(to: step), at: step, count))
      }
    }
  }

  /// The replies that lead to the question whether Tom is safe to be with.
  func toSafety() throws -> (session: Session, step: Step) {
    var session = try session(seed: 3)
    var step = try session.next()
    for reply in [Reply.answer([.string("Tom")]), .skip, .skip, .skip, .skip, .skip] {
      step = try session.next(after: reply)
    }
    step = try session.next(after: .option("line:inv-menu-closer"))
    guard case .choose(_, let people) = step else { return (session, step) }
    step = try session.next(after: .option(people[0].id))
    return (session, step)
  }

  @Test(arguments: [
    ["inv-safe-yes"], ["inv-safe-no", "inv-support-not-here"],
    ["inv-safe-unsure", "inv-support-not-here"], ["inv-safe-rather-not"],
  ])
  func `goes on in the same words, whatever was said about safety`(options: [String]) throws {
    var (session, step) = try toSafety()
    #expect(session.isOffRecord)
    let draft = session.draft
    for option in options { step = try session.next(after: .option("line:\(option)")) }
    #expect(!session.isOffRecord)
    #expect(step.prompt?.anchor == "choose:line:inv-how-short")
    #expect(session.draft.replies.map(\.anchor) == draft.replies.map(\.anchor) + ["past"])
  }

  @Test func `shows who can be reached to somebody who does not feel safe`() throws {
    var (session, step) = try toSafety()
    step = try session.next(after: .option("line:inv-safe-no"))
    step = try session.next(after: .option("line:inv-support-reach"))
    if case .ask = step { step = try session.next(after: .skip) }
    guard case .pause(_, let help) = step else {
      Issue.record("no help was shown")
      return
    }
    #expect(!help.lines.isEmpty || !help.directories.isEmpty)
  }

  @Test func `asks everything that its worksheet has, but for safety`() throws {
    let form = try #require(content.questionnaires["inventory"])
    let asked = [
      "kin", "live", "often", "how", "do", "good", "hard", "confide", "cannot", "get", "give",
      "expect_me", "expect_them", "met", "disagree", "tension", "matter", "after", "change",
      "knows", "wish",
    ]
    for item in asked { #expect(form.item(LinkID("inv.\(item)")) != nil, "\(item)") }
    #expect(form.item("inv.safe") == nil)
  }
}

extension Session {
  fileprivate mutating func next(after reply: Reply? = nil) throws -> Step {
    var step = try resume(with: reply)
    while step.prompt == nil {
      if case .finish = step { return step }
      step = try resume()
    }
    return step
  }
}

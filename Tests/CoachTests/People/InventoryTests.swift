import Coach
import Questionnaires
import Testing

@Suite struct `An inventory sitting` {
  /// Three people, the first two of them placed.
  static let three: [Reply] = [
    InventoryScript.name("Tom, Ana"), InventoryScript.name("Nan"), .skip,
    InventoryScript.name("a friend"), InventoryScript.circle("close"),
    .skip, InventoryScript.circle("outer"), .skip, .skip,
  ]

  func option(_ id: String) -> Reply { .option("line:\(id)") }

  /// The reply that chooses somebody where everybody is offered.
  func person(_ name: String, at step: Step) throws -> Reply {
    .option(try #require(step.choices.first { $0.text == name }).id)
  }

  func finished(_ replies: [Reply]) throws -> (record: Record?, people: [Person]) {
    var session = try InventoryScript.session()
    let record = try session.play(Self.three + replies + [option("end")]).record
    return (record, History(records: session.people).people)
  }

  @Test func `names everybody first, then asks about one after the other`() throws {
    var session = try InventoryScript.session()
    let step = try session.play(Array(Self.three.prefix(3)))

    #expect(step.question?.text == "Who is Tom?")
    #expect(step.prompt?.heading.title == "About Tom")
    #expect(try session.nextPrompt(after: .skip).question?.text == "Where?")
    #expect(try session.nextPrompt(after: .skip).question?.text == "Who is Ana?")
  }

  @Test func `leaves a record of the sitting and one of each person`() throws {
    let (record, people) = try finished([])

    #expect(record?.kind == .inventory)
    #expect(record?.people == people.map(\.id))
    #expect(people.map(\.name.plaintext) == ["Tom", "Ana", "Nan"])
    #expect(people.map(\.now.circle) == [.close, .outer, nil])
    #expect(people.map { $0.now.text("inv.kin") } == ["a friend", nil, nil])
    #expect(people.map(\.record.rev) == [1, 1, 1])
    #expect(people.map(\.portraits.count) == [1, 1, 1])
  }

  @Test func `is found again after every reply, with the same people under the same ids`() throws {
    for count in 0...Self.three.count {
      var lived = try InventoryScript.session()
      let expected = try lived.play(Array(Self.three.prefix(count)))
      var resumed = try InventoryScript.session(replies: lived.draft.replies)

      #expect(try resumed.nextPrompt() == expected)
      #expect(resumed.people == lived.people)
    }
  }

  @Test func `goes back to the first person and takes another answer`() throws {
    var session = try InventoryScript.session()
    _ = try session.play(Array(Self.three.prefix(6)))
    #expect(try session.back())
    #expect(try session.back())
    let step = try session.nextPrompt()
    #expect(step.question?.text == "Where?")
    #expect(step.prompt?.earlier == InventoryScript.circle("close"))
    let next = try session.nextPrompt(after: InventoryScript.circle("outer"))
    #expect(next.question?.text == "Who is Ana?")
    #expect(try session.nextPrompt().prompt?.earlier == .skip)
    #expect(History(records: session.people).people.map(\.now.circle) == [.outer, nil, nil])
  }

  @Test func `refuses a name twice, without saying it`() throws {
    var session = try InventoryScript.session()
    _ = try session.play([InventoryScript.name("Tom")])

    let error = #expect(throws: SessionError.refused(.name(.taken))) {
      try session.resume(with: InventoryScript.name(" tom "))
    }
    #expect(error.map { "\($0)".contains("tom") } == false)
    #expect(throws: SessionError.refused(.name(.tooLong(limit: 60)))) {
      try session.resume(with: InventoryScript.name(String(repeating: "m", count: 61)))
    }
    let names = (1...12).map { "P\($0)" }.joined(separator: ", ")
    #expect(throws: SessionError.refused(.name(.full(limit: 12)))) {
      try session.resume(with: InventoryScript.name(names))
    }
    #expect(History(records: session.people).peopleNames == ["Tom"])
  }

  @Test func `takes somebody off and brings them back`() throws {
    var session = try InventoryScript.session()
    var step = try session.play(Self.three + [option("remove")])
    step = try session.nextPrompt(after: try person("Ana", at: step))
    #expect(History(records: session.people).peopleNames == ["Tom", "Nan"])
    step = try session.nextPrompt(after: option("restore"))
    #expect(History(records: session.people).peopleNames == ["Tom", "Ana", "Nan"])
    let ana = History(records: session.people).people[1]
    #expect(ana.now.circle == .outer)
  }

  @Test func `asks about safety off the record`() throws {
    var session = try InventoryScript.session()
    var step = try session.play(Self.three + [option("closer")])
    step = try session.nextPrompt(after: try person("Tom", at: step))
    #expect(session.isOffRecord)
    let before = session.draft
    step = try session.nextPrompt(after: option("safe-no"))
    #expect(step.question?.text == "Good?")
    #expect(session.draft.replies.dropLast() == before.replies[...])
    step = try session.nextPrompt(after: .answer([.string("Walks.")]))
    _ = try session.nextPrompt(after: option("end"))
    #expect(History(records: session.people).people[0].now.text("inv.good") == "Walks.")
  }
}

@Suite struct `A person over time` {
  /// Two sittings a week apart: in the second Tom is renamed and moved, and Ana is taken off.
  func history() throws -> History {
    var first = try InventoryScript.session()
    let begun = try #require(
      try first.play(`An inventory sitting`.three + [.option("line:end")]).record)
    let early = History(records: first.people + [begun])
    var second = try InventoryScript.session(
      early, id: "00000000-0000-4000-8000-000000000002", day: 7)
    let tom = Reply.option("person:\(early.people[0].id)")
    let ana = Reply.option("person:\(early.people[1].id)")
    let end = try #require(
      try second.play([
        .skip, .skip, .skip, .option("line:change"), tom, InventoryScript.name("Thomas"),
        InventoryScript.circle("outer"), .option("line:remove"), ana, .option("line:end"),
      ]).record)
    var records = first.people + [begun, end]
    for record in second.people {
      records.removeAll { $0.id == record.id }
      records.append(record)
    }
    return History(records: records)
  }

  @Test func `keeps what was said before, by date`() throws {
    let people = try history().people

    #expect(people.map(\.name.plaintext) == ["Thomas", "Nan"])
    let tom = people[0]
    #expect(tom.record.rev == 2)
    #expect(tom.portraits.map(\.at.day.description) == ["2026-11-18", "2026-11-25"])
    #expect(tom.portraits.map(\.response.status) == [.completed, .amended])
    #expect(tom.portrait(on: CalendarDay(year: 2026, month: 11, day: 24))?.circle == .close)
    #expect(tom.portrait(on: CalendarDay(year: 2026, month: 11, day: 17)) == nil)
    #expect(
      tom.portraits[1].changes(since: tom.portraits[0]).map(\.item) == ["inv.name", "circ.ring"])
    #expect(tom.now.text("inv.kin") == "a friend")
    #expect(people[1].portraits.count == 1)
  }

  @Test func `leaves nothing of somebody who was taken off`() throws {
    let gone = try history()

    #expect(gone.people.count == 2)
    #expect(!gone.records.contains { $0.body?.text("inv.name") == "Ana" })
  }

  @Test func `is found by a name or its beginning`() throws {
    let people = try history().people

    #expect(people.called("nan").map(\.name.plaintext) == ["Nan"])
    #expect(people.called("tho").map(\.name.plaintext) == ["Thomas"])
    #expect(people.called("Zoe").isEmpty)
    #expect(people.called("").isEmpty)
  }

  @Test func `sits in the circle of the day`() throws {
    let people = try history().people

    #expect(CircleChart(people).parts[.outer]?.map(\.name.plaintext) == ["Thomas"])
    let then = CircleChart(people, on: CalendarDay(year: 2026, month: 11, day: 20))
    #expect(then.parts[.close]?.map(\.name.plaintext) == ["Tom"])
    #expect(then.count == 2)
  }
}

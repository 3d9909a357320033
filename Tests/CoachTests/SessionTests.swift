import Coach
import Questionnaires
import Testing

@Suite struct `A session` {
  static let script = """
    title: CheckIn
    heading: The week
    progress: 1/2
    why: Because.
    ---
    Hello. #line:hello
    <<worksheet week mood good>>
    -> Go on #line:go
        Fine. #line:fine
    -> Stop #line:stop
        <<stop>>
    <<turn>>
    What stayed with you? #line:stayed
    <<write I01>>
    ===
    """

  let replies: [Reply] = [
    .answer([.integer(6)]), .skip, .option("line:go"), .next, .answer([.string("The bus driver.")]),
  ]

  func session(_ draft: Draft = ScriptedContent.draft()) throws -> Session {
    let content = try ScriptedContent.library(Self.script)
    return try Session(draft, content: content, history: History())
  }

  @Test func `says, asks, offers and ends`() throws {
    var session = try session()

    let hello = try #require(try session.resume().utterance)
    #expect(hello.text == "Hello.")
    #expect(hello.heading.title == "The week")
    #expect(hello.heading.progress?.part == 1)
    #expect(hello.heading.progress?.count == 2)
    let step = try session.resume()
    #expect(step.question?.text == "Mood?")
    #expect(step.prompt?.why == "Because.")
    let record = try #require(try session.play(replies).record)
    #expect(record.kind == .checkIn)
    #expect(record.at.description == "2026-11-18T12:06:40+01:00")
    #expect(record.body?.integer("mood") == 6)
    #expect(
      record.body?.notes == [
        Note(prompt: "I01", question: "What stayed with you?", text: "The bus driver.")
      ])
  }

  @Test func `stands at the same prompt after any number of replies is played again`() throws {
    for count in 0..<replies.count {
      var lived = try session()
      let expected = try lived.play(Array(replies.prefix(count)))
      var resumed = try session(lived.draft)

      #expect(try resumed.nextPrompt() == expected)
      #expect(resumed.draft == lived.draft)
    }
  }

  @Test func `repeats the lines before the prompt it comes back to, and only those`() throws {
    var lived = try session()
    _ = try lived.play(Array(replies.prefix(3)))
    var resumed = try session(lived.draft)

    #expect(try resumed.resume().utterance?.text == "Fine.")
  }

  @Test func `goes back to the prompt before, with the reply that was given there`() throws {
    var session = try session()
    _ = try session.play(Array(replies.prefix(2)))

    #expect(try session.back())
    #expect(try session.back())
    let step = try session.nextPrompt()
    #expect(step.question?.linkID == "mood")
    #expect(step.prompt?.earlier == .answer([.integer(6)]))
    #expect(try !session.back())
  }

  @Test func `still waits after a reply that does not fit`() throws {
    var session = try session()
    let waiting = try session.nextPrompt()

    #expect(throws: SessionError.refused(.mismatch)) { try session.resume(with: .next) }
    #expect(try session.resume() == waiting)
    #expect(session.draft.replies.isEmpty)
  }

  @Test func `keeps words that were typed but not given`() throws {
    var draft = ScriptedContent.draft()
    draft.offered = [
      RecordedReply(anchor: "ask:week#mood", reply: .answer([.string("six or")]))
    ]
    var session = try session(draft)

    #expect(try session.nextPrompt().prompt?.earlier == .answer([.string("six or")]))
  }

  @Test func `offers replies that were taken back, also after it was left`() throws {
    var lived = try session()
    _ = try lived.play(Array(replies.prefix(2)))
    #expect(try lived.back())
    #expect(try lived.back())
    _ = try lived.nextPrompt()
    var resumed = try session(lived.draft)

    #expect(try resumed.nextPrompt().prompt?.earlier == .answer([.integer(6)]))
    #expect(try resumed.nextPrompt(after: .answer([.integer(5)])).prompt?.earlier == .skip)
    #expect(resumed.draft.offered.map(\.anchor) == ["ask:week#good"])
  }

  @Test func `is taken up again at the choice that paused it`() throws {
    let content = try ScriptedContent.library(
      """
      title: CheckIn
      ---
      <<worksheet week mood>>
      -> Go on #line:on
      -> Not now #line:later
          <<pause>>
      <<worksheet week good>>
      ===
      """)
    var lived = try Session(ScriptedContent.draft(), content: content, history: History())
    #expect(try lived.play([.answer([.integer(3)]), .option("line:later")]) == .finish(.paused))
    var resumed = try Session(lived.draft, content: content, history: History())

    #expect(try resumed.nextPrompt().choices.map(\.id) == ["line:on", "line:later"])
    #expect(lived.draft.replies.map(\.anchor) == ["ask:week#mood"])
  }

  @Test func `leaves what was answered when it is not taken up again`() throws {
    var lived = try session()
    _ = try lived.play(Array(replies.prefix(1)))
    var resumed = try session(lived.draft)

    guard case .keep(let record) = try resumed.endHere() else {
      Issue.record("nothing was left")
      return
    }
    #expect(record.body?.integer("mood") == 6)
  }

  @Test func `keeps nothing when nothing was answered`() throws {
    var session = try session()

    #expect(try session.play([.skip, .skip, .option("line:stop")]) == .finish(.nothing))
  }
}

import Coach
import Questionnaires
import Testing

@Suite struct `Off the record` {
  static let script = """
    title: CheckIn
    ---
    <<declare $seen = 0>>
    <<worksheet week alive>>
    <<if answer("alive") == "often">>
        <<detour Crisis>>
    <<endif>>
    Seen {$seen}, visited {visited_count("Crisis")}. #line:seen
    <<worksheet week hard>>
    ===
    title: Crisis
    record: off
    ---
    <<set $seen = 1>>
    Is it now? #line:now
    -> Yes #line:yes
        What stands in the way? #line:way
        <<write barrier>>
        <<worksheet week good>>
    -> No #line:no
    ===
    """

  let often = Reply.answer([.coding(Coding(code: "often", display: "Often"))])
  let canary = Reply.answer([.string("CANARY")])

  func session(_ draft: Draft = ScriptedContent.draft()) throws -> Session {
    let content = try ScriptedContent.library(Self.script)
    return try Session(draft, content: content, history: History())
  }

  @Test func `nothing enters the draft, the record or the script's memory`() throws {
    var session = try session()
    _ = try session.play([often, .option("line:yes"), canary])
    #expect(session.isOffRecord)
    #expect(session.hasMetCrisis)
    #expect(session.draft.replies.map(\.anchor) == ["ask:week#alive"])

    let line = try session.resume(with: canary).utterance
    #expect(line?.text == "Seen 0, visited 0.")
    #expect(!session.isOffRecord)
    let end = try session.nextPrompt()
    #expect(end.prompt?.anchor == "ask:week#hard")
    let record = try #require(try session.nextPrompt(after: canary).record)
    #expect(record.body?.notes == [])
    #expect(record.body?.answers(to: "good") == [])
    #expect(record.body?.text("hard") == "CANARY")
  }

  @Test func `a draft left inside is taken up at its beginning`() throws {
    var lived = try session()
    _ = try lived.play([often, .option("line:yes")])
    var resumed = try session(lived.draft)

    #expect(try resumed.nextPrompt().choices.map(\.id) == ["line:yes", "line:no"])
  }

  @Test func `a draft that went on is not led through it again`() throws {
    var lived = try session()
    let waiting = try lived.play([often, .option("line:no")])
    var resumed = try session(lived.draft)

    #expect(try resumed.nextPrompt() == waiting)
    #expect(resumed.draft == lived.draft)
    #expect(try resumed.nextPrompt(after: .skip).record?.body?.text("alive") == "often")
  }

  @Test func `going back behind it asks what led there`() throws {
    var session = try session()
    _ = try session.play([often, .option("line:no")])

    #expect(try session.back())
    #expect(try session.nextPrompt().prompt?.anchor == "ask:week#alive")
    #expect(session.draft.replies.isEmpty)
  }

  @Test func `going back inside stays inside`() throws {
    var session = try session()
    _ = try session.play([often, .option("line:yes")])

    #expect(try session.back())
    #expect(try session.nextPrompt().prompt?.earlier == .option("line:yes"))
    #expect(session.isOffRecord)
    #expect(try session.back())
    #expect(try session.nextPrompt().prompt?.anchor == "ask:week#alive")
    #expect(!session.isOffRecord)
  }
}

import Coach
import Questionnaires
import Testing

@Suite struct `Content that changed since a draft` {
  let old = """
    title: CheckIn
    ---
    <<worksheet week mood good>>
    <<worksheet week hard>>
    ===
    """

  func draft() throws -> Draft {
    let content = try ScriptedContent.library(old)
    var session = try Session(ScriptedContent.draft(), content: content, history: History())
    _ = try session.play([.answer([.integer(4)]), .answer([.string("Tea with Ines.")])])
    return session.draft
  }

  func session(_ script: String) throws -> Session {
    let content = try ScriptedContent.library(
      script, identity: "two")
    return try Session(try draft(), content: content, history: History())
  }

  @Test func `asks what is new and keeps every answer`() throws {
    var session = try session(
      """
      title: CheckIn
      ---
      <<worksheet week mood>>
      -> A new choice #line:new
      <<worksheet week good hard>>
      ===
      """)

    #expect(try session.nextPrompt().prompt?.anchor == "choose:line:new")
    #expect(session.draft.replies.count == 2)
    let next = try session.nextPrompt(after: .option("line:new"))
    #expect(next.prompt?.anchor == "ask:week#hard")
    let record = try #require(try session.nextPrompt(after: .skip).record)
    #expect(record.body?.integer("mood") == 4)
    #expect(record.body?.text("good") == "Tea with Ines.")
  }

  @Test func `keeps words whose question is gone as a note`() throws {
    var session = try session(
      """
      title: CheckIn
      ---
      <<worksheet week mood hard>>
      ===
      """)

    let record = try #require(try session.play([.skip]).record)
    #expect(record.body?.notes.map(\.text) == ["Tea with Ines."])
  }
}

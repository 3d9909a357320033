import Coach
import FoundationEssentials
import Questionnaires
import Testing

@Suite struct `A sitting for one form` {
  func content(_ extra: String = "") throws -> ContentLibrary {
    var content = try ScriptedContent.library("title: CheckIn\n---\nHello. #line:hello\n===\n")
    content.questionnaires["home"] = try Questionnaire(
      parsing: """
        {"resourceType": "Questionnaire", "id": "home", "url": "https://example.org/home",
         "status": "active", "title": "At home", "item": [
          {"linkId": "alone", "type": "boolean", "required": true, "text": "Alone?"},
          {"linkId": "person", "type": "group", "repeats": true, "text": "Person", "item": [
            {"linkId": "name", "type": "string", "text": "Who?"}]},
          \(extra){"linkId": "more", "type": "string", "text": "More?"}]}
        """)
    return content
  }

  func session(
    _ draft: Draft = ScriptedContent.draft(.form("home")), history: History = History(),
    extra: String = ""
  ) throws -> Session {
    try Session(draft, content: try content(extra), history: history)
  }

  func words(_ text: String) -> Reply { .answer([.string(PrivateText(text))]) }

  var replies: [Reply] {
    [
      .answer([.boolean(false)]), words("Mum"), .answer([.boolean(true)]), words("Tom"),
      .form(.remove(ItemPath([.init(linkID: "person", index: 0)]))), .form(.undo),
      .answer([.boolean(false)]), words("No"), .form(.finish),
    ]
  }

  @Test func `leaves one record, with what was answered`() throws {
    var session = try session()
    let record = try #require(try session.play(replies).record)
    let response = try #require(record.body?.forms.first?.response)

    #expect(record.kind == .filledForm)
    #expect(record.body?.forms.map(\.form) == ["home"])
    #expect(response.status == .completed)
    #expect(response.answers(to: "name") == [.string("Mum"), .string("Tom")])
  }

  @Test func `stands at the same prompt after any number of moves is played again`() throws {
    for count in 0..<replies.count {
      var lived = try session()
      let expected = try lived.play(Array(replies.prefix(count)))
      let encoded = try JSONEncoder().encode(lived.draft)
      var resumed = try session(try JSONDecoder().decode(Draft.self, from: encoded))

      #expect(try resumed.nextPrompt() == expected, "after \(count) replies")
      #expect(resumed.draft == lived.draft)
    }
  }

  @Test func `goes back without losing an answer, and not before its beginning`() throws {
    var session = try session()
    _ = try session.play(Array(replies.prefix(4)))

    #expect(try session.back())
    var step = try session.nextPrompt()
    #expect(step.question?.previous == [.string("Tom")])
    while try session.back() { step = try session.nextPrompt() }
    #expect(step.question?.linkID == "alone")
    #expect(step.question?.previous == [.boolean(false)])
    #expect(session.filler?.response.answers(to: "name") == [.string("Mum"), .string("Tom")])
  }

  @Test func `opens a completed form again and leaves an amended version of its record`() throws {
    var first = try session()
    let record = try #require(try first.play(replies).record)
    var draft = ScriptedContent.draft(.form("home", editing: record.id))
    draft.id = "00000000-0000-4000-8000-000000000002"
    var session = try session(draft, history: History(records: [record]))

    guard case .review(_, let review) = try session.nextPrompt() else {
      Issue.record("the review comes first")
      return
    }
    #expect(review.canFinish)
    _ = try session.nextPrompt(after: .form(.jump(ItemPath([.init(linkID: "more")]))))
    let changed = try session.nextPrompt(after: words("Yes, more"))
    guard case .review = changed else {
      Issue.record("the review comes again")
      return
    }
    let amended = try #require(try session.nextPrompt(after: .form(.finish)).record)
    #expect(amended.id == record.id)
    #expect(amended.rev == 2)
    #expect(amended.body?.forms.first?.response.status == .amended)
    #expect(amended.body?.text("more") == "Yes, more")
  }

  @Test func `keeps an answer that may never be kept out of the draft and the record`() throws {
    let secret =
      "{\"linkId\": \"secret\", \"type\": \"string\", \"text\": \"Secret?\", \"extension\": ["
      + "{\"url\": \"\(ExtensionURL.retention)\", \"valueCode\": \"never\"}]},"
    var session = try session(extra: secret)
    let never = session.filler?.questionnaire.retention(of: "secret")
    #expect(never == .never)
    _ = try session.play([
      .answer([.boolean(false)]), words("Mum"), .answer([.boolean(false)]), words("hidden"),
    ])

    #expect(!session.draft.replies.contains { $0.reply == words("hidden") })
    let record = try #require(
      try session.play([words("No"), .form(.finish)]).record)
    #expect(record.body?.text("secret") == nil)
  }

  @Test func `reads drafts of earlier versions`() throws {
    let old = """
      {"id":"a","agenda":{"checkIn":{}},"content":"one","seed":7,
       "startedAt":"2026-11-18T12:06:40+01:00","tz":"Europe/Berlin","offered":[],
       "replies":[{"anchor":"turn:","reply":{"next":{}}}]}
      """
    let draft = try JSONDecoder().decode(
      Draft.self, from: Array(old.utf8).withUnsafeBytes { Data($0) })

    #expect(draft.agenda == .checkIn)
    #expect(draft.start == nil)
  }

  @Test func `a form that was brought is kept once, and as a new version when it changed`() throws {
    let form = try #require(try content().questionnaires["home"])
    let at = ScriptedContent.draft().startedAt
    let id = History().formID(for: form, avoiding: ["home"])
    let record = try #require(History().adding(form, as: id, id: "r1", at: at, tz: "UTC"))
    let history = History(records: [record])

    #expect(id == "home-2")
    #expect(history.addedForms.map(\.id) == ["home-2"])
    #expect(history.entries.isEmpty)
    #expect(history.adding(form, as: id, id: "r2", at: at, tz: "UTC") == nil)
    let changed = try #require(
      try content(#"{"linkId": "x", "type": "string", "text": "X"},"#).questionnaires["home"])
    #expect(history.formID(for: changed, avoiding: []) == "home-2")
    let next = try #require(history.adding(changed, as: "home-2", id: "r2", at: at, tz: "UTC"))
    #expect(next.id == "r1")
    #expect(next.rev == 2)
  }
}

import Testing

@testable import Questionnaires

@Suite struct `Moves through a form` {
  static let conditional = """
    {'linkId': 'a', 'type': 'boolean', 'text': 'A?'},
    {'linkId': 'b', 'type': 'string', 'text': 'B?',
     'enableWhen': [{'question': 'a', 'operator': '=', 'answerBoolean': true}]},
    {'linkId': 'c', 'type': 'string', 'text': 'C?', 'required': true},
    {'linkId': 'd', 'type': 'string', 'text': 'D?'}
    """

  private func filler(_ items: String, change: (inout FormOptions) -> Void = { _ in }) throws
    -> FormFiller
  {
    var options = FormOptions()
    change(&options)
    return FormFiller(try Sample.form(items), options: options)
  }

  private func take(_ filler: inout FormFiller, _ moves: FormMove...) throws {
    for move in moves { try filler.take(move) }
  }

  @Test func `go back, past all texts, and on from where the person was`() throws {
    var filler = try filler(
      """
      {'linkId': 'a', 'type': 'string', 'text': 'A?'},
      {'linkId': 't', 'type': 'display', 'text': 'A text.'},
      {'linkId': 'b', 'type': 'string', 'text': 'B?'},
      {'linkId': 'c', 'type': 'string', 'text': 'C?'}
      """)
    #expect(filler.canGoBack == false)
    try take(&filler, .answer(["x"]), .next, .answer(["y"]), .back, .back)
    guard case .ask(let question) = filler.step else {
      Issue.record("a question has to wait")
      return
    }

    #expect(question.linkID == "a")
    #expect(question.previous == ["x"])
    try filler.take(.answer(["z"]))
    #expect(filler.current?.description == "c")
    #expect(filler.response.answers(to: "a") == ["z"])
    #expect(throws: AnswerProblem.noSuchPlace) { try take(&filler, .back, .back, .back) }
  }

  @Test func `tell what an earlier answer changes, and go to what is new`() throws {
    var filler = try filler(Self.conditional)
    try take(&filler, .answer([.boolean(false)]), .answer(["c"]), .jump(.at("a")))
    let change = try filler.take(.answer([.boolean(true)]))

    #expect(change.nowApply == [.at("b")])
    #expect(change.isRevision)
    #expect(change.description == "1 new question.")
    #expect(filler.current == .at("b"))
    try filler.take(.answer(["kept"]))
    #expect(filler.current == .at("d"))
  }

  @Test func `keep answers that no longer apply until the form is finished`() throws {
    var filler = try filler(Self.conditional)
    try take(
      &filler, .answer([.boolean(true)]), .answer(["kept"]), .answer(["c"]), .jump(.at("a")))
    let change = try filler.take(.answer([.boolean(false)]))

    #expect(change.noLongerApply == [.at("b")])
    #expect(
      change.description
        == "1 question no longer applies; its answer is kept until you finish.")
    #expect(filler.response.answers(to: "b") == ["kept"])
    #expect(filler.outline.entries.map(\.state) == [.answered, .notApplicable, .answered, .open])

    var changedBack = filler
    try take(&changedBack, .jump(.at("a")), .answer([.boolean(true)]), .skip)
    #expect(changedBack.step == .complete)
    #expect(changedBack.response.answers(to: "b") == ["kept"])

    try filler.take(.skip)
    #expect(filler.step == .complete)
    #expect(filler.response.answers(to: "b") == [])
  }

  @Test func `leave a required question for later, but not for good`() throws {
    var filler = try filler(Self.conditional)
    try take(&filler, .answer([.boolean(false)]), .next)
    #expect(filler.current == .at("d"))
    #expect(throws: AnswerProblem.unfinished(count: 1)) { try filler.take(.finish) }
    #expect(filler.problems.map(\.description) == ["Needed to finish."])
    try filler.take(.skip)
    guard case .ask(let question) = filler.step else {
      Issue.record("a question has to wait")
      return
    }

    #expect(question.linkID == "c")
    #expect(question.isPostponed)
    try filler.take(.answer(["c"]))
    #expect(filler.step == .complete)
  }

  @Test func `show everything before the form is finished`() throws {
    var filler = try filler(Self.conditional) { $0.reviews = true }
    try take(&filler, .answer([.boolean(false)]), .next, .skip)
    guard case .review(let review) = filler.step else {
      Issue.record("the review has to come")
      return
    }

    #expect(review.rows.map(\.answer) == ["no", "", ""])
    #expect(review.rows.map(\.state) == [.answered, .needed, .skipped])
    #expect(review.rows.map(\.number) == [1, 2, 3])
    #expect(review.canFinish == false)
    #expect(review.problems(of: review.rows[1]).count == 1)
    try take(&filler, .jump(.at("c")), .answer(["c"]))
    #expect(filler.review.canFinish)
    try filler.take(.finish)
    #expect(filler.step == .complete)
    #expect(filler.response.status == .completed)
    try filler.take(.back)
    #expect(filler.response.status == .inProgress)
  }

  @Test func `clear an answer and take that back`() throws {
    var filler = try filler(Self.conditional)
    try take(&filler, .answer([.boolean(true)]), .back, .clear)
    #expect(filler.response.items.isEmpty)
    #expect(filler.current == .at("a"))
    try filler.take(.undo)
    #expect(filler.response.answers(to: "a") == [.boolean(true)])
    try filler.take(.undo)
    #expect(filler == (try self.filler(Self.conditional)))
    #expect(throws: AnswerProblem.nothingToUndo) { try filler.take(.undo) }
  }

  @Test func `find places by number and by words`() throws {
    let filler = try filler(Self.conditional)

    #expect(filler.outline.entry(numbered: 2)?.path == .at("c"))
    #expect(filler.outline.entries(matching: "d?").map(\.path) == [.at("d")])
    #expect(filler.outline.entries(matching: "nothing").isEmpty)
  }

  @Test func `write beside a question`() throws {
    var filler = try filler(Self.conditional)
    try take(&filler, .note("hard to say"), .answer([.boolean(false)]), .answer(["c"]), .skip)

    #expect(filler.response.notes == [FormNote(path: .at("a"), text: "hard to say")])
    #expect(filler.response.removing(["a"]).notes == [])
    let again = try QuestionnaireResponse(parsing: filler.response.json.text())
    #expect(again.notes == filler.notes)
  }

  @Test func `begin where a draft was left`() throws {
    let draft = QuestionnaireResponse(items: [
      .init(linkID: "a", answers: [.init(.boolean(false))])
    ])
    var options = FormOptions()
    options.start = .firstOpen
    let filler = FormFiller(
      try Sample.form(Self.conditional), response: draft, options: options)

    #expect(filler.current == .at("c"))
  }

  @Test func `end as amended where a complete response is changed`() throws {
    let form = try Sample.form("{'linkId': 'a', 'type': 'string', 'text': 'A?'}")
    var options = FormOptions()
    options.amends = true
    let before = QuestionnaireResponse(
      status: .completed, items: [.init(linkID: "a", answers: [.init("x")])])
    var filler = FormFiller(form, response: before, options: options)
    try filler.take(.answer(["y"]))

    #expect(filler.response.status == .amended)
    #expect(filler.response.answers(to: "a") == ["y"])
  }
}

extension ItemPath {
  /// A path of link ids, each with its index or none.
  static func at(_ names: String...) -> ItemPath {
    ItemPath(
      names.map { name in
        let parts = name.split(separator: "[")
        let index = parts.count > 1 ? Int(parts[1].dropLast()) : 0
        return Step(linkID: LinkID(String(parts[0])), index: index ?? 0)
      })
  }
}

import Testing

@testable import Questionnaires

@Suite struct `A response to another version of a form` {
  static let items = """
    {'linkId': 'g', 'type': 'group', 'text': 'G', 'item': [
      {'linkId': 'a', 'type': 'string', 'text': 'A?'},
      {'linkId': 'n', 'type': 'integer', 'text': 'N?'}]}
    """

  private func response(_ form: String?, _ items: QuestionnaireResponse.Item...)
    -> QuestionnaireResponse
  {
    QuestionnaireResponse(questionnaire: form, items: items)
  }

  @Test func `fits whole where nothing changed`() throws {
    let earlier = response(
      "https://example.org/form|1.0.0",
      .init(linkID: "g", items: [.init(linkID: "a", answers: [.init("x")])]))
    let filler = FormFiller(try Sample.form(Self.items), response: earlier)

    #expect(filler.fit.relation == .same)
    #expect(filler.fit.isPerfect)
    #expect(filler.response == earlier)
  }

  @Test func `brings its answers to where their questions are`() throws {
    let earlier = response(
      "https://example.org/form|0.9.0", .init(linkID: "a", answers: [.init("x")]))
    let filler = FormFiller(try Sample.form(Self.items), response: earlier)

    #expect(filler.fit.relation == .otherVersion("https://example.org/form|0.9.0"))
    #expect(filler.fit.moved == [.at("g", "a")])
    #expect(filler.response.answers(to: "a") == ["x"])
    #expect(filler.response.questionnaire == "https://example.org/form|1.0.0")
  }

  @Test func `keeps what has no place, beside the response`() throws {
    let earlier = response(
      "https://example.org/other", .init(linkID: "old", answers: [.init("kept")]),
      .init(linkID: "g", items: [.init(linkID: "n", answers: [.init("not a number")])]))
    var filler = FormFiller(try Sample.form(Self.items), response: earlier)
    while filler.step != .complete { try filler.take(.next) }
    let contained = filler.response.json["contained"]?.elements.first
    let aside = try QuestionnaireResponse(json: try #require(contained))

    #expect(filler.fit.relation == .otherForm("https://example.org/other"))
    #expect(filler.fit.kept == [.at("old"), .at("g", "n")])
    #expect(aside.answers(to: "old") == ["kept"])
    #expect(aside.answers(to: "n") == ["not a number"])
    #expect(aside.questionnaire == "https://example.org/other")
    #expect(filler.questionnaire.faults(in: filler.response) == [])
  }
}

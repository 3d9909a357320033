import FoundationEssentials
import Testing

@testable import Questionnaires

@Suite struct `A response` {
  static let response = QuestionnaireResponse(
    questionnaire: "https://example.org/form|1.0.0", status: .completed, authored: "2026-03-01",
    items: [
      .init(
        linkID: "g",
        items: [
          .init(linkID: "a", answers: [.init(.integer(3))]),
          .init(linkID: "b", answers: [.init(.string("words"))]),
        ]),
      .init(
        linkID: "c",
        answers: [
          .init(
            .coding(Coding(system: "s", code: "x")),
            items: [.init(linkID: "d", answers: [.init(.boolean(true))])])
        ]),
    ])

  static let text = """
    {"authored":"2026-03-01","item":[{"item":[{"answer":[{"valueInteger":3}],"linkId":"a"},\
    {"answer":[{"valueString":"words"}],"linkId":"b"}],"linkId":"g"},\
    {"answer":[{"item":[{"answer":[{"valueBoolean":true}],"linkId":"d"}],\
    "valueCoding":{"code":"x","system":"s"}}],"linkId":"c"}],\
    "questionnaire":"https:\\/\\/example.org\\/form|1.0.0",\
    "resourceType":"QuestionnaireResponse","status":"completed"}
    """

  @Test func `is written and read as FHIR`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys

    #expect(String(decoding: try encoder.encode(Self.response), as: UTF8.self) == Self.text)
    #expect(
      try JSONDecoder().decode(QuestionnaireResponse.self, from: Data(Self.text.utf8))
        == Self.response)
  }

  @Test func `finds answers at every level`() {
    #expect(Self.response.answers(to: "a") == [.integer(3)])
    #expect(Self.response.answers(to: "d") == [.boolean(true)])
    #expect(Self.response.answers(to: "e") == [])
  }

  @Test func `can leave items out`() {
    let rest = Self.response.removing(["a", "d"])

    #expect(rest.answers(to: "a") == [])
    #expect(rest.answers(to: "b") == ["words"])
    #expect(rest.answers(to: "c") == [.coding(Coding(system: "s", code: "x"))])
    #expect(Self.response.removing(["a", "b"]).items.map(\.linkID) == ["c"])
  }
}

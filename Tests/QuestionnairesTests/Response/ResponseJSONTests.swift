import Foundation
import Testing

@testable import Questionnaires

@Suite struct `A response as JSON` {
  static let text = """
    {"resourceType":"QuestionnaireResponse","id":"r1","meta":{"profile":["p"]},
     "basedOn":[{"reference":"ServiceRequest/1"}],"questionnaire":"https://example.org/form|1.0.0",
     "_questionnaire":{"extension":[{"url":"u","valueString":"A form"}]},
     "status":"completed","authored":"2026-11-23T10:00:00Z","item":[
      {"linkId":"a","text":"A?","extension":[{"url":"x","valueDecimal":1.50}],
       "answer":[{"id":"a1","valueDecimal":2.50,"item":[{"linkId":"a.1","definition":"d",
         "answer":[{"valueCoding":{"system":"s","code":"c","userSelected":true}}]}]}]},
      {"linkId":"b","answer":[{"valueAttachment":{"contentType":"image/png","data":"AAAA"}},
       {"valueReference":{"reference":"Patient/1"}},{"valueDateTime":"2026-11-23T10:00:00.123Z"},
       {"valueString":"x","_valueString":{"id":"s"}},{"extension":[{"url":"absent"}]}]}]}
    """

  @Test func `keeps everything that is not understood`() throws {
    let response = try QuestionnaireResponse(parsing: Self.text)

    #expect(response.json == (try JSONValue(parsing: Self.text)))
  }

  @Test func `keeps it through other coders too`() throws {
    let response = try JSONDecoder().decode(
      QuestionnaireResponse.self, from: Data(Self.text.utf8))
    let text = String(decoding: try JSONEncoder().encode(response), as: UTF8.self)
    let again = try JSONValue(parsing: text)

    #expect(again["basedOn"] != nil)
    #expect(again["item"]?.elements.last?["answer"]?.elements.count == 5)
    #expect(
      again["item"]?.elements.last?["answer"]?.elements.first?["valueAttachment"]?["data"]
        == .string("AAAA"))
    #expect(try JSONDecoder().decode(QuestionnaireResponse.self, from: Data(text.utf8)) == response)
  }

  @Test func `writes a changed answer as it is now`() throws {
    var response = try QuestionnaireResponse(parsing: Self.text)
    response.items[0].answers[0].value = .decimal(3)

    #expect(
      response.json["item"]?.elements[0]["answer"]?.elements[0]["valueDecimal"] == .number("3"))
  }

  @Test func `has nothing empty`() {
    let response = QuestionnaireResponse(items: [.init(linkID: "a")])

    #expect(
      response.json.text()
        == #"{"resourceType":"QuestionnaireResponse","status":"in-progress","item":[{"linkId":"a"}]}"#
    )
  }

  @Test(arguments: [
    ("[]", ResponseError.notAResponse),
    (#"{"resourceType":"Patient"}"#, .notAResponse),
    (#"{"resourceType":"QuestionnaireResponse","status":"done"}"#, .unknownStatus),
    (
      #"{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"text":"x"}]}"#,
      .missingLinkID(below: ItemPath())
    ),
    (
      #"{"resourceType":"QuestionnaireResponse","status":"completed","item":{}}"#,
      .wrongShape("item", at: ItemPath())
    ),
    (
      #"{"resourceType":"QuestionnaireResponse","status":"completed","item":[{"linkId":"a","answer":[{"valueDate":"x"}]}]}"#,
      .unreadableAnswer(.at("a"))
    ),
  ])
  func `says where it cannot be read`(text: String, error: ResponseError) {
    #expect(throws: error) { try QuestionnaireResponse(parsing: text) }
  }
}

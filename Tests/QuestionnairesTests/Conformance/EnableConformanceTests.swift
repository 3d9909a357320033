import Testing

@testable import Questionnaires

@Suite(.enabled(if: FHIRSuite.isPresent, "the FHIR suite is not on this computer"))
struct `Conditions of other projects` {
  @Test func `hold as they do elsewhere`() throws {
    let cases = try FHIRSuite.json("enable.json").elements
    let required = cases.filter {
      $0["spec_defined"]?.bool == true && $0["disputed"]?.bool == false
    }
    let failing = required.filter { !Self.passes($0) }.compactMap { $0["source"]?.string }

    #expect(cases.count == 59)
    #expect(required.count == 56)
    #expect(failing == [])
  }

  @Test func `are read as no answer being equal, where others dispute it`() throws {
    let disputed = try FHIRSuite.json("enable.json").elements
      .filter { $0["disputed"]?.bool == true }

    #expect(disputed.map(Self.passes) == [false, false, true])
  }

  private static func passes(_ json: JSONValue) -> Bool {
    let results = (json["conditions"]?.elements ?? []).map { condition in
      let comparison = condition["operator"]?.string.flatMap(EnableWhen.Operator.init)
      let expected = condition["answer"].flatMap { AnswerValue("", in: $0) }
      guard let comparison, let expected else { return false }
      let actual = condition["actual"]?.elements.compactMap { AnswerValue("", in: $0) } ?? []
      return EnableWhen(question: "a", comparison: comparison, expected: expected)
        .holds(for: actual)
    }
    let isAny = json["enableBehavior"]?.string == "any"
    let isEnabled = isAny && !results.isEmpty ? results.contains(true) : !results.contains(false)
    return isEnabled == json["enabled"]?.bool
  }
}

@Suite(.enabled(if: FHIRSuite.isPresent, "the FHIR suite is not on this computer"))
struct `Forms with conditions` {
  @Test func `enable the same items as elsewhere`() throws {
    let cases = try FHIRSuite.json("enable-forms.json").elements
    var failing: [String] = []
    for json in cases {
      let form = try FHIRSuite.questionnaire(json["questionnaire"]?.string ?? "")
      let filler = FormFiller(form, response: Self.response(json["answers"], to: form))
      for expected in json["enabled"]?.object?.members ?? []
      where filler.isEnabled(LinkID(expected.key)) != expected.value.bool {
        failing.append("\(expected.key): \(json["note"]?.string ?? "")")
      }
    }

    #expect(cases.count == 12)
    #expect(failing == [])
  }

  private static func response(_ answers: JSONValue?, to form: Questionnaire)
    -> QuestionnaireResponse
  {
    var response = QuestionnaireResponse()
    let places = FormTree(form, response: response).nodes.map(\.path)
    for answer in answers?.object?.members ?? [] {
      let linkID = LinkID(answer.key)
      let options = form.item(linkID)?.options ?? []
      let value =
        answer.value.bool.map(AnswerValue.boolean)
        ?? options.first { $0.label == answer.value.string }?.value
      if let value, let place = places.first(where: { $0.steps.last?.linkID == linkID }) {
        response.setAnswers([value], at: place)
      }
    }
    return response
  }
}

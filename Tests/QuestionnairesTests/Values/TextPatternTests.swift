import Testing

@testable import Questionnaires

@Suite struct `A pattern of a form` {
  @Test(arguments: ["(a+)+$", "(a|aa)*", "((x{2,})y)*", "(\\w*\\s?){3,}", "([^)]+)*"])
  func `is tried on short texts only where repetitions lie in one another`(pattern: String) {
    #expect(TextPattern(pattern).canBeTried(on: "aaaaaaaaaaaaaaaaaaaa"))
    #expect(!TextPattern(pattern).canBeTried(on: "aaaaaaaaaaaaaaaaaaaaa"))
  }

  @Test(arguments: [
    "[0-9]{4}-[0-9]{2}", "\\w+@\\w+", "(ab)+", "[(a+)+]", "\\(a+\\)+", "(a{1,3}b)+",
  ])
  func `is tried on any text where they do not`(pattern: String) {
    #expect(TextPattern(pattern).canBeTried(on: "aaaaaaaaaaaaaaaaaaaaa"))
  }

  @Test func `that would take for ever leaves a long answer as it is`() throws {
    let form = try Questionnaire(
      parsing: """
        {"resourceType":"Questionnaire","status":"active","item":[{"linkId":"a","type":"string",
        "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/regex",
        "valueString":"(a+)+$"}]}]}
        """)
    var filler = FormFiller(form)

    try filler.answer([.string(PrivateText("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"))])

    #expect(filler.step == .complete)
    #expect(form.faults().map(\.code) == ["regex"])
    #expect(form.faults().map(\.severity) == [.warning])
  }
}

import Testing

@testable import Questionnaires

/// Units that a form gives as codes.
@Suite struct `A unit` {
  private let ucum = "http://unitsofmeasure.org"

  @Test(arguments: [
    ("[in_i]", "inches"), ("[lb_av]", "pounds"), ("min", "minutes"), ("{tablets}", "tablets"),
    ("mmol/L", "mmol/L"),
  ])
  func `is called by a word where its code has one`(code: String, name: String) {
    #expect(Coding(system: ucum, code: code).unitName == name)
    #expect(Coding(system: ucum, code: code, display: code).unitName == name)
  }

  @Test func `is called what the form calls it`() {
    #expect(Coding(system: ucum, code: "[in_i]", display: "inch").unitName == "inch")
  }

  @Test(arguments: ["70 in", "70 inches", "70 [in_i]", "70"])
  func `may be typed as its word, its code or short`(typed: String) throws {
    var question = Question(linkID: "q", text: "How tall?", kind: .quantity(unit: "inches"))
    question.unit = Coding(system: ucum, code: "[in_i]")
    let values = try question.parse(typed, today: try #require(PartialDate("2026-11-23")))

    #expect(values.first?.words.plaintext == "70 inches")
  }
}

import Testing

@testable import Questionnaires

@Suite struct `A condition` {
  private func holds(
    _ comparison: EnableWhen.Operator, _ expected: AnswerValue, _ answers: [AnswerValue]
  )
    -> Bool
  {
    EnableWhen(question: "q", comparison: comparison, expected: expected).holds(for: answers)
  }

  @Test func `on an unanswered question holds only where absence is meant`() {
    #expect(holds(.exists, .boolean(false), []))
    #expect(holds(.exists, .boolean(true), []) == false)
    #expect(holds(.equals, .integer(1), []) == false)
    #expect(holds(.notEquals, .integer(1), []))
    #expect(holds(.lessThan, .integer(1), []) == false)
  }

  @Test func `looks at any of several answers, except for inequality`() {
    #expect(holds(.equals, .integer(1), [.integer(1), .integer(2)]))
    #expect(holds(.notEquals, .integer(1), [.integer(1), .integer(2)]) == false)
    #expect(holds(.greaterThan, .integer(1), [.integer(1), .integer(2)]))
    #expect(holds(.atMost, .integer(1), [.integer(2), .integer(3)]) == false)
  }

  @Test func `compares choices by system and code alone`() {
    let expected = AnswerValue.coding(Coding(system: "s", code: "c", display: "one word"))

    #expect(holds(.equals, expected, [.coding(Coding(system: "s", code: "c", display: "another"))]))
    #expect(holds(.equals, expected, [.coding(Coding(system: "t", code: "c"))]) == false)
  }

  @Test func `counts dates of which too little is known as true`() throws {
    let year = AnswerValue.date(try #require(PartialDate("2026")))
    let month = AnswerValue.date(try #require(PartialDate("2026-11")))
    let before = AnswerValue.date(try #require(PartialDate("2025-11")))

    #expect(holds(.greaterThan, month, [year]))
    #expect(holds(.lessThan, month, [year]))
    #expect(holds(.greaterThan, month, [before]) == false)
    #expect(holds(.equals, month, [year]) == false)
  }
}

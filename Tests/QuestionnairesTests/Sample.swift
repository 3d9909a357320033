@testable import Questionnaires

/// Forms and answers that several suites use.
enum Sample {
  /// The day of every test.
  static let today = PartialDate("2026-03-01")

  /// A form of JSON text without its frame, with single quotes instead of double ones.
  static func form(_ items: String, contained: String = "") throws -> Questionnaire {
    let text = """
      {'resourceType': 'Questionnaire', 'url': 'https://example.org/form', 'version': '1.0.0',
       'status': 'active', 'contained': [\(contained)], 'item': [\(items)]}
      """
    return try Questionnaire(parsing: text.map { $0 == "'" ? "\"" : "\($0)" }.joined())
  }

  /// A form of questions `q1`, `q2` and so on with four choices that weigh 0 to 3.
  static func frequencyForm(count: Int) throws -> Questionnaire {
    let concepts = (0...3).map { weight in
      """
      {'code': '\(weight)', 'display': 'choice \(weight)', 'extension': [
        {'url': 'http://hl7.org/fhir/StructureDefinition/itemWeight', 'valueDecimal': \(weight)}]}
      """
    }
    let valueSet = """
      {'resourceType': 'ValueSet', 'id': 'freq', 'status': 'active', 'compose': {'include': [
        {'system': 'https://example.org/freq', 'concept': [\(concepts.joined(separator: ","))]}]}}
      """
    let items = (1...count).map {
      "{'linkId': 'q\($0)', 'type': 'choice', 'answerValueSet': '#freq', 'text': 'Question \($0)'}"
    }
    return try form(items.joined(separator: ","), contained: valueSet)
  }

  /// Answers to the questions of `frequencyForm(count:)`.
  static func response(_ answers: [Int]) -> QuestionnaireResponse {
    QuestionnaireResponse(
      status: .completed,
      items: answers.enumerated().map { index, code in
        let coding = Coding(system: "https://example.org/freq", code: "\(code)")
        return .init(linkID: LinkID("q\(index + 1)"), answers: [.init(.coding(coding))])
      })
  }

  /// A measure over the nine questions of `frequencyForm(count: 9)`.
  static let measure = Measure(
    id: "phq-9", title: "PHQ-9", questionnaire: "https://example.org/form", score: "total",
    items: (1...9).map { LinkID("q\($0)") }, lowest: 0, highest: 27,
    direction: .lowerIsBetter,
    bands: [
      .init(from: 0, to: 4, code: "minimal", label: "minimal"),
      .init(from: 5, to: 9, code: "mild", label: "mild"),
      .init(from: 10, to: 14, code: "moderate", label: "moderate"),
      .init(from: 15, to: 19, code: "moderately-severe", label: "moderately severe"),
      .init(from: 20, to: 27, code: "severe", label: "severe"),
    ],
    reliableChange: .init(points: 6, source: "a source"), intervalDays: 14, recallDays: 14,
    safety: .init(linkID: "q9", above: 0), citation: "a citation", licence: "a licence")
}

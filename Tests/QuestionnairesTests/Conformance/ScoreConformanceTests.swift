import Testing

@testable import Questionnaires

@Suite(.enabled(if: FHIRSuite.isPresent, "the FHIR suite is not on this computer"))
struct `Published scores` {
  @Test func `are what the answers add up to`() throws {
    let cases = try FHIRSuite.json("published-scores.json").elements
    var failing: [String] = []
    for json in cases {
      let answers = json["answers"]?.elements.compactMap(\.integer) ?? []
      let form = try Sample.frequencyForm(count: answers.count)
      let response = Sample.response(answers)
      let score = Score(of: form.items.map(\.linkID), in: response, to: form)
      if score?.total != json["total"]?.integer { failing.append(json["id"]?.string ?? "") }
    }

    #expect(!cases.isEmpty)
    #expect(failing == [])
  }

  @Test func `lie in the published bands`() throws {
    let cases = try FHIRSuite.json("published-scores.json").elements
    let measure = Sample.measure
    let failing = cases.filter {
      $0["measure"]?.string == "phq9"
        && measure.band(for: $0["total"]?.integer ?? -1)?.label != $0["band"]?.string
    }

    #expect(failing.compactMap { $0["id"]?.string } == [])
  }
}

@Suite(.enabled(if: FHIRSuite.isPresent, "the FHIR suite is not on this computer"))
struct `Forms that work values out` {
  /// The suite expects nothing of a variable that looks at the repetition it stands in.
  ///
  /// Such a
  /// variable sees that repetition, so there is a value.
  static let differing: Set = ["repeating-q-in-repeating-group"]

  /// The suite looks at answers as they are given.
  ///
  /// While a form is filled in, one value that was
  /// worked out leads to the next.
  static let chained: Set = ["result-is-4", "repeating-open-choice-from-string"]

  @Test func `give the values expected over the answers as they are`() throws {
    #expect(try Self.differences(isSettled: false) == Self.differing)
  }

  @Test func `give the values expected, and those that follow from them`() throws {
    #expect(try Self.differences(isSettled: true) == Self.differing.union(Self.chained))
  }

  /// The items whose values are others than expected.
  private static func differences(isSettled: Bool) throws -> Set<String> {
    var failing: Set<String> = []
    let forms = try FHIRSuite.json("score.json").elements
    #expect(forms.count == 16)
    for json in forms {
      let form = try FHIRSuite.questionnaire(json["questionnaire"]?.string ?? "")
      let calculation = Calculation(form)
      for example in json["cases"]?.elements ?? [] {
        let response = try QuestionnaireResponse(json: try #require(example["response"]))
        let outcome = calculation.outcome(of: response, isSettled: isSettled)
        for expected in example["expected"]?.object?.members ?? [] {
          let values = outcome.values.filter { $0.key.steps.last?.linkID.rawValue == expected.key }
            .flatMap(\.value)
          let isExpected =
            values.count == expected.value.elements.count
            && zip(values, expected.value.elements).allSatisfy { isSame($0.json, $1) }
          if !isExpected { failing.insert(expected.key) }
        }
      }
    }
    return failing
  }

  /// Whether a value is the one expected; numbers may differ by what a machine's numbers lose.
  private static func isSame(_ value: JSONValue, _ expected: JSONValue) -> Bool {
    if case .number(let left) = value, case .number(let right) = expected,
      let left = Double(left), let right = Double(right)
    {
      return abs(left - right) <= abs(right) * 1e-12
    }
    guard let members = expected.object?.members else { return value == expected }
    return members.allSatisfy { value[$0.key] == $0.value }
  }
}

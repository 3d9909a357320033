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
  /// Forms whose expressions are not worked out as yet: there is no FHIRPath.
  static let gaps: Set = [
    "LHNCBC+formbuilder-lhcforms/q/cypress/fixtures/value-methods-sample.json",
    "LHNCBC+lforms/q/test/data/R4/calc-weight/q-with-contained-valueset-with-itemWeight.json",
    "LHNCBC+lforms/q/test/data/R4/calc-weight/q-with-contained-valueset.json",
    "LHNCBC+lforms/q/test/data/R4/calculatedListAnwers.json",
    "LHNCBC+lforms/q/test/data/R4/editableCalcExp.json",
    "LHNCBC+lforms/q/test/data/R4/hidden-item-questionnaire.R4.json",
    "LHNCBC+lforms/q/test/data/R4/phq9.json",
    "LHNCBC+lforms/q/test/data/R4/questionnaire-calculatedExpression.json",
    "LHNCBC+lforms/q/test/data/R4/weightHeightQuestionnaire.json",
    "aehrc+smart-forms/q/ts/QBehaviorCalculations/qChainedCalculation.json",
    "aehrc+smart-forms/q/ts/QDate/qDateCalculation.json",
    "aehrc+smart-forms/q/"
      + "ts/QItemControlGroup/qItemControlGroupPageNonTopLevelPageContainer.json",
    "sergeymosyakov+fhir-questionnaire-builder/q/sampledata/bariatric-extended.fhir.json",
    "sergeymosyakov+fhir-questionnaire-builder/q/sampledata/example-bariatric.fhir.json",
    "sergeymosyakov+fhir-questionnaire-builder/q/tests/fixtures/example-bariatric.fhir.json",
    "sergeymosyakov+fhir-questionnaire-builder/q/tests/fixtures/separator-logic.fhir.json",
  ]

  @Test func `are known by what they lack`() throws {
    let forms = try FHIRSuite.json("score.json").elements
    var failing: Set<String> = []
    for json in forms {
      let path = json["questionnaire"]?.string ?? ""
      let form = try FHIRSuite.questionnaire(path)
      for example in json["cases"]?.elements ?? [] {
        let response = try FHIRSuite.response(try #require(example["response"]))
        let filler = FormFiller(form, response: response)
        for expected in example["expected"]?.object?.members ?? [] {
          let count = filler.response.answers(to: LinkID(expected.key)).count
          if count != expected.value.elements.count { failing.insert(String(path.dropFirst(6))) }
        }
      }
    }

    #expect(failing == Self.gaps)
  }
}

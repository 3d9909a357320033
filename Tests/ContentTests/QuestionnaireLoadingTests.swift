import Questionnaires
import Testing

@testable import CoachContent

@Suite struct `A questionnaire in YAML` {
  private func json(_ item: String) throws -> String {
    let text = """
      resourceType: Questionnaire
      status: active
      item:
      """
    let lines = item.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    let form = try Questionnaire(loading: text + "\n" + lines, file: "a.yaml")
    return form.json["item"]?.elements.first?.text() ?? ""
  }

  @Test func `is read by the types of FHIR, never by the look of a value`() throws {
    #expect(
      try json(
        """
        - linkId: no
          type: string
          text: yes
          prefix: 1.0
          required: true
          maxLength: 12
          initial:
            - valueTime: 12:30:00
            - valueString: 2024-11-01
        """)
        == #"{"linkId":"no","type":"string","text":"yes","prefix":"1.0","required":true,"#
        + #""maxLength":12,"initial":[{"valueTime":"12:30:00"},{"valueString":"2024-11-01"}]}"#)
  }

  @Test func `has short keys for extensions`() throws {
    #expect(
      try json(
        """
        - linkId: a
          type: integer
          minValue: 0
          retention: ask
        """)
        == #"{"linkId":"a","type":"integer","extension":["#
        + #"{"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":0},"#
        + #"{"url":"https://kith.example/StructureDefinition/retention","valueCode":"ask"}]}"#)
  }

  @Test func `has a short key for what comes before the form`() throws {
    let head = "resourceType: Questionnaire\nstatus: active\n"
    let form = try Questionnaire(loading: head + "gate: person\n", file: "a.yaml")
    #expect(form.gate == "person")
    #expect(try Questionnaire(loading: head, file: "a.yaml").gate == nil)
    #expect {
      try Questionnaire(loading: head + "gate: nobody\n", file: "a.yaml")
    } throws: {
      "\($0)" == "a.yaml:3:7: error: ‘gate’ has to be one of: person"
    }
  }

  @Test func `has short keys for what explains a question`() throws {
    #expect(
      try json(
        """
        - linkId: a
          type: integer
          lower: none
        """)
        == #"{"linkId":"a","type":"integer","item":[{"linkId":"a.lower","type":"display","#
        + #""text":"none","extension":[{"#
        + #""url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl","#
        + #""valueCodeableConcept":{"coding":[{"#
        + #""system":"http://hl7.org/fhir/questionnaire-item-control","code":"lower"}]}}]}]}"#)
  }

  @Test(arguments: [
    (
      "requird: true",
      "a.yaml:6:5: error: the key ‘requird’ is not known here; did you mean ‘required’?"
    ),
    ("xyzzy: 1", "a.yaml:6:5: error: the key ‘xyzzy’ is not known here"),
    ("required: yes", "a.yaml:6:15: error: ‘required’ has to be true or false"),
    ("maxLength: many", "a.yaml:6:16: error: ‘maxLength’ has to be a whole number"),
    ("minValue: 1", "a.yaml:6:5: error: ‘minValue’ does not fit an item of type ‘string’"),
    ("text:", "a.yaml:6:10: error: ‘text’ has no value; give it one or take it out"),
    ("retention: maybe", "a.yaml:6:16: error: ‘retention’ has to be one of: keep, ask, never"),
    ("item: a", "a.yaml:6:11: error: a list is needed here; begin each element with ‘- ’"),
    ("weight: 1", "a.yaml:6:5: error: the key ‘weight’ is not known here"),
  ])
  func `says what is wrong and where`(line: String, message: String) {
    #expect {
      try json("- linkId: a\n  type: string\n  \(line)")
    } throws: { error in
      "\(error)" == message
    }
  }

  @Test(arguments: [
    ("", "a.yaml:1:1: error: the file is empty"),
    ("a: [", "a.yaml:2:1: error: this is not YAML: did not find expected node content"),
    ("resourceType: Questionnaire", "a.yaml:1:1: error: the key ‘status’ is missing"),
  ])
  func `is refused where it is no form`(text: String, message: String) {
    #expect {
      try Questionnaire(loading: text, file: "a.yaml")
    } throws: { error in
      "\(error)" == message
    }
  }

  @Test func `is refused where a key occurs twice`() {
    #expect {
      try Questionnaire(loading: "status: active\nstatus: draft", file: "a.yaml")
    } throws: { error in
      "\(error)".hasSuffix("error: the key ‘status’ occurs twice in this map; keep one")
    }
  }

  @Test func `may be plain JSON`() throws {
    let form = try Questionnaire(
      loading: #"{"resourceType":"Questionnaire","x":1.0}"#, file: "a.json")

    #expect(form.json.text() == #"{"resourceType":"Questionnaire","x":1.0}"#)
  }
}

@Suite struct `A measure in YAML` {
  static let text = """
    id: m
    title: M
    questionnaire: https://example.org/m
    score: total
    items: [a, b]
    range: {lowest: 0, highest: 6}
    direction: lower-is-better
    bands:
      - {from: 0, to: 6, code: all, label: all of it}
    intervalDays: 14
    recallDays: 7
    safety: {linkId: b, above: 0}
    citation: a citation
    licence: a licence
    """

  @Test func `is read`() throws {
    #expect(
      try Measure(loading: Self.text, file: "m.yaml")
        == Measure(
          id: "m", title: "M", questionnaire: "https://example.org/m", score: "total",
          items: ["a", "b"], lowest: 0, highest: 6, direction: .lowerIsBetter,
          bands: [.init(from: 0, to: 6, code: "all", label: "all of it")], intervalDays: 14,
          recallDays: 7, safety: .init(linkID: "b", above: 0), citation: "a citation",
          licence: "a licence"))
  }

  @Test(arguments: [
    ("score: total\n", "", "m.yaml:1:1: error: the key ‘score’ is missing"),
    (
      "direction: lower", "direction: slower",
      "m.yaml:7:12: error: ‘direction’ has to be one of: lower-is-better, higher-is-better"
    ),
    (
      "intervalDays: 14", "intervalDay: 14",
      "m.yaml:10:1: error: the key ‘intervalDay’ is not known here; did you mean ‘intervalDays’?"
    ),
    ("above: 0", "above: none", "m.yaml:12:28: error: ‘above’ has to be a whole number"),
  ])
  func `says what is wrong and where`(part: String, change: String, message: String) throws {
    let range = try #require(Self.text.firstRange(of: part))

    #expect {
      try Measure(loading: Self.text.replacingCharacters(in: range, with: change), file: "m.yaml")
    } throws: { error in
      "\(error)" == message
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}

import Imports
import Testing

@Suite struct `A JSON file` {
  private func told(_ text: String, as format: ImportFormat? = nil) -> [String] {
    faults { try JSONImport(file: "f.json", settings: .berlin()).batch(of: text, as: format) }
  }

  @Test(arguments: [
    ("", "f.json:1:1: error: this is not JSON: it ends too early"),
    ("{\n  \"entries\": [", "f.json:2:15: error: this is not JSON: it ends too early"),
    ("[1, SECRET]", "f.json:1:5: error: this is not JSON: this character does not belong here"),
    (
      #"["\q"]"#,
      "f.json:1:3: error: this is not JSON: a backslash is followed by something that is no escape"
    ),
    (
      #"["\ud800"]"#,
      "f.json:1:3: error: this is not JSON: a backslash is followed by something that is no escape"
    ),
    ("[01]", "f.json:1:2: error: this is not JSON: this is no number of JSON"),
    (
      #"{"SECRET": 1, "SECRET": 2}"#,
      "f.json:1:15: error: this is not JSON: a name occurs twice in one object"
    ),
  ])
  func `that is none is refused with line and column`(text: String, fault: String) {
    #expect(told(text) == [fault])
  }

  @Test func `that lies too deep in itself is refused`() {
    let faults = told(String(repeating: "[", count: 100_000))

    #expect(
      faults == ["f.json:1:401: error: this is not JSON: too many brackets lie in each other"])
  }

  @Test(arguments: [
    "3", "null", #""x""#, #"{"a": 1}"#, #"[{"a": 1}]"#, #"{"entries": [{"a": 1}]}"#,
  ])
  func `of another form is refused`(text: String) {
    #expect(
      told(text) == [
        "f.json: error: this JSON is no export of jrnl or Day One and no list of kith's records"
      ])
  }

  @Test func `of another form than was asked for is refused`() {
    #expect(
      told(#"{"entries": [{"title": "x", "date": "2026-11-23"}]}"#, as: .dayOne) == [
        "f.json: error: this is not of the form 'day-one'"
      ])
  }

  @Test func `is read with its progress told`() throws {
    var steps: [[Int]] = []
    var settings = ImportSettings.berlin()
    settings.progress = { steps.append([$0, $1]) }
    _ = try JSONImport(file: "f.json", settings: settings).batch(
      of: #"""
        {"entries": [{"title": "x", "date": "2026-11-23"}, {"title": "y", "date": "2026-11-23"}]}
        """#)

    #expect(steps == [[1, 2], [2, 2]])
  }
}

import Testing
import YarnAuthoring
import YarnCompiler

@Suite struct `A project` {
  @Test func `says everything that a project can say`() throws {
    let project = try YarnProject(
      json: """
        {
          // comments and commas at the end are fine
          "projectFileVersion": 4,
          "sourceFiles": ["**/*.yarn", "../shared/*.yarn",],
          "excludeFiles": "old/**",
          "baseLanguage": "en-GB",
          "localisation": {
            "de": { "strings": "de.csv", "assets": "sounds/de" },
            "fr": { "assets": null }
          },
          "definitions": ["a.ysls.json", "b.ysls.json"],
          "compilerOptions": {
            "allowPreviewFeatures": true,
            "diagnosticsSeverity": { "YS0003": "error", "YS0010": "none" }
          },
          "editorOptions": { "yarnScriptEditor": { "colour": [1, 2.5e3, "\\u00e4"] } }
        }
        """, file: "p.yarnproject")
    #expect(project.version == 4)
    #expect(project.sourcePatterns.map(\.text) == ["**/*.yarn", "../shared/*.yarn"])
    #expect(project.excludePatterns.map(\.text) == ["old/**"])
    #expect(project.baseLanguage == "en-GB")
    #expect(project.localisation["de"]?.strings == "de.csv")
    #expect(project.localisation["de"]?.assets == "sounds/de")
    #expect(project.localisation["fr"]?.strings == nil)
    #expect(project.definitions == ["a.ysls.json", "b.ysls.json"])
    #expect(project.allowsPreviewFeatures)
    #expect(project.severities == ["YS0003": .error, "YS0010": nil])
  }

  @Test func `needs no more than its version`() throws {
    let project = try YarnProject(json: "{\"projectFileVersion\": 2}", file: "p.yarnproject")
    #expect(project.version == 2)
    #expect(project.sourcePatterns.map(\.text) == ["**/*.yarn"])
    #expect(project.excludePatterns.isEmpty)
    #expect(project.baseLanguage == "en")
    #expect(project.definitions.isEmpty)
  }

  @Test func `can name its options as older tools did`() throws {
    let project = try YarnProject(
      json: """
        {"ProjectFileVersion": 3, "definitions": "a.ysls.json",
         "compilerOptions": {"allowLanguagePreviewFeatures": true},
         "localization": {"de": {"strings": "x"}}}
        """, file: "p.yarnproject")
    #expect(project.definitions == ["a.ysls.json"])
    #expect(project.allowsPreviewFeatures)
    #expect(project.localisation.keys.sorted() == ["de"])
  }

  @Test(arguments: [
    ("", "p:1:1: error: this is no JSON: a value should stand here [KI0211]"),
    ("{\n  \"a\" 1}", "p:2:7: error: this is no JSON: ‘:’ should stand here [KI0211]"),
    ("{\"a\": [1 2]}", "p:1:10: error: this is no JSON: ‘,’ or ‘]’ should stand here [KI0211]"),
    ("{\"a\": \"x}", "p:1:7: error: this is no JSON: ‘\"’ should stand here [KI0211]"),
    ("{} x", "p:1:4: error: this is no JSON: the end of the file should stand here [KI0211]"),
    ("{\"a\": tru}", "p:1:7: error: this is no JSON: a value should stand here [KI0211]"),
    ("[]", "p:1:1: error: ‘the project’ must be an object in braces [KI0212]"),
    ("{}", "p:1:1: error: the key ‘projectFileVersion’ is missing; add it [KI0212]"),
    (
      "{\n\"projectFileVersion\": 1}",
      "p:2:23: error: the version of a project is 2, 3 or 4, not 1; write "
        + "‘\"projectFileVersion\": 4’ [KI0212]"
    ),
    (
      "{\"projectFileVersion\": \"4\"}",
      "p:1:24: error: ‘projectFileVersion’ must be a whole number [KI0212]"
    ),
    (
      "{\"projectFileVersion\": 4,\n \"sourceFiles\": [\"*.yarn\", \"/x\"]}",
      "p:2:28: error: ‘/x’ is no pattern of files below a folder; write one such as ‘**/*.yarn’ "
        + "[KI0213]"
    ),
    (
      "{\"projectFileVersion\": 4, \"sourceFiles\": [7]}",
      "p:1:43: error: ‘sourceFiles’ must be a text or a list of texts [KI0212]"
    ),
    (
      "{\"projectFileVersion\": 4, \"compilerOptions\": {\"diagnosticsSeverity\": {\"YS0003\": \"off\"}}}",
      "p:1:81: error: ‘off’ is no ‘YS0003’; there are: none, info, warning, error [KI0212]"
    ),
  ])
  func `is refused with the place of what is wrong`(json: String, message: String) {
    #expect(throws: FileFault.self) { try YarnProject(json: json, file: "p") }
    do throws(FileFault) {
      _ = try YarnProject(json: json, file: "p")
    } catch {
      #expect("\(error)" == message)
    }
  }

  @Test func `cannot stand too deep`() {
    let json = String(repeating: "[", count: 1_000_000)
    do throws(FileFault) {
      _ = try YarnProject(json: json, file: "p")
      Issue.record("it was read")
    } catch {
      #expect(error.problem == .tooDeep)
      #expect(error.start == Diagnostic.Location(line: 1, column: 65))
    }
  }
}

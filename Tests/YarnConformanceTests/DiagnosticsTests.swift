import Testing
import YarnCompiler
import YarnRuntime

@Suite(.enabled(if: Suites.arePresent, "the official cases are not here; set KITH_SUITES"))
struct `Official diagnostics` {
  struct Case: Decodable {
    struct Expected: Decodable {
      var code: String
      var severity: String
      var range: [Int]
    }

    var name: String
    var version: Int
    var source: String
    var diags: [Expected]

    /// The code, severity and line of every remark, sorted.
    var expected: [String] {
      diags.map { "\($0.code) \($0.severity.lowercased()) \($0.range[0] + 1)" }.sorted()
    }

    var found: [String] {
      OfficialHost.compile(source, name: name, languageVersion: version).diagnostics
        .map { "\($0.code) \($0.severity.rawValue) \($0.start.line)" }.sorted()
    }
  }

  @Test func `are given with their code, severity and line`() throws {
    for (index, diagnostic) in try Suites.cases("diagnostics.jsonl", as: Case.self).enumerated() {
      let name = "\(index) \(diagnostic.name)"
      #expect(
        (diagnostic.expected == diagnostic.found) == !KnownFailures.diagnostics.contains(name),
        "\(name): expected \(diagnostic.expected), found \(diagnostic.found)")
    }
  }
}

import Testing
import YarnCompiler
import YarnRuntime

@Suite(.enabled(if: Suites.arePresent, "the official cases are not here; set KITH_SUITES"))
struct `Official numbers` {
  struct Case: Decodable {
    var expr: String
    var text: String
  }

  @Test func `are printed as expected`() throws {
    let cases = try Suites.cases("numberformat.jsonl", as: Case.self)
    let lines = cases.map { "{\($0.expr)}" }.joined(separator: "\n")
    let compilation = OfficialHost.compile(
      "title: Start\n---\n\(lines)\n===\n", name: "numbers.yarn")
    let program = try #require(compilation.program)
    var dialogue = Dialogue(program: program, seed: 1)
    try dialogue.start(at: "Start")
    _ = try dialogue.next(using: OfficialHost.library)

    for number in cases {
      guard case .line(let line) = try dialogue.next(using: OfficialHost.library) else {
        Issue.record("a line is missing at \(number.expr)")
        return
      }
      let isRight = line.text == number.text
      #expect(
        isRight == !KnownFailures.numbers.contains(number.expr),
        "\(number.expr): expected \(number.text), found \(line.text)")
    }
  }
}

import Foundation
import Testing
import YarnCompiler
import YarnRuntime

@Suite(.enabled(if: Suites.arePresent, "the official cases are not here; set KITH_SUITES"))
struct `Random programs` {
  @Test func `give the events that the official engine gives`() throws {
    for program in try Suites.cases("programs.jsonl", as: OfficialProgram.self) {
      let difference = program.difference
      #expect(
        (difference != nil) == KnownFailures.programs.contains(program.name),
        "\(program.name): \(difference ?? "")")
    }
  }
}

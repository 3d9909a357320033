import Foundation
import Testing
import YarnAuthoring
import YarnCompiler
import YarnRuntime

@Suite(.enabled(if: Suites.arePresent, "the official cases are not here; set KITH_SUITES"))
struct `Official test plans` {
  @Test(arguments: Suites.files(in: "plans", "testplan"))
  func `run as expected`(plan: URL) throws {
    let name = plan.deletingPathExtension().lastPathComponent
    let script = plan.deletingPathExtension().appendingPathExtension("yarn")
    let compilation = OfficialHost.compile(try Suites.text(script), name: name + ".yarn")

    let difference: String?
    if let program = compilation.program {
      let failures = try TestPlan(Suites.text(plan), file: name + ".testplan").failures(in: program)
      difference = failures.isEmpty ? nil : failures.map { "\($0.line): \($0)" }.joined()
    } else {
      difference = compilation.diagnostics.map(\.description).joined(separator: "\n")
    }
    #expect((difference != nil) == KnownFailures.plans.contains(name), "\(difference ?? "")")
  }

  @Test(arguments: Suites.files(in: "must-fail", "yarn"))
  func `that must not compile give errors inside the file`(script: URL) throws {
    let name = script.deletingPathExtension().lastPathComponent
    let text = try Suites.text(script)
    let compilation = OfficialHost.compile(text, name: name + ".yarn")
    let lineCount = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count

    let fails = compilation.diagnostics.contains { $0.severity == .error }
    let isInside = compilation.diagnostics.allSatisfy {
      $0.start.line >= 1 && $0.start <= $0.end && $0.end.line <= lineCount
    }
    #expect((fails && isInside) == !KnownFailures.mustFail.contains(name))
  }
}

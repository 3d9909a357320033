import ArgumentParser

/// Runs scripts against the plans that stand beside them.
struct ScriptTestCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run every X.testplan against the X.yarn beside it; exit 1 when one fails.",
    usage: "kith script test PATH... [OPTIONS]",
    discussion: """
      A plan without its script, a script that does not compile and a plan that cannot be read \
      have failed too. The last line is 'N passed, N failed'.
      """)

  @Argument(help: "Plans, scripts that have one, or folders: all plans below them.")
  var paths: [String]

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    let plans = try PlanFiles(paths)
    var failed = 0
    for path in plans.paths {
      let outcome = plans.run(path)
      for remark in outcome.remarks { host.screen.output.writeLine(remark) }
      if !outcome.remarks.isEmpty { failed += 1 }
    }
    host.screen.output.writeLine("\(plans.paths.count - failed) passed, \(failed) failed")
    guard failed == 0 else { throw ExitCode(1) }
  }
}

import Foundation
import TestSupport
import Testing

@testable import kith

/// The program dies as it makes one of its calls to the system.
@Suite struct `A program that dies at a call` {
  @Test(
    .enabled(if: Tools.canTrace, "strace is missing, or may not trace here"),
    arguments: FaultAction.all)
  func `leaves the old or the new, whichever it is`(action: FaultAction) throws {
    let template = try FaultStage.template.get()
    let before = try Kept(in: TerminalHome(copyOf: template))
    let calls = try CallTrace.of(action).changes
    #expect(calls.count > 5)
    let chosen = FaultCount.chosen(calls, quick: 3)
    for call in chosen {
      let home = try TerminalHome(copyOf: template)
      let outcome = try action.run(in: home, through: call.killing)
      #expect(outcome.status == -SIGKILL, "\(call.line)")
      let faults = try action.faults(in: home, before: before, outcome: outcome)
      #expect(faults == [], "\(action.testDescription), killed at \(call.line)")
    }
    try FaultCount.tally(chosen.count)
  }
}

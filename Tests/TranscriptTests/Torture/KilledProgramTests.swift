import Foundation
import TestSupport
import Testing

@testable import kith

/// The program is killed while it works on the disk.
@Suite(.serialized) struct `A program that is killed` {
  @Test(arguments: FaultAction.all)
  func `at any moment leaves the old or the new`(action: FaultAction) throws {
    let template = try FaultStage.template.get()
    let before = try Kept(in: TerminalHome(copyOf: template))
    let clock = ContinuousClock()
    let rehearsal = try TerminalHome(copyOf: template)
    let start = clock.now
    let done = try action.run(in: rehearsal)
    #expect(done.status == 0)
    let time = start.duration(to: clock.now)
    #expect(try action.faults(in: rehearsal, before: before, outcome: done) == [])

    let count = FaultCount.number(quick: 4, full: 500)
    for turn in 1...count {
      let home = try TerminalHome(copyOf: template)
      let child = try ChildProcess(
        Products.path(of: "kith"), action.arguments, throughShell: action.command(in: home))
      child.send(action.bytes)
      child.closeInput()
      let wait = Double.random(in: 0...1.2) * (time / .microseconds(1))
      usleep(UInt32(wait))
      child.signal(SIGKILL)
      let outcome = child.finish()
      #expect(outcome.status == 0 || outcome.status == -SIGKILL)
      let faults = try action.faults(in: home, before: before, outcome: outcome)
      #expect(faults == [], "\(action.testDescription) \(turn), killed after \(wait) us")
    }
    try FaultCount.tally(count)
  }

  @Test(
    .enabled(if: Tools.canTrace, "strace is missing, or may not trace here"),
    arguments: FaultAction.all)
  func `at any call leaves the old or the new`(action: FaultAction) throws {
    let template = try FaultStage.template.get()
    let before = try Kept(in: TerminalHome(copyOf: template))
    let calls = try CallTrace(of: action).calls
    #expect(calls.count > 5)
    let chosen = FaultCount.chosen(calls, quick: 6)
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

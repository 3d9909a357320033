import Foundation
import TestSupport
import Testing

@testable import kith

/// The program is killed while it works on the disk.
@Suite struct `A program that is killed` {
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

    let count = FaultCount.number(quick: 2, full: 500)
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
}

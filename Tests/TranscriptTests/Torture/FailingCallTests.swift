import Foundation
import TestSupport
import Testing

@testable import kith

/// The system refuses what the program asks of it.
@Suite struct `A call that fails` {
  /// One call of an action, and how it fails.
  struct Failing: Sendable {
    var call: CallTrace.Call
    var error: String
    var times: Int?
  }

  /// What a person does most often, and what is tried most thoroughly.
  private static let mainActions: Set = ["add", "note", "delete", "draft"]

  /// What can go wrong with any call, once and from then on.
  ///
  /// Nothing is interrupted for ever.
  private static func failings(of call: CallTrace.Call) -> [Failing] {
    ["EIO", "ENOSPC", "EDQUOT", "EINTR", "EACCES", "EROFS"].flatMap { error in
      [1, error == "EINTR" ? 20 : nil].map { Failing(call: call, error: error, times: $0) }
    }
  }

  /// Every failure of each kind of call of the main actions, and one failure, in turn, of each
  /// other call: everything would be thirty thousand runs.
  private static func failings(of action: FaultAction) throws -> [Failing] {
    var seen: Set<String> = []
    let isMain = mainActions.contains(action.testDescription)
    return try CallTrace.of(action).calls.enumerated().flatMap { turn, call in
      let failings = failings(of: call)
      let isThorough = isMain && seen.insert(call.kind).inserted
      return isThorough ? failings : [failings[turn * 5 % failings.count]]
    }
  }

  @Test(
    .enabled(if: Tools.canTrace, "strace is missing, or may not trace here"),
    arguments: FaultAction.all)
  func `loses nothing, and is told in plain words`(action: FaultAction) throws {
    let template = try FaultStage.template.get()
    let before = try Kept(in: TerminalHome(copyOf: template))
    let chosen = FaultCount.chosen(try Self.failings(of: action), quick: 3)
    for failing in chosen {
      let home = try TerminalHome(copyOf: template)
      let outcome = try action.run(
        in: home, through: failing.call.failing(with: failing.error, times: failing.times))
      var faults = try action.faults(in: home, before: before, outcome: outcome)
      faults += try Self.complaints(about: outcome.status, of: action, failing, in: home)
      #expect(
        faults == [],
        "\(action.testDescription): \(failing.error) \(failing.times.map { "\($0)" } ?? "+") at \(failing.call.line)"
      )
    }
    try FaultCount.tally(chosen.count)
  }

  @Test(.enabled(if: Tools.canTrace, "strace is missing, or may not trace here"))
  func `that asks for the lock is not blamed on another window`() throws {
    let action = try #require(FaultAction.all.first { $0.testDescription == "add" })
    for (error, words) in [("ENOLCK", "error 37"), ("EAGAIN", "another window")] {
      let call = CallTrace.Call(name: "flock", number: 1, line: "")
      let home = try TerminalHome(copyOf: FaultStage.template.get())
      let outcome = try action.run(in: home, through: call.failing(with: error, times: nil))
      #expect(outcome.status == 1)
      #expect(try action.said(in: home).contains(words))
    }
  }

  /// What is wrong with how the program ended.
  private static func complaints(
    about status: Int32, of action: FaultAction, _ failing: Failing, in home: TerminalHome
  ) throws -> [String] {
    let said = try action.said(in: home)
    var faults: [String] = []
    if status != 0, status != 1 { faults.append("ended with \(status)") }
    // Where nothing can be written any more, nothing can be said either.
    let isMute = failing.call.name == "write" && failing.times != 1
    if status != 0, !isMute, !said.contains("kith: ") { faults.append("said nothing") }
    for word in ["Fatal error", "Error Domain", "strace:"] where said.contains(word) {
      faults.append("said: \(said)")
    }
    let isSync = failing.call.name == "fsync" && failing.error != "EINTR"
    if isSync, status == 0, said.isEmpty { faults.append("a failed sync was taken for a success") }
    return faults
  }
}

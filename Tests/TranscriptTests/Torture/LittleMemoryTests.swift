import Foundation
import TestSupport
import Testing

@testable import kith

/// A computer that gives the program little memory.
@Suite struct `A memory that is too small` {
  /// Work for the passphrase that takes 16 MiB, an eighth of the smallest one in earnest.
  private static let workFactor = 14

  private static let template = Result { try make() }

  private static func make() throws -> TerminalHome {
    let home = try TerminalHome(copyOf: FaultStage.template.get())
    let words = ["journal", "passphrase", "--passphrase-fd", "0"]
    let outcome = try ChildProcess.run(
      Products.path(of: "kith"), words,
      input: Array("\(TerminalHome.passphrase)\n\(TerminalHome.passphrase)\n".utf8),
      throughShell: "env \(FaultStage.variables(of: home)) KITH_TEST_WORK_FACTOR=\(workFactor) "
        + "\"$0\" \"$@\"")
    try #require(outcome.status == 0)
    return home
  }

  /// What the program is given, in megabytes of addresses.
  private static let sizes = Array(stride(from: 40, through: 400, by: 5))

  @Test(
    .enabled(if: Tools.path(of: "prlimit") != nil, "prlimit is missing"),
    arguments: FaultAction.all.filter { ["add", "note", "delete"].contains($0.testDescription) })
  func `loses nothing, and is told in plain words`(action: FaultAction) throws {
    let template = try Self.template.get()
    let before = try Kept(in: TerminalHome(copyOf: template))
    let chosen = FaultCount.chosen(Self.sizes, quick: 3)
    var statuses: [Int32] = []
    for size in chosen {
      let home = try TerminalHome(copyOf: template)
      let outcome = try action.run(in: home, through: "prlimit --as=\(size * 1_000_000)")
      let said = try action.said(in: home)
      let faults = try action.faults(in: home, before: before, outcome: outcome)
      #expect(faults == [], "\(action.testDescription) in \(size) MB: \(said)")
      #expect(Self.isPlain(outcome.status, said), "\(size) MB: \(outcome.status), \(said)")
      statuses.append(outcome.status)
    }
    #expect(statuses.first == 127)
    #expect(!FaultCount.isFull || statuses.last == 0)
    try FaultCount.tally(chosen.count)
  }

  /// Whether it went well, or the program told what is missing, or it never began to run.
  private static func isPlain(_ status: Int32, _ said: String) -> Bool {
    switch status {
    case 0: true
    case 1: said.contains("kith: there is not enough memory")
    case 127: said.contains("error while loading shared libraries")
    default: false
    }
  }
}

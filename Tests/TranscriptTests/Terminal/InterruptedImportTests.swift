import Coach
import Foundation
import TestSupport
import Testing

@testable import kith

/// An import that somebody watches, and that is cut off at every moment.
@Suite struct `An import under way` {
  static let count = 2500

  /// Enough to be at work for a moment.
  static let fewer = 600

  /// An export with many small entries.
  private func export(_ count: Int = count, in home: TerminalHome) throws -> String {
    let entries = (0..<count).map { number in
      #"{"title": "Day \#(number)", "date": "2020-01-01", "time": "\#(10 + number % 10):00"}"#
    }
    let path = "\(home.path)/user/j.json"
    try #"{"entries": [\#(entries.joined(separator: ",\n"))]}"#
      .write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func noteCount(in home: TerminalHome) throws -> Int {
    try home.unlock().history().records.count { $0.kind == .note }
  }

  /// Starts an import that gets its passphrase at once.
  private func start(_ path: String, in home: TerminalHome) throws -> ChildProcess {
    let child = try ChildProcess(
      Products.path(of: "kith"),
      ["import", path, "--home", home.path, "--time-zone", "UTC", "--passphrase-fd", "0"])
    child.send(Array("\(TerminalHome.passphrase)\n".utf8))
    return child
  }

  @Test(arguments: [SIGKILL, SIGINT, SIGTERM, SIGHUP])
  func `keeps all or nothing when it is cut off`(signal: Int32) throws {
    var home = try TerminalHome()
    var path = try export(Self.fewer, in: home)
    let clock = ContinuousClock()
    let whole = try clock.measure { _ = try start(path, in: home).finish() }
    #expect(try noteCount(in: home) == Self.fewer)
    var outcomes: Set<Int> = []
    let turns = FaultCount.number(quick: 5, full: 100)
    for turn in 0..<turns {
      if try noteCount(in: home) > 0 {
        home = try TerminalHome()
        path = try export(Self.fewer, in: home)
      }
      let child = try start(path, in: home)
      let share = Double(turn) / Double(turns) * 1.3
      Thread.sleep(forTimeInterval: (whole / .seconds(1)) * share)
      child.signal(signal)
      let status = child.finish().status
      let kept = try noteCount(in: home)
      #expect(kept == 0 || kept == Self.fewer)
      if status == 0 { #expect(kept == Self.fewer) }
      outcomes.insert(kept)
      #expect(try !home.files().keys.contains { $0.contains(".kith-") } || signal == SIGKILL)
    }
    #expect(outcomes.contains(0))
    try FaultCount.tally(turns)
  }

  @Test func `tells on a terminal how far it has come`() throws {
    let home = try TerminalHome()
    let visitor = try Visitor(["import", try export(in: home), "--time-zone", "UTC"], in: home)
    try visitor.waitForSecret("Passphrase:")
    visitor.session.send(TerminalHome.passphrase + "\r")

    #expect(try visitor.session.exitStatus() == 0)
    #expect(visitor.raw.contains("1,250 of 2,500 entries are read …"))
    #expect(visitor.raw.contains("Sealing 2,500 entries …"))
    #expect(!visitor.said.contains("…"))
    #expect(visitor.said.contains("2,500 entries kept."))
    #expect(try noteCount(in: home) == Self.count)
  }

  @Test func `is left at the passphrase without a trace`() throws {
    let home = try TerminalHome()
    let path = try export(in: home)
    let before = try home.files()
    let visitor = try Visitor(["import", path], in: home)
    try visitor.waitForSecret("Passphrase:")
    visitor.session.send("\u{3}")

    _ = try visitor.session.exitStatus()
    #expect(try home.files() == before)
    #expect(visitor.session.isTerminalCalm)
  }

  @Test func `takes standard input and asks for the passphrase at the terminal`() throws {
    let home = try TerminalHome()
    let path = try export(in: home)
    let kith = Products.path(of: "kith")
    let session = try PtySession(
      "/bin/sh", ["-c", "cat '\(path)' | '\(kith)' import - --time-zone UTC"],
      environment: home.environment)
    try session.wait(for: "Passphrase:")
    session.send(TerminalHome.passphrase + "\r")

    #expect(try session.exitStatus() == 0)
    #expect(try noteCount(in: home) == Self.count)
  }
}

import Foundation
import TestSupport
import Testing

@testable import kith

/// Several windows keep things in one vault at the same time.
@Suite(.serialized) struct `Many windows` {
  /// One line of a writer's run: what it brought in, and how that ended.
  private struct Turn {
    var words: String
    var status: Int32
  }

  @Test(arguments: [(2, 500), (8, 100)])
  func `lose nothing, and keep nothing twice`(writers: Int, each: Int) throws {
    let count = FaultCount.number(quick: writers == 2 ? 5 : 2, full: each)
    let home = try TerminalHome()
    let children = try (1...writers).map { writer in
      try start(writer: writer, turns: count, in: home, isKilled: writers == 8 && writer == 1)
    }
    let turns = children.flatMap { Self.turns(in: $0.finish().output) }
    #expect(turns.count == writers * count)
    let kept = try Kept(in: home)
    for turn in turns where turn.status == 0 { #expect(kept.holds(turn.words), "\(turn)") }
    for turn in turns { #expect(kept.count(of: turn.words) <= 1, "\(turn)") }
    #expect(turns.allSatisfy { [0, 1, 128 + SIGKILL].contains($0.status) })
    #expect(turns.count { $0.status == 0 } > turns.count / 2)
    try FaultCount.tally(turns.count)
  }

  /// Starts a shell that brings in one entry after another.
  ///
  /// One of the eight windows dies every time, at a moment that nobody chose.
  private func start(
    writer: Int, turns: Int, in home: TerminalHome, isKilled: Bool
  ) throws -> ChildProcess {
    let folder = "\(home.path)/user/\(writer)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    for turn in 1...turns {
      try ImportTexts.one("writer \(writer) turn \(turn) end").write(
        toFile: "\(folder)/\(turn).json", atomically: false, encoding: .utf8)
      try "\(Double.random(in: 0.01...0.6))".write(
        toFile: "\(folder)/\(turn).seconds", atomically: false, encoding: .utf8)
    }
    let tool = isKilled ? "timeout -s KILL $(cat $turn.seconds)" : ""
    return try ChildProcess(
      Products.path(of: "kith"), [],
      throughShell: """
        cd '\(folder)'
        for turn in $(seq \(turns)); do
          echo '\(TerminalHome.passphrase)' \
          | env \(FaultStage.variables(of: home)) \(tool) "$0" import $turn.json --passphrase-fd 0 \
            >/dev/null 2>&1
          echo "writer \(writer) turn $turn end: $?"
        done
        """)
  }

  private static func turns(in output: String) -> [Turn] {
    output.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ":")
      guard parts.count == 2, let status = Int32(parts[1].dropFirst()) else { return nil }
      return Turn(words: String(parts[0]), status: status)
    }
  }
}

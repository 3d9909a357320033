import Foundation
import TestSupport
import Testing

@testable import kith

/// A disk on which there is little room, or none, beside what lies on it already.
@Suite struct `A disk that is too small` {
  /// Whether a disk in memory may be made here.
  static let canMount: Bool = {
    guard let unshare = Tools.path(of: "unshare") else { return false }
    // Where it cannot be tried, it is not allowed.
    return
      (try? ChildProcess.run(
        unshare, ["-m", "mount", "-t", "tmpfs", "none", "/mnt"], throughShell: "\"$0\" \"$@\" 2>&1"
      ).status) == 0
  }()

  @Test(
    .enabled(if: canMount, "a disk in memory may not be made here"), arguments: FaultAction.all)
  func `loses nothing, and is told in plain words`(action: FaultAction) throws {
    let template = try FaultStage.template.get()
    let before = try Kept(in: TerminalHome(copyOf: template))
    let full = try Self.size(of: template)
    let sizes = Array(stride(from: full, through: full * 2 + 64, by: 4))
    let chosen = FaultCount.chosen(sizes, quick: 2)
    var refused = 0
    for size in chosen {
      let home = try TerminalHome(copyOf: template)
      let outcome = try Self.run(action, in: home, kilobytes: size)
      let said = try action.said(in: home)
      if outcome.status != 0 {
        refused += 1
        #expect(outcome.status == 1 && said.contains("kith: "), "\(outcome) \(said)")
      }
      let faults = try action.faults(in: home, before: before, outcome: outcome)
      #expect(faults == [], "\(action.testDescription) with \(size) KiB: \(said)")
    }
    // Listing, and whatever else needs no room, may go well on every disk.
    #expect(action.testDescription == "fold-in" || refused > 0)
    try FaultCount.tally(chosen.count)
  }

  @Test(arguments: [
    ["journal", "list"], ["questionnaire", "export", "gad-2"], ["help-now", "--country", "GB"],
  ])
  func `for what is sent into a file is told of`(words: [String]) throws {
    let home = try TerminalHome(copyOf: FaultStage.template.get())
    let asks = words.first != "help-now"
    let outcome = try ChildProcess.run(
      Products.path(of: "kith"), words + (asks ? ["--passphrase-fd", "0"] : []),
      input: Array("\(TerminalHome.passphrase)\n".utf8),
      throughShell: "cd '\(home.path)/user'; \(FaultStage.variables(of: home)) exec \"$0\" \"$@\" "
        + "2>&1 >/dev/full")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("could not be written where you sent it (error 28)"))
  }

  /// How much room a home takes on a disk in memory, in KiB and rounded up to whole pages.
  private static func size(of home: TerminalHome) throws -> Int {
    let outcome = try ChildProcess.run(
      "/bin/sh", [home.path],
      throughShell: """
        unshare -m sh -c 'mount -t tmpfs none /mnt && cp -a "$1"/. /mnt && df -k --output=used /mnt' \
        sh "$1" | tail -1
        """)
    return try #require(Int(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// Runs an action in a home that lies on a disk of a size, and copies back what is left there.
  private static func run(
    _ action: FaultAction, in home: TerminalHome, kilobytes: Int
  ) throws -> ChildProcess.Outcome {
    let back = home.path + "-back"
    let command = """
      unshare -m sh -c '
        cp -a "\(home.path)" "\(back)"
        mount -t tmpfs -o size=\(kilobytes)k none "\(home.path)" || exit 90
        cp -a "\(back)"/. "\(home.path)" || exit 91
        (\(action.command(in: home).replacing("'", with: "'\\''").replacing("\(home.path)/tmp/errors", with: "\(back)-errors")))
        status=$?
        rm -rf "\(back)"
        cp -a "\(home.path)" "\(back)"
        umount "\(home.path)"
        rm -rf "\(home.path)"
        mv "\(back)" "\(home.path)"
        mv "\(back)-errors" "\(home.path)/tmp/errors"
        exit $status
      ' "$0" "$@"
      """
    return try ChildProcess.run(
      Products.path(of: "kith"), action.arguments, input: action.bytes, throughShell: command)
  }
}

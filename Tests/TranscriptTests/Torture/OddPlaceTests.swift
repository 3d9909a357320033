import Foundation
import TestSupport
import Testing

@testable import kith

/// Folders and files with permissions, owners and attributes that nobody wants.
@Suite struct `A place that is not as it should be` {
  /// The account that owns nothing.
  private static let asNobody =
    "setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all"

  private static let before = Result {
    try Kept(in: TerminalHome(copyOf: FaultStage.template.get()))
  }

  private static let canBeNobody = getuid() == 0 && Tools.path(of: "setpriv") != nil

  private static let canPin: Bool = {
    // Where it cannot be tried, it is not allowed.
    guard let folder = try? TemporaryFolder(), (try? folder.write("", to: "pin")) != nil else {
      return false
    }
    return shell("chattr +i '\(folder.path)/pin' && chattr -i '\(folder.path)/pin'") == 0
  }()

  @discardableResult
  private static func shell(_ command: String) -> Int32 {
    // A shell that cannot be started does nothing, which the status tells.
    (try? ChildProcess.run("/bin/sh", [], throughShell: "(\(command)) >/dev/null 2>&1").status)
      ?? -1
  }

  /// Does something in a home, and expects the old or the new and nothing said but in plain words.
  @discardableResult
  private func attempt(
    _ action: FaultAction, in home: TerminalHome, through tool: String = "",
    then mend: String = ""
  ) throws -> ChildProcess.Outcome {
    let outcome = try action.run(in: home, through: tool)
    let said = try action.said(in: home)
    Self.shell(mend.isEmpty ? "true" : mend)
    #expect(outcome.status == 0 || outcome.status == 1 && said.contains("kith: "), "\(said)")
    let faults = try action.faults(in: home, before: Self.before.get(), outcome: outcome)
    #expect(faults == [], "\(action.testDescription) through '\(tool)': \(said)")
    try FaultCount.tally(1)
    return outcome
  }

  @Test(arguments: ["000", "022", "077", "777"])
  func `stays the owner's alone under any mask`(mask: String) throws {
    for action in FaultCount.chosen(FaultAction.all, quick: 2) {
      let home = try TerminalHome(copyOf: FaultStage.template.get())
      let outcome = try attempt(
        action, in: home, through: "sh -c 'umask \(mask); exec \"$0\" \"$@\"'")
      #expect(outcome.status == 0)
      let modes = try home.permissions().filter { path, _ in
        ["kith", "state", "user/stick/kith"].contains { path.hasPrefix($0) }
      }
      #expect(modes.count > 10)
      for (path, mode) in modes where !path.hasSuffix("/recipient") {
        #expect(["700", "600"].contains(mode), "\(path)")
      }
    }
  }

  @Test(.enabled(if: canBeNobody, "needs to be root"))
  func `that belongs to somebody else is left alone`() throws {
    for action in FaultCount.chosen(FaultAction.all, quick: 2) {
      let home = try TerminalHome(copyOf: FaultStage.template.get())
      let files = try home.files()
      let outcome = try action.run(in: home, through: Self.asNobody)
      #expect(outcome.status == 1)
      #expect(try action.said(in: home).contains("kith: "))
      let after = try home.files()
      #expect(after.filter { $0.key != "tmp/errors" } == files.filter { $0.key != "tmp/errors" })
      try FaultCount.tally(1)
    }
  }

  @Test(
    .enabled(if: canBeNobody, "needs to be root"),
    arguments: [
      "0500 kith", "0400 kith/journal.age", "0400 kith/key.age", "0500 kith/inbox", "0500 state",
      "0000 kith/journal.age", "0000 kith/backups", "0777 kith", "0666 kith/journal.age",
    ])
  func `loses nothing where not everything may be read or written`(change: String) throws {
    let words = change.split(separator: " ")
    for action in FaultCount.chosen(FaultAction.all, quick: 1) {
      let home = try TerminalHome(copyOf: FaultStage.template.get())
      Self.shell("chown -R 65534:65534 '\(home.path)'")
      #expect(Self.shell("chmod \(words[0]) '\(home.path)/\(words[1])'") == 0)
      try attempt(
        action, in: home, through: Self.asNobody,
        then: "chown -R 0:0 '\(home.path)'; chmod -R u+rwX '\(home.path)'")
    }
  }

  @Test(
    .enabled(if: canPin, "files may not be pinned here"),
    arguments: ["kith", "kith/journal.age", "kith/key.age", "kith/recipient", "kith/inbox"])
  func `loses nothing where a file is pinned`(name: String) throws {
    for action in FaultCount.chosen(FaultAction.all, quick: 1) {
      let home = try TerminalHome(copyOf: FaultStage.template.get())
      #expect(Self.shell("chattr +i '\(home.path)/\(name)'") == 0)
      try attempt(action, in: home, then: "chattr -R -i '\(home.path)'")
    }
  }

  @Test func `that others may look into is told of`() throws {
    let home = try TerminalHome()
    #expect(Self.shell("chmod 0777 '\(home.path)/kith'") == 0)
    let action = try #require(FaultAction.all.first { $0.testDescription == "fold-in" })
    #expect(try action.run(in: home).status == 0)
    #expect(try action.said(in: home).contains("is open to others"))
  }

  @Test(arguments: [["note"], ["journal", "list"], ["check-in"], ["privacy"]])
  func `is not made up where no home is known`(words: [String]) throws {
    let home = try TerminalHome(hasVault: false)
    for variables in ["", "HOME=", "HOME=user", "HOME='\(home.path)/nowhere'"] {
      let outcome = try ChildProcess.run(
        Products.path(of: "kith"), words, input: Array("words\n".utf8),
        throughShell: "cd '\(home.path)' && exec env -i \(variables) \"$0\" \"$@\" 2>&1")
      // Whoever begins is welcomed first, and so far nothing is needed from the disk.
      let isFirst = words == ["privacy"] || words == ["check-in"]
      #expect(outcome.status == 1 || isFirst && outcome.status == 0, "\(variables): \(outcome)")
      #expect(!outcome.output.contains("Fatal error"))
      #expect(try home.files() == [:])
      #expect(!FileManager.default.fileExists(atPath: "\(home.path)/nowhere"))
      try FaultCount.tally(1)
    }
  }

  @Test func `is below the home folder where nothing else is said`() throws {
    let home = try TerminalHome()
    for (old, new) in [("kith", "share"), ("state", "state")] {
      let folder = "\(home.path)/user/.local/\(new)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try FileManager.default.moveItem(atPath: "\(home.path)/\(old)", toPath: "\(folder)/kith")
    }
    let outcome = try ChildProcess.run(
      Products.path(of: "kith"), ["note"], input: Array("on the bus".utf8),
      throughShell: "cd '\(home.path)/tmp' && exec env -i HOME='\(home.path)/user' \"$0\" \"$@\"")
    #expect(outcome.status == 0)
    #expect(try home.files().keys.allSatisfy { $0.hasPrefix("user/.local/") })
    #expect(try home.files().keys.contains { $0.hasPrefix("user/.local/share/kith/inbox/") })
  }
}

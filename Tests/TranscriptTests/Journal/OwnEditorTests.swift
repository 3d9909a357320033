import CPlatform
import Foundation
import Testing

@testable import kith

/// Editing with the person's own editor: in memory alone, and nothing is left behind.
@Suite(.enabled(if: platform_is_in_memory("/dev/shm") == 1, "needs a file system in memory"))
struct `The person's own editor` {
  /// An editor that notes what it was given, and changes the text.
  private func editor(_ name: String, in folder: String, script: String) throws -> String {
    let path = "\(folder)/\(name)"
    try "#!/bin/sh\nfor f; do :; done\n\(script)\n"
      .write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return path
  }

  @Test func `gets the words in a folder in memory that is gone afterwards`() throws {
    var stage = try Stage()
    defer { stage.strike() }
    try stage.keepEntries()
    let report = "\(stage.home)/report"
    let program = try editor(
      "myvim", in: stage.home,
      script: """
        { printf '%s ' "$@"; echo; dirname "$f"; stat -c %a "$(dirname "$f")" "$f"; } > \(report)
        echo changed >> "$f"
        """)
    stage.environment = ["EDITOR": program, "PATH": "/usr/bin:/bin"]
    let edited = stage.run(["journal", "edit", "7", "--editor"])

    #expect(edited.exitCode == 0)
    #expect(stage.run(["journal", "show", "7"]).shown.contains("and then she\n    changed"))
    let lines = try String(contentsOfFile: report, encoding: .utf8).split(separator: "\n")
    try #require(lines.count == 4)
    #expect(lines[0].hasPrefix("-n -i NONE --cmd set noswapfile nobackup"))
    #expect(!lines[0].contains("then she"))
    #expect(lines[1].hasPrefix("/dev/shm/kith-edit-"))
    #expect(lines[2...] == ["700", "600"])
    #expect(!FileManager.default.fileExists(atPath: String(lines[1])))
  }

  @Test func `is asked about when kith does not know it`() throws {
    var stage = try Stage()
    defer { stage.strike() }
    try stage.keepEntries()
    let program = try editor("strange", in: stage.home, script: "echo changed > \"$f\"")
    stage.environment = ["VISUAL": program, "EDITOR": "/none"]

    let refused = stage.run(["journal", "edit", "7", "--editor"], typing: ["no"])
    #expect(refused.shown.contains("it may keep copies or a history"))
    #expect(refused.shown.contains("Nothing was changed."))
    let edited = stage.run(["journal", "edit", "7", "--editor"], typing: ["yes"])
    #expect(edited.shown.contains("Kept."))
  }

  @Test(arguments: [("exit 1", "ended with an error"), ("rm \"$f\"", "took its file away")])
  func `changes nothing when it fails`(script: String, message: String) throws {
    var stage = try Stage()
    defer { stage.strike() }
    try stage.keepEntries()
    let program = try editor("nano", in: stage.home, script: script)
    stage.environment = ["EDITOR": program, "PATH": "/usr/bin:/bin"]
    let failed = stage.run(["journal", "edit", "7", "--editor"])

    #expect(failed.exitCode == 1)
    #expect(failed.complaints.contains(message))
    #expect(stage.run(["journal", "show", "7"]).shown.contains("and then she"))
  }

  @Test func `leaves nothing that a later start does not sweep away`() throws {
    let place = "/dev/shm/kith-sweep-\(UUID().uuidString)"
    let dead = "\(place)/kith-edit-2147483000-abc"
    let living = "\(place)/kith-edit-\(getpid())-abc"
    for folder in [dead, living] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try "words".write(toFile: "\(folder)/entry.txt", atomically: true, encoding: .utf8)
    }
    MemoryFolder.sweep(environment: ["XDG_RUNTIME_DIR": place])

    #expect(!FileManager.default.fileExists(atPath: dead))
    #expect(FileManager.default.fileExists(atPath: living))
    try FileManager.default.removeItem(atPath: place)
  }
}

@Suite struct `Open windows` {
  @Test func `are the living processes of the same user and program`() throws {
    let folder = NSTemporaryDirectory() + "kith-windows-\(UUID().uuidString)"
    for (number, status) in [
      ("11", "Name:\tkith\nState:\tS (sleeping)\nUid:\t7\t7\t7\t7\n"),
      ("12", "Name:\tkith\nState:\tZ (zombie)\nUid:\t7\t7\t7\t7\n"),
      ("13", "Name:\tkith\nState:\tS (sleeping)\nUid:\t8\t8\t8\t8\n"),
      ("14", "Name:\tvi\nState:\tS (sleeping)\nUid:\t7\t7\t7\t7\n"),
      ("15", "Name:\tkith\nState:\tR (running)\nUid:\t7\t7\t7\t7\n"),
      ("9", "Name:\tkith\nState:\tT (stopped)\nUid:\t7\t7\t7\t7\n"),
      ("self", ""),
    ] {
      let process = "\(folder)/\(number)"
      try FileManager.default.createDirectory(atPath: process, withIntermediateDirectories: true)
      try status.write(toFile: "\(process)/status", atomically: true, encoding: .utf8)
    }
    #expect(OpenWindows(processes: folder, own: 15, user: 7).others() == [9, 11])
    try FileManager.default.removeItem(atPath: folder)
  }
}

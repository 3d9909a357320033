import Console
import Foundation
import JournalStorage
import Testing

@testable import kith

/// Backups, keys and the end of a journal, by the commands.
@Suite struct `Looking after a journal` {
  let stage: Stage

  init() throws {
    stage = try Stage()
    try stage.keepEntries()
  }

  @Test func `a backup brings back what was deleted, when it takes the journal's place`() throws {
    defer { stage.strike() }
    let made = stage.run(["journal", "backup", stage.home])
    #expect(made.exitCode == 0)
    let folder = "\(stage.home)/kith-backup-2026-11-23"
    #expect(made.shown.contains(folder))
    #expect(stage.run(["journal", "delete", "1", "--yes"]).shown.contains("Deleted: 1 record"))
    #expect(stage.run(["journal", "delete", "1", "--yes"]).shown.contains(folder))

    let merged = stage.run(["journal", "restore", folder])
    #expect(merged.shown.contains("The journal has all of it already: 7 records."))
    let kept = stage.run(["journal", "restore", folder, "--replace"], typing: [""])
    #expect(kept.shown.contains("Nothing was changed."))
    let replaced = stage.run(["journal", "restore", folder, "--replace"], typing: ["yes"])
    #expect(replaced.shown.contains("2 records came back."))
    #expect(stage.run(["journal", "show", "1"]).shown.contains("Two years ago"))
    #expect(stage.run(["journal", "verify"]).exitCode == 0)
  }

  @Test func `a file of another vault is merged with its own passphrase`() throws {
    defer { stage.strike() }
    let other = try Stage()
    defer { other.strike() }
    try other.keepEntries()
    let path = "\(other.home)/kith/journal.age"

    let merged = stage.run(["journal", "merge", path])
    #expect(merged.exitCode == 0)
    #expect(merged.shown.contains("That file belongs to another vault."))
    #expect(merged.shown.contains("It has nothing that the journal lacks."))
    #expect(stage.run(["journal", "merge", "\(stage.home)/none"]).exitCode == 1)
    #expect(stage.run(["journal", "merge"]).shown.contains("No other copy lies beside"))
  }

  @Test func `a new passphrase and a new key leave the entries as they are`() throws {
    defer { stage.strike() }
    let before = stage.run(["journal", "show", "4"]).shown

    #expect(stage.run(["journal", "passphrase"]).shown.contains("The passphrase is changed."))
    #expect(stage.run(["journal", "rekey"], typing: [""]).shown.contains("Nothing was changed."))
    #expect(stage.run(["journal", "rekey"], typing: ["yes"]).shown.contains("Sealed anew"))
    #expect(stage.run(["journal", "show", "4"]).shown == before)
  }

  @Test func `the recovery sheet has the key and the stock commands`() throws {
    defer { stage.strike() }
    let sheet = stage.run(["journal", "recovery-sheet"]).shown

    #expect(sheet.contains("AGE-SECRET-KEY-1"))
    #expect(sheet.contains("age -d -i key.age journal.age"))
    #expect(sheet.contains("-----BEGIN AGE ENCRYPTED FILE-----"))
  }

  @Test func `a damaged journal is salvaged and called damaged`() throws {
    defer { stage.strike() }
    let path = "\(stage.home)/kith/journal.age"
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes[bytes.count - 20] ^= 1
    try bytes.write(to: URL(filePath: path))

    let report = stage.run(["journal", "verify"])
    #expect(report.exitCode == 1)
    #expect(report.shown.contains("The journal is damaged in 1 of"))
    #expect(!report.complaints.contains("passphrase"))
    let kept = stage.run(["journal", "restore", "--salvage"], typing: [""])
    #expect(kept.shown.contains("Nothing was changed."))
    #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    let saved = stage.run(["journal", "restore", "--salvage"], typing: ["yes"])
    #expect(saved.shown.contains("The journal is whole again"))
    #expect(stage.run(["journal", "verify"]).exitCode == 0)
    #expect(
      stage.run(["journal", "restore", "--salvage"]).shown.contains("there is nothing to salvage"))
  }

  @Test func `erasing leaves nothing and says what it cannot reach`() throws {
    defer { stage.strike() }
    #expect(stage.run(["journal", "erase", "--all"]).exitCode == 1)
    let erased = stage.run(["journal", "erase", "--all"], typing: ["erase"])

    #expect(erased.exitCode == 0)
    #expect(erased.shown.contains("\(stage.home)/kith/key.age"))
    #expect(erased.shown.contains("kith cannot reach these"))
    #expect(!FileManager.default.fileExists(atPath: "\(stage.home)/kith"))
    #expect(stage.run(["journal", "list"]).complaints.contains("there is no journal yet"))
  }
}

/// What the person wrote stays out of everything that is not its own page.
@Suite struct `The words of the journal` {
  @Test func `reach no message, whatever goes wrong`() throws {
    let stage = try Stage()
    defer { stage.strike() }
    try stage.keepEntries()
    let commands = [
      ["list"], ["list", "nonsense"], ["show", "99"], ["show", "4"], ["search", "drive"],
      ["search", "\"drive"], ["search", "kestrel"], ["edit", "4"], ["delete", "4"],
      ["delete", "--person", "kestrel"], ["tag", "add", "4", ""], ["tag", "list"], ["on-this-day"],
      ["verify"], ["backup", "/nowhere"], ["restore"], ["restore", "/nowhere"],
      ["merge", "/nowhere"], ["recovery-sheet"], ["erase", "--all"],
    ]
    for command in commands {
      let complaints = stage.run(["journal"] + command).complaints.lowercased()
      for word in ["drive", "kestrel", "mum", "family", "harbour", "deniz"] {
        #expect(!complaints.contains(word), "\(command)")
      }
    }
  }

  @Test(arguments: [
    ["list"], ["on-this-day"], ["tag", "add", "4", "x"], ["delete", "4", "--yes"], ["verify"],
    ["restore"],
  ])
  func `are not shown where they were not asked for`(command: [String]) throws {
    let stage = try Stage()
    defer { stage.strike() }
    try stage.keepEntries()
    let shown = stage.run(["journal"] + command).shown

    for word in ["drive", "Mum", "family", "tired", "Özgür"] { #expect(!shown.contains(word)) }
  }
}

import Coach
import Foundation
import TestSupport
import Testing

@testable import kith

/// Entries of other programs, brought in by the real program.
@Suite struct `An import` {
  static let jrnl = #"""
    {"tags": {"@ana": 1}, "entries": [
      {"title": "A quiet day.", "body": "Tea with @ana.", "date": "2026-11-20", "time": "19:30",
       "tags": ["@ana"], "starred": true},
      {"title": "Rain", "body": "", "date": "2026-11-21", "time": "08:00", "tags": [],
       "starred": false}
    ]}
    """#

  private let home: TerminalHome
  private let folder: String

  init() throws {
    home = try TerminalHome()
    folder = "\(home.path)/user"
  }

  private func write(_ text: String, to name: String) throws {
    let path = "\(folder)/\(name)"
    let parent = URL(filePath: path).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func arguments(_ arguments: [String]) -> [String] {
    arguments + ["--home", home.path, "--now", TerminalHome.now, "--passphrase-fd", "0"]
  }

  /// Runs the program in the folder of the person.
  private func run(_ words: String...) throws -> ChildProcess.Outcome {
    try ChildProcess.run(
      Products.path(of: "kith"), arguments(words),
      input: Array("\(TerminalHome.passphrase)\n".utf8),
      throughShell: "cd '\(folder)' && exec \"$0\" \"$@\" 2>&1")
  }

  /// The notes in the journal, oldest first, as time, zone, tags and words.
  private func notes() throws -> [String] {
    try home.unlock().history().records.filter { $0.kind == .note }.map { record in
      let words = record.body?.notes.map(\.text.plaintext).joined() ?? ""
      return "\(record.at) \(record.tz) \(record.tags.joined(separator: ",")) \(words)"
    }
  }

  @Test func `of an export keeps time, zone and tags, and can be run again`() throws {
    try write(Self.jrnl, to: "j.json")
    let first = try run("import", "j.json", "--time-zone", "America/New_York")

    #expect(
      first.output == """
        jrnl: 2 entries, 2026-11-20 to 2026-11-21.

        2 new.

        - 2 times name no zone and are taken as America/New_York.

        2 entries kept. The files you brought them from lie where they
        were, in clear text; remove them when you no longer need them.


        """)
    #expect(first.status == 0)
    let kept = [
      "2026-11-20T19:30:00-05:00 America/New_York ana,starred A quiet day.\nTea with @ana.",
      "2026-11-21T08:00:00-05:00 America/New_York  Rain",
    ]
    #expect(try notes() == kept)

    let second = try run("import", "j.json", "--time-zone", "America/New_York")
    #expect(second.status == 0)
    #expect(second.output.contains("0 new; 2 there already, with the same time and the same"))
    #expect(second.output.contains("Nothing is new, so nothing was changed."))
    #expect(try notes() == kept)
  }

  @Test func `that only looks changes no file`() throws {
    try write(Self.jrnl, to: "j.json")
    let before = try home.files()
    let outcome = try run("import", "j.json", "--dry-run")

    #expect(outcome.status == 0)
    #expect(outcome.output.contains("2 new."))
    #expect(outcome.output.contains("UTC is the zone of this computer; --time-zone ZONE"))
    #expect(outcome.output.contains("Nothing was kept: this only looked."))
    #expect(try home.files() == before)
  }

  @Test func `of a folder takes each Markdown file once, whatever links lie in it`() throws {
    try write("Morning.", to: "notes/2026-11-20.md")
    try write(
      "---\ndate: 2026-11-21 08:00\ntimezone: Europe/Berlin\n---\nRain.", to: "notes/in/b.md")
    try write("not a note", to: "notes/picture.txt")
    try write("hidden", to: "notes/.trash/2026-01-01.md")
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: "\(folder)/notes/in/up", withDestinationPath: "\(folder)/notes")
    try files.createSymbolicLink(atPath: "\(folder)/notes/self.md", withDestinationPath: "self.md")
    try files.createSymbolicLink(atPath: "\(folder)/notes/c.md", withDestinationPath: "in/b.md")
    let outcome = try run("import", "notes", "--time-zone", "UTC")

    #expect(outcome.status == 0)
    #expect(
      try notes() == [
        "2026-11-20T12:00:00Z UTC  Morning.",
        "2026-11-21T08:00:00+01:00 Europe/Berlin  c\n\nRain.",
      ])
    #expect(outcome.output.contains("1 other file is passed over."))
    #expect(outcome.output.contains("1 entry tells only the day and stands at noon."))
  }

  @Test func `of kith's own list gives the same journal`() throws {
    try write(Self.jrnl, to: "j.json")
    _ = try run("import", "j.json", "--time-zone", "Europe/Berlin")
    let list = try run("journal", "list", "--json")
    try write(list.output, to: "own.json")
    let again = try run("import", "own.json")
    #expect(again.output.contains("0 new; 2 there already"))

    let other = try TerminalHome()
    let outcome = try ChildProcess.run(
      Products.path(of: "kith"),
      ["import", "\(folder)/own.json", "--home", other.path, "--passphrase-fd", "0"],
      input: Array("\(TerminalHome.passphrase)\n".utf8))
    #expect(outcome.status == 0)
    #expect(
      try other.unlock().history().entries == home.unlock().history().entries)
  }

  @Test func `shows nothing that could act on a terminal`() throws {
    try write(
      #"{"title": "a\u0000b \u001b]0;x\u0007\u001b[31mred\u202eend", "date": "2026-11-20"}"#,
      to: "j.json")
    #expect(try run("import", "j.json", "--time-zone", "UTC").status == 0)

    #expect(
      try notes() == [
        "2026-11-20T12:00:00Z UTC  a\u{0}b \u{1B}]0;x\u{7}\u{1B}[31mred\u{202E}end"
      ])
    let shown = try run("journal", "show", "last").output
    #expect(shown.contains("ab redend"))
    #expect(!shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{0}" })
  }
}

// MARK: bad input

extension `An import` {
  /// What cannot be read: how it is made in the shell, how it is named, and what is said.
  static let broken: [(make: String, path: String, told: String)] = [
    (":", "none.json", "none.json: error: there is no such file"),
    ("mkdir f", "f", "f: error: there is no Markdown file (.md) in this folder"),
    (
      "mkdir f; echo '[]' >f/Journal.json", "f",
      "f: error: there is no Markdown file (.md) in this folder, but there is 'Journal.json'"
    ),
    ("mkfifo p.json", "p.json", "p.json: error: this is a pipe or a device; name an ordinary file"),
    ("mkdir f; mkfifo f/a.md", "f", "f/a.md: error: this is a pipe or a device; name an ordinary"),
    ("ln -s l.json l.json", "l.json", "l.json: error: the file cannot be read: too many levels"),
    ("printf '\\n' >e.json", "e.json", "e.json: error: the file is empty"),
    ("printf 'SECRET' >t.txt", "t.txt", "t.txt: error: this is neither JSON nor Markdown (.md)"),
    ("printf '[1,\\n SECRET]' >b.json", "b.json", "b.json:2:2: error: this is not JSON: this char"),
    ("printf '{\"\\0\":1}' >b.json", "b.json", "b.json:1:3: error: this is no text: it has a NUL"),
    (
      "printf 'ab\\n\\377SECRET' >b.md", "b.md", "b.md:2:1: error: this is not UTF-8; save the file"
    ),
    (
      "printf 'PK\\3\\4\\0\\0' >z.zip", "z.zip", "error: this is an archive; unpack it and name the"
    ),
    (
      "printf 'age-encryption.org/v1\\n' >a", "a", "a: error: this is a sealed file of age; open it"
    ),
    ("truncate -s 1G big.json", "big.json", "big.json: error: all files together are larger than"),
    ("echo '{\"a\": 1}' >o.json", "o.json", "o.json: error: this JSON is no export of jrnl or Day"),
    (
      "printf '{\"entries\":[{\"title\":\"SECRET\",\"date\":\"SECRET\"}]}' >j.json", "j.json",
      "j.json: entry 1: error: 'date' is no date or time that can be read"
    ),
    (
      "printf '{}' >\"$(printf 'e\\033[31m.json')\"", "e\u{1B}[31m.json", "e.json: error: this JSON"
    ),
  ]

  @Test(arguments: broken)
  func `of what cannot be read keeps nothing and says where it is wrong`(
    make: String, path: String, told: String
  ) throws {
    try write("Fine.", to: "2026-11-20.md")
    _ = try ChildProcess.run("/bin/sh", ["-c", "cd '\(folder)' && \(make)"])
    let before = try home.files().filter { $0.key.hasPrefix("kith/") }
    let outcome = try run("import", "2026-11-20.md", path)

    #expect(outcome.status == 1)
    #expect(outcome.output.contains(told), "\(outcome.output)")
    #expect(outcome.output.hasPrefix("kith: nothing was imported, because of 1 fault\n"))
    #expect(!outcome.output.contains("SECRET"))
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(try home.files().filter { $0.key.hasPrefix("kith/") } == before)
  }

  @Test func `tells every fault up to a number`() throws {
    for number in 10..<35 { try write("---\ndate: soon\n---\nx", to: "notes/\(number).md") }
    let outcome = try run("import", "notes")

    #expect(outcome.status == 1)
    #expect(outcome.output.contains("nothing was imported, because of 25 faults"))
    #expect(outcome.output.contains("notes/29.md:2:7: error: 'date' is no date"))
    #expect(outcome.output.contains("… and 5 more"))
    #expect(!outcome.output.contains("notes/30.md"))
  }

  @Test(arguments: [
    (
      ["--format", "diary"], "there is no format 'diary'; there are: jrnl, day-one, markdown, kith"
    ),
    (
      ["--time-zone", "Mars/Base"],
      "no time zone is called 'Mars/Base'; write it like Europe/Berlin"
    ),
    (["-"], "standard input cannot bring both the entries and the passphrase"),
  ])
  func `typed wrongly is refused with what to type`(words: [String], told: String) throws {
    let outcome = try ChildProcess.run(
      Products.path(of: "kith"), arguments(["import", "x.json"] + words),
      throughShell: "exec \"$0\" \"$@\" 2>&1")

    #expect(outcome.status == 2)
    #expect(outcome.output.contains(told), "\(outcome.output)")
  }
}

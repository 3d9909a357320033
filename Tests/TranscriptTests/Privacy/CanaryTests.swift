import Coach
import Foundation
import Questionnaires
import TestSupport
import Testing

@testable import kith

/// Words that nobody says, typed wherever words can be typed, and then looked for everywhere.
@Suite(.serialized) struct `What was typed` {
  private let kith = Products.path(of: "kith")

  /// New in every run, so that no other file of the computer has it.
  private let canary = "kestrel\(UInt64.random(in: 1_000_000...UInt64.max))"

  /// One place where words are typed, and how.
  struct Entry: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var arguments: [String]
    var country: String? = "GB"
    var replies: [String] = []
    var isSecret = false

    /// Whether the journal has an entry with a few words before.
    var hasEntry = false

    /// Whether anything is written to the disk at all.
    var isKept = true

    /// The key that leaves: words that are given with Enter, or not at all.
    var end = "\r\u{3}"

    static let all = [
      Entry(
        testDescription: "a wrong passphrase", arguments: ["check-in"], isSecret: true,
        isKept: false),
      Entry(testDescription: "a line of a text", arguments: ["prompt", "--seed", "7"]),
      Entry(testDescription: "half a text", arguments: ["prompt", "--seed", "7"], end: "\u{1C}"),
      Entry(testDescription: "a rating that is none", arguments: ["check-in"], isKept: false),
      Entry(
        testDescription: "a name of one's own", arguments: ["check-in"], country: nil,
        replies: ["united k"]),
      Entry(testDescription: "somebody's name", arguments: ["inventory"]),
      Entry(testDescription: "a choice that is none", arguments: [], isKept: false),
      Entry(testDescription: "a note", arguments: ["note"]),
      Entry(testDescription: "half a note", arguments: ["note"], end: "\u{1C}"),
      Entry(
        testDescription: "a remark beside a question",
        arguments: ["questionnaire", "fill", "gad-2"], replies: [":note"]),
      Entry(
        testDescription: "a jump in a form", arguments: ["questionnaire", "fill", "gad-2"],
        replies: [":jump"], isKept: false),
      Entry(
        testDescription: "words to look for", arguments: ["journal", "search"], hasEntry: true,
        isKept: false, end: "\r"),
      Entry(
        testDescription: "other words for an entry", arguments: ["journal", "edit", "last"],
        hasEntry: true, end: "\r\r"),
      Entry(
        testDescription: "half of other words for an entry",
        arguments: ["journal", "edit", "last"],
        hasEntry: true),
      Entry(
        testDescription: "other words for an entry, out of sight",
        arguments: ["journal", "edit", "last"], hasEntry: true, end: "\u{1C}"),
    ]
  }

  private func visit(_ entry: Entry, in home: TerminalHome, through tracer: [String]) throws
    -> PtySession
  {
    let session = try PtySession(
      tracer.first ?? kith, tracer.dropFirst() + (tracer.isEmpty ? [] : [kith]) + entry.arguments,
      environment: home.environment)
    if entry.arguments.first != "note" {
      try session.wait(for: "Passphrase:")
      if entry.isSecret {
        session.send(canary + "\r")
        try session.wait(for: "That is not the passphrase") { shown in
          shown.text.components(separatedBy: "Passphrase:").count == 3
        }
        session.send("\u{3}")
        return session
      }
      session.send(TerminalHome.passphrase + "\r")
    }
    for reply in entry.replies {
      try waitForPrompt(session)
      session.send(reply + "\r")
      usleep(200_000)
    }
    try waitForPrompt(session)
    session.send(canary + " and more of it")
    try session.wait(for: "the typed words") { $0.line($0.row).hasSuffix("it") }
    for key in entry.end {
      session.send(String(key))
      if key == "\r" { usleep(300_000) }
    }
    return session
  }

  private func waitForPrompt(_ session: PtySession) throws {
    while true {
      try session.wait(for: "a prompt") { $0.line($0.row).contains(">") }
      guard session.screen.line(session.screen.row).contains("Enter for more") else { return }
      session.send("\r")
      usleep(200_000)
    }
  }

  @Test(
    .enabled(if: Tools.canTrace, "strace is missing, or may not trace here"),
    arguments: Entry.all)
  func `is in no file that was opened, and nowhere else`(entry: Entry) throws {
    let home = try TerminalHome(country: entry.country)
    if entry.hasEntry { try keepEntry(in: home) }
    let traces = try TemporaryFolder()
    let marker = try TemporaryFolder()
    try marker.write("", to: "marker")
    let session = try visit(entry, in: home, through: try tracer(into: traces))
    _ = try session.exitStatus()

    let trace = try traces.text(of: "trace")
    #expect(!entry.isKept || !Self.pathsWritten(in: trace).isEmpty)
    try checkPaths(in: trace, of: home)
    #expect(try home.files(holding: canary) == [])
    #expect(Self.filesOfThisComputer(holding: canary, newerThan: "\(marker.path)/marker") == [])
  }

  @Test(
    .enabled(if: Tools.canTrace, "strace is missing, or may not trace here"),
    arguments: ["jrnl.json", "dayone.json", "markdown.md", "broken.json"])
  func `elsewhere is in the file it came from alone, once it is imported`(name: String) throws {
    let home = try TerminalHome()
    let traces = try TemporaryFolder()
    let folder = try TemporaryFolder()
    try folder.write("", to: "marker")
    usleep(20_000)
    try folder.write(file(name), to: name)
    let tracer = try tracer(into: traces)
    let outcome = try ChildProcess.run(
      tracer[0],
      tracer.dropFirst() + [
        kith, "import", "\(folder.path)/\(name)", "--home", home.path, "--passphrase-fd", "0",
      ],
      input: Array("\(TerminalHome.passphrase)\n".utf8),
      throughShell: "exec \"$0\" \"$@\" 2>&1")

    let isWhole = name != "broken.json"
    #expect(outcome.status == (isWhole ? 0 : 1))
    #expect(!outcome.output.contains(canary))
    #expect(outcome.output.contains(isWhole ? "1 entry" : "error:"), "\(outcome.output)")
    try checkPaths(in: try traces.text(of: "trace"), of: home)
    #expect(try home.files(holding: canary) == [])
    #expect(
      Self.filesOfThisComputer(holding: canary, newerThan: "\(folder.path)/marker")
        == ["\(folder.path)/\(name)"])
    let words = try home.unlock().history().entries.flatMap { $0.passages.map(\.text.plaintext) }
    #expect(words.contains { $0.contains(canary) } == isWhole)
  }

  @Test func `is found where it is`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "marker")
    usleep(20_000)
    try folder.write("a \(canary) b", to: "leak")
    #expect(
      Self.filesOfThisComputer(holding: canary, newerThan: "\(folder.path)/marker")
        == ["\(folder.path)/leak"])
    #expect(
      Self.pathsWritten(
        in: """
          1 openat(AT_FDCWD, "/etc/x", O_RDONLY|O_CLOEXEC) = 3
          1 openat(AT_FDCWD, "/tmp/y", O_WRONLY|O_CREAT|O_TRUNC, 0600) = 3
          1 openat(AT_FDCWD, "/tmp/z", O_RDWR) = -1 ENOENT (No such file)
          1 openat(AT_FDCWD, "/dev/tty", O_RDWR) = 4
          """) == ["/tmp/y"])
  }

  @Test(arguments: [["note", "CANARY"], ["note", "--CANARY"], ["CANARY"], ["--CANARY"]])
  func `is not repeated when it stands on the command line of a note`(words: [String]) throws {
    let home = try TerminalHome()
    let outcome = try ChildProcess.run(
      kith, words.map { $0.replacing("CANARY", with: canary) } + ["--home", home.path],
      throughShell: "exec \"$0\" \"$@\" 2>&1")
    #expect(outcome.status == 2)
    #expect(words.first != "note" || !outcome.output.contains(canary))
    #expect(try home.files(holding: canary) == [])
  }

  @Test func `is not on the command line that others can list`() throws {
    let home = try TerminalHome()
    let session = try PtySession(kith, ["inventory", canary], environment: home.environment)
    try session.wait(for: "Passphrase:")
    let line = try Data(contentsOf: URL(filePath: "/proc/\(session.process)/cmdline"))
    #expect(String(decoding: line, as: UTF8.self).hasPrefix(kith))
    #expect(line.range(of: Data(canary.utf8)) == nil)
    #expect(line.range(of: Data("inventory".utf8)) == nil)
  }
}

extension `What was typed` {
  /// A file of another program with the words in it.
  private func file(_ name: String) -> String {
    switch name {
    case "jrnl.json":
      #"{"tags": {}, "entries": [{"title": "\#(canary)", "body": "\#(canary)", "#
        + #""date": "2026-10-01", "time": "10:00", "tags": [], "starred": false}]}"#
    case "dayone.json":
      #"{"entries": [{"creationDate": "2026-10-01T10:00:00Z", "text": "\#(canary)"}]}"#
    case "markdown.md": "---\ndate: 2026-10-01\n---\n\(canary)\n"
    default:
      #"{"tags": {}, "entries": [{"title": "\#(canary)", "date": "\#(canary)"}, \#(canary)"#
    }
  }

  /// The beginning of a command that notes which files another one opens.
  private func tracer(into folder: TemporaryFolder) throws -> [String] {
    [
      try #require(Tools.path(of: "strace")), "-f", "-o", "\(folder.path)/trace", "-s", "0", "-e",
      "trace=open,openat,creat,rename,renameat,renameat2,link,linkat,memfd_create,execve",
    ]
  }

  /// Nothing but the vault was written to, no other program started, and no memory made a file.
  private func checkPaths(in trace: String, of home: TerminalHome) throws {
    for path in Self.pathsWritten(in: trace) {
      #expect(
        path.hasPrefix(home.path + "/kith") || path.hasPrefix(home.path + "/state"), "\(path)")
    }
    #expect(trace.components(separatedBy: "execve(").count == 2)
    #expect(!trace.contains("memfd_create"))
    #expect(!trace.contains(canary))
  }

  private func keepEntry(in home: TerminalHome) throws {
    var journal = try home.unlock()
    let time = try #require(LocalTime("2026-11-20T20:00:00Z"))
    try journal.keep(
      Record(
        id: "abcd0001-0000-4000-8000-000000000000", kind: .note, at: time, tz: "UTC",
        body: Coach.Entry(notes: [Note(prompt: "note", question: "", text: "An old one.")])),
      now: time)
  }

  /// The files that were opened for writing, without the terminal itself.
  private static func pathsWritten(in trace: String) -> [String] {
    trace.split(separator: "\n").compactMap { line in
      guard !line.contains("= -1 "), line.contains(/O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE|creat\(/),
        let path = line.firstMatch(of: /"([^"]*)"/)?.output.1
      else { return nil }
      return ["/dev/tty", "/dev/null"].contains(path) || path.hasPrefix("/dev/pts/")
        ? nil : String(path)
    }
  }

  /// The files in the places for temporary things that are newer than another and hold some words.
  private static func filesOfThisComputer(holding words: String, newerThan marker: String)
    -> [String]
  {
    let places = "/tmp /var/tmp /dev/shm /run \"${HOME:-/nonexistent}\""
    // Output that could not be read would look like nothing found; the test above finds something.
    let outcome = try? ChildProcess.run(
      "/bin/sh", [words, marker],
      throughShell: """
        find \(places) -xdev -maxdepth 6 -newer "$2" -type f -size -20000k \
        -exec grep -lF -e "$1" {} + 2>/dev/null
        """)
    return (outcome?.output ?? "no answer").split(separator: "\n").map(String.init).sorted()
  }
}

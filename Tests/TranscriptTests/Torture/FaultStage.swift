import Coach
import Foundation
import JournalStorage
import Questionnaires
import TestSupport
import Testing

@testable import kith

/// A home with something of everything that a vault can hold, to be copied for each fault.
enum FaultStage {
  /// Written by every action, so that copies of it are counted.
  static let editable = "77770001-0000-4000-8000-000000000000"
  static let deletable = "77770002-0000-4000-8000-000000000000"
  static let newPassphrase = "seven other words that nobody says"

  /// Made once for all tests of a run.
  static let template = Result { try make() }

  /// Thirty days of notes with their backups, a draft, two captures that wait, another device's
  /// copy, and a file to import.
  private static func make() throws -> TerminalHome {
    let home = try TerminalHome()
    var journal = try home.unlock()
    for day in 1...28 {
      let id = "77771\(100 + day)-0000-4000-8000-000000000000"
      try keep("day \(day)", id, day: "2026-10-\(day < 10 ? "0" : "")\(day)", in: &journal)
    }
    try keep("the words before", editable, day: "2026-11-20", in: &journal)
    try keep("to be gone", deletable, day: "2026-11-21", in: &journal)
    try addDevice(to: home)
    for words in ["caught on the bus", "caught on the stairs"] {
      let outcome = try run(["note"], in: home, input: words)
      try #require(outcome.status == 0)
    }
    let half = try run(
      ["prompt", "--seed", "7", "--passphrase-fd", "0"], in: home,
      input: "\(TerminalHome.passphrase)\nhalf a thought\n")
    try #require(half.status == 0)
    try ImportTexts.one("added by import").write(
      toFile: "\(home.path)/user/one.json", atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(
      atPath: "\(home.path)/user/stick", withIntermediateDirectories: false)
    for words in ["caught on the bus again", "caught on the stairs again"] {
      let outcome = try run(["note"], in: home, input: words)
      try #require(outcome.status == 0)
    }
    return home
  }

  private static func keep(
    _ words: String, _ id: String, day: String, in journal: inout Journal
  ) throws {
    let now = try Clock(chosen: "\(day)T08:00:00Z").now
    let record = Record(
      id: id, kind: .note, at: now, tz: "UTC",
      body: Entry(notes: [
        Note(prompt: "I01", question: "What is on your mind?", text: PrivateText(words))
      ]))
    try journal.keep(record, now: now)
  }

  /// Puts a copy of the vault beside it, in which another device has kept something since.
  private static func addDevice(to home: TerminalHome) throws {
    let device = try TerminalHome(copyOf: home)
    var journal = try device.unlock()
    let id = "77770003-0000-4000-8000-000000000000"
    try keep("from the other device", id, day: "2026-11-22", in: &journal)
    try FileManager.default.copyItem(
      atPath: "\(device.path)/kith", toPath: "\(home.path)/user/device")
  }

  /// Runs the program as it is.
  static func run(
    _ words: [String], in home: TerminalHome, input: String
  ) throws -> ChildProcess.Outcome {
    try ChildProcess.run(
      Products.path(of: "kith"), words, input: Array(input.utf8),
      throughShell: "\(variables(of: home)) exec \"$0\" \"$@\"")
  }

  /// The variables of a run, as a shell takes them.
  static func variables(of home: TerminalHome) -> String {
    var variables = home.environment
    variables["KITH_TEST_WORK_FACTOR"] = "2"
    return variables.sorted { $0.key < $1.key }.map { "\($0.key)='\($0.value)'" }
      .joined(separator: " ")
  }
}

/// Files of another program, to be brought in.
enum ImportTexts {
  /// A journal with one entry.
  static func one(_ words: String) -> String {
    #"""
    {"tags": {}, "entries": [
      {"title": "\#(words)", "body": "", "date": "2026-11-20", "time": "19:30", "tags": [],
       "starred": false}
    ]}
    """#
  }
}

/// What a home keeps, each thing in one line.
struct Kept: Equatable {
  var lines: Set<String>

  /// Everything that can be opened in a home, as a new start of the program finds it.
  init(in home: TerminalHome, passphrase: String = TerminalHome.passphrase) throws {
    let journal = try home.unlock(with: passphrase)
    var lines = try journal.history().records.map { record in
      ([record.id] + record.passages.map(\.text.plaintext)).joined(separator: " ")
    }
    for draft in try journal.drafts() {
      lines.append("draft \(draft.id) \(draft.replies.count + draft.offered.count)")
    }
    self.lines = Set(lines)
  }

  func holds(_ words: String) -> Bool { lines.contains { $0.contains(words) } }

  func count(of words: String) -> Int { lines.count { $0.contains(words) } }
}

import Foundation
import Spawning

/// jrnl, the console journal that most people have, with the same entries in the same run.
///
/// It is installed from PyPI into the folder of the run. Its journal is a plain text file, or that
/// file encrypted. Above 10,000 entries it is left out, since saving one takes it too long.
struct JournalPeers {
  /// The version whose settings file is written here; another one would ask about it first.
  private static let version = "4.6"
  private static let sizes = [1_000, 10_000]
  private static let leastRatio = 10.0

  private let bench: Bench
  private let folder: String

  init(_ bench: Bench) {
    self.bench = bench
    folder = "\(bench.scratch)/jrnl"
  }

  private enum Kind: String, CaseIterable {
    case plain
    case encrypted
  }

  /// What people do with a journal.
  private struct Deeds {
    let add: Sample
    let list: Sample
    let find: Sample
  }

  /// Measures it, and how many times as much it takes as kith.
  ///
  /// - Parameter figures: What was measured of kith.
  /// - Returns: Lines of the table.
  /// - Throws: ``BenchError`` when it cannot be installed or fails.
  func rows(beside figures: [JournalFigures]) throws -> [Row] {
    try install()
    let derivation = try self.derivation()
    var rows = [
      Row("jrnl, key derivation", Sample(laps: [Lap(wall: derivation, processor: derivation)]))
    ]
    for size in Self.sizes {
      for kind in Kind.allCases {
        let deeds = try self.deeds(size, kind)
        rows += [
          Row("jrnl \(kind.rawValue), \(size.grouped) entries: add one", deeds.add),
          Row("  the last ten", deeds.list), Row("  search a word", deeds.find),
        ]
        guard kind == .encrypted, let kith = figures.first(where: { $0.count == size }) else {
          continue
        }
        rows += ratios(deeds, kith, less: derivation, isGoal: size == 10_000)
      }
    }
    return rows
  }

  private func ratios(
    _ deeds: Deeds, _ kith: JournalFigures, less derivation: Duration, isGoal: Bool
  ) -> [Row] {
    func row(_ name: String, _ peer: Sample, _ own: Sample) -> Row {
      Row(
        "  less derivation, to kith: \(name)",
        factor: (peer.processor - derivation) / own.processor,
        atLeast: isGoal ? Self.leastRatio : nil)
    }
    return [
      row("save", deeds.add, kith.file), row("last ten", deeds.list, kith.list),
      row("search", deeds.find, kith.find),
    ]
  }

  private func deeds(_ size: Int, _ kind: Kind) throws -> Deeds {
    try write(size, kind)
    let runs = size > 1_000 ? 3 : 7
    var entries = MadeEntries(seed: 11)
    let words = entries.make(1)[0].text.split(separator: " ").map(String.init)
    return Deeds(
      add: try sample(runs, kind, words), list: try sample(runs, kind, ["-n", "10"]),
      find: try sample(runs, kind, ["-contains", MadeEntries.soughtWord, "-n", "10"]))
  }

  /// What encryption takes where there is next to nothing to encrypt: Python's part of it, and the
  /// derivation of the key.
  private func derivation() throws -> Duration {
    let times = try Kind.allCases.map { kind in
      try write(1, kind)
      return try sample(7, kind, ["-n", "1"]).processor
    }
    return times[1] - times[0]
  }

  private func sample(_ runs: Int, _ kind: Kind, _ words: [String]) throws -> Sample {
    Sample(
      laps: try (0..<runs).map { _ in
        let run = try run(kind, words)
        return Lap(wall: run.wall, processor: run.processor)
      })
  }
}

extension JournalPeers {
  private func install() throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/home", withIntermediateDirectories: true)
    let steps = [
      ["python3", "-m", "venv", "\(folder)/python"],
      ["\(folder)/python/bin/pip", "install", "--quiet", "--no-input", "jrnl==\(Self.version)"],
    ]
    for step in steps {
      guard try bench.program("/usr/bin/env", step).run().exitCode == 0 else {
        throw BenchError("jrnl could not be installed ('\(step.prefix(3).joined(separator: " "))')")
      }
    }
  }

  /// Writes a journal of its own format, and has it encrypted where that is asked for.
  private func write(_ size: Int, _ kind: Kind) throws {
    var entries = MadeEntries()
    let text = entries.make(size).map { entry in
      let moment = "\(entry.at)".prefix(16).split(separator: "T").joined(separator: " ")
      let title = entry.text.prefix { $0 != "." }
      return "[\(moment)] \(title).\n\(entry.text.dropFirst(title.count + 2))\n\n"
    }
    try text.joined().write(toFile: "\(folder)/journal", atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(
      atPath: "\(folder)/home/jrnl", withIntermediateDirectories: true)
    try settings.write(
      toFile: "\(folder)/home/jrnl/jrnl.yaml", atomically: true, encoding: .utf8)
    guard kind == .encrypted else { return }
    _ = try run(kind, ["--encrypt"])
  }

  private var settings: String {
    """
    colors: {body: none, date: none, tags: none, title: none}
    default_hour: 9
    default_minute: 0
    editor: ''
    encrypt: false
    highlight: false
    indent_character: '|'
    journals: {default: {journal: '\(folder)/journal'}}
    linewrap: 79
    tagsymbols: '@'
    template: false
    timeformat: '%F %R'
    version: '\(Self.version)'

    """
  }

  /// Runs it in a session of its own, because it asks for its password at the terminal if it can.
  private func run(_ kind: Kind, _ words: [String]) throws -> ProgramRun {
    let typed = "\(folder)/typed"
    let password = "\(Journals.passphrase)\n"
    try (kind == .plain ? "" : password + password + "n\n")
      .write(toFile: typed, atomically: true, encoding: .utf8)
    var program = bench.program(
      "/usr/bin/env", ["setsid", "\(folder)/python/bin/jrnl"] + words)
    program.environment.append("XDG_CONFIG_HOME=\(folder)/home")
    program.reads[0] = typed
    let run = try program.run()
    guard run.exitCode == 0 else {
      throw BenchError("'jrnl \(words[0].hasPrefix("-") ? words[0] : "")' failed")
    }
    return run
  }
}

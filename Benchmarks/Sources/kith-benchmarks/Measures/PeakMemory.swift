import Coach
import CoachContent
import Foundation
import JournalStorage
import Spawning

/// The most memory the program holds, in a whole check-in and before any passphrase.
struct PeakMemory {
  private static let limit = 60_000_000

  private let bench: Bench
  private let content: ContentLibrary
  private let home: String

  /// Prepares the measure.
  ///
  /// - Parameters:
  ///   - bench: The place of the run.
  ///   - content: The content that the program loads.
  ///   - home: The folder of a vault, whose work factor is changed and to which entries are added.
  init(_ bench: Bench, content: ContentLibrary, home: String) {
    self.bench = bench
    self.content = content
    self.home = home
  }

  /// Measures help before the passphrase, then check-ins under growing work factors.
  ///
  /// - Throws: What keeps the program from being run.
  func rows() throws -> [Row] {
    let help = try (0..<5).map { _ in try bench.peak(["help-now", "--country", "GB"]) }
    let least = try (0..<5).map { _ in try bench.peak(nil) }
    return [
      Row("peak memory: /bin/true", bytes: Sample.median(least)),
      Row("peak memory: kith help-now", bytes: Sample.median(help), within: Self.limit),
    ] + (try ([1] + KeyDerivation.factors).flatMap(rows(underFactor:)))
  }

  private func rows(underFactor factor: Int) throws -> [Row] {
    var passphrase = Array(Journals.passphrase.utf8)
    try Journals.unlock(home: home).changePassphrase(to: &passphrase, workFactor: factor)
    let found = try workFactor()
    let peak = Sample.median(try (0..<3).map { _ in try peakOfCheckIn() })
    let buffer = Self.bufferSize(of: found)
    let name = "peak memory: check-in, 2^\(found)"
    guard buffer > 1_000_000 else { return [Row(name, bytes: peak, within: Self.limit)] }
    let less = "  less \(Row.megabytes(buffer)) of derivation"
    return [Row(name, bytes: peak), Row(less, bytes: peak - buffer, within: Self.limit)]
  }

  /// The memory that scrypt takes: 128 bytes for each round and for each of eight blocks.
  private static func bufferSize(of factor: Int) -> Int { 128 * 8 << factor }

  /// Reads the work factor from the line `-> scrypt SALT FACTOR` of the key file.
  private func workFactor() throws -> Int {
    let path = "\(Journals.place(home: home).directory)/key.age"
    let bytes = FileManager.default.contents(atPath: path) ?? Data()
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let words = lines.first { $0.hasPrefix("-> scrypt ") }?.split(separator: " ") ?? []
    guard words.count == 4, let factor = Int(words[3]) else {
      throw BenchError("the key file does not tell its work factor")
    }
    return factor
  }

  /// Walks through a whole check-in and makes sure that it was kept.
  private func peakOfCheckIn() throws -> Int {
    let before = try Journals.unlock(home: home).history()
    let draft = Journals.draft(.checkIn, week: before.records.count, content: content)
    let sitting = try DullSitting(draft, content: content, history: before)
    let script = "\(bench.scratch)/typed"
    try (sitting.typed.joined(separator: "\n") + "\n")
      .write(toFile: script, atomically: true, encoding: .utf8)
    let options = ["--plain", "--home", home, "--now", "\(draft.startedAt)", "--seed", "1"]
    let peak = try bench.peak(["check-in", "--passphrase-fd", "3"] + options, input: script)
    let after = try Journals.unlock(home: home).history()
    guard after.records.count == before.records.count + 1 else {
      throw BenchError("the check-in that was typed in was not kept")
    }
    return peak
  }
}

extension Bench {
  /// Runs the program, or `/bin/true` where there are no words, and tells its peak.
  ///
  /// - Throws: ``BenchError`` when it fails; `SpawnError` when it cannot be run.
  func peak(_ words: [String]?, input: String = "/dev/null") throws -> Int {
    let result = "\(scratch)/peak"
    let command = words.map { [kith] + $0 } ?? ["/bin/true"]
    var program = program("\(tools)/peak-memory", command)
    program.reads = [0: input, 3: try passphraseFile()]
    program.writes[4] = result
    let run = try program.run()
    let text = try String(contentsOfFile: result, encoding: .utf8)
    guard run.exitCode == 0, let bytes = Int(text.prefix { $0 != "\n" }) else {
      throw BenchError("the peak memory of '\(words?.first ?? "true")' could not be measured")
    }
    return bytes
  }
}

import CoachContent
import Foundation
import Spawning

extension Work {
  /// The word that makes this program do a piece of work once and tell its times.
  static let onceOption = "--once"

  /// Does the work in many processes, once in each, as it is done for a person.
  ///
  /// What a process does for the first time takes longer: pages are touched, tables are built.
  ///
  /// - Parameters:
  ///   - count: The number of processes.
  ///   - bench: The place of the run.
  ///   - home: The folder of a vault.
  /// - Returns: A sample for each piece.
  /// - Throws: ``BenchError`` when a process failed.
  func samplesInFreshProcesses(_ count: Int, _ bench: Bench, home: String) throws -> [Sample] {
    let result = "\(bench.scratch)/laps"
    var program = bench.program(
      "\(bench.tools)/kith-benchmarks", [Self.onceOption, rawValue, bench.content.path, home])
    program.writes = [1: result]
    var samples = pieces.map { _ in Sample() }
    for _ in 0..<count {
      guard try program.run().exitCode == 0 else {
        throw BenchError("'\(rawValue)' could not be done in a process of its own")
      }
      let laps = try String(contentsOfFile: result, encoding: .utf8).split(separator: "\n")
        .compactMap(Lap.init(line:))
      guard laps.count == samples.count else { throw BenchError("a time is missing") }
      for (index, lap) in laps.enumerated() { samples[index].laps.append(lap) }
    }
    return samples
  }

  /// Does the work many times in this process.
  ///
  /// - Returns: A sample of the whole work.
  /// - Throws: What keeps the work from being done.
  func sampleInOneProcess(_ count: Int, _ bench: Bench, home: String) throws -> Sample {
    Sample(
      laps: try (0..<count).map { _ in
        try laps(content: bench.content, home: home).reduce(.none, +)
      })
  }

  /// Does the work once and writes its times on standard output, a piece a line.
  ///
  /// - Parameter words: The name of the work, the content folder and the folder of a vault.
  /// - Throws: ``BenchError`` when the words are not these.
  static func once(_ words: [String]) throws {
    guard words.count == 3, let work = Work(rawValue: words[0]) else {
      throw BenchError("\(onceOption) takes a piece of work, a content folder and a vault")
    }
    for lap in try work.laps(content: ContentFolder(path: words[1]), home: words[2]) {
      print(lap.line)
    }
  }
}

extension Lap {
  static let none = Lap(wall: .zero, processor: .zero)

  /// The two times in nanoseconds, as one process tells them to another.
  fileprivate var line: String { "\(wall.nanoseconds) \(processor.nanoseconds)" }

  fileprivate init?(line: Substring) {
    let numbers = line.split(separator: " ").compactMap { Int64($0) }
    guard numbers.count == 2 else { return nil }
    self.init(wall: .nanoseconds(numbers[0]), processor: .nanoseconds(numbers[1]))
  }
}

extension Duration {
  fileprivate var nanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}

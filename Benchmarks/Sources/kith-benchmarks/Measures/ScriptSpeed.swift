import Foundation
import YarnCompiler

/// How fast scripts are compiled and run, and in how much memory.
struct ScriptSpeed {
  /// The word that makes this program do a piece of this work once, for its memory.
  static let onceOption = "--script"

  private static let leastBytes = 10_000_000.0
  private static let leastLines = 1_000_000.0
  private static let sizes = [100_000, 1_000_000, 10_000_000]

  private let bench: Bench

  init(_ bench: Bench) {
    self.bench = bench
  }

  /// Measures both, the memory in processes of their own.
  ///
  /// - Throws: What keeps the work from being done.
  func rows() throws -> [Row] {
    try Self.sizes.flatMap {
      try compile($0, .sentences, "compile \(Self.name(of: $0)), sentences")
    }
      + Self.sizes.flatMap { try compile($0, .words, "compile \(Self.name(of: $0)), short lines") }
      + SpokenScript.allCases.map(run) + memory()
  }

  /// Does a piece of work once, so that its memory can be measured.
  ///
  /// - Parameter words: `compile` and a size, or the name of a script and a number of lines.
  /// - Throws: ``BenchError`` when the words are not these.
  static func once(_ words: [String]) throws {
    guard words.count == 2, let count = Int(words[1]) else {
      throw BenchError("\(onceOption) takes a piece of work and a number")
    }
    if words[0] == "compile" {
      _ = try compile(GeneratedScript(size: count, .sentences))
    } else if let script = SpokenScript(rawValue: words[0]) {
      try script.deliver(count)
    }
  }

  /// Compiles a script; what is given is thrown away by the caller, when nothing is timed.
  private static func compile(_ script: GeneratedScript) throws -> Compilation {
    let compilation = Compiler().compile([script.source])
    guard compilation.program != nil else { throw BenchError("the generated script is faulty") }
    return compilation
  }

  private static func name(of size: Int) -> String {
    size < 1_000_000 ? "0.\(size / 100_000) MB" : "\(size / 1_000_000) MB"
  }

  private func compile(
    _ size: Int, _ style: GeneratedScript.Style, _ name: String
  ) throws -> [Row] {
    let script = GeneratedScript(size: size, style)
    let laps = try (0..<(size > 1_000_000 ? 5 : 21)).map { _ in
      try Lap.timing { try Self.compile(script) }.1
    }
    let rate = Row.Rate(amount: Double(script.size), unit: "MB/s", perUnit: 1_000_000, digits: 1)
    return [Row(name, Sample(laps: laps), rate, atLeast: Self.leastBytes)]
  }

  private func run(_ script: SpokenScript) throws -> Row {
    let count = 1_000_000
    let laps = try (0..<5).map { _ in try Lap.timing { try script.deliver(count) }.1 }
    let rate = Row.Rate(amount: Double(count), unit: "M/s", perUnit: 1_000_000, digits: 2)
    return Row(
      "run \(script.name)", Sample(laps: laps), rate,
      atLeast: script == .plain ? Self.leastLines : nil)
  }

  private func memory() throws -> [Row] {
    let compiling = try Self.sizes.map { size in
      Row(
        "peak memory: compile \(Self.name(of: size))", bytes: try peak("compile", size))
    }
    let running = try [1, 10].map { millions in
      Row(
        "peak memory: run \(millions) M lines", bytes: try peak("markup", millions * 1_000_000))
    }
    return compiling + running
  }

  private func peak(_ work: String, _ count: Int) throws -> Int {
    let result = "\(bench.scratch)/peak"
    var program = bench.program(
      "\(bench.tools)/peak-memory",
      ["\(bench.tools)/kith-benchmarks", Self.onceOption, work, "\(count)"])
    program.writes[4] = result
    let run = try program.run()
    let text = try String(contentsOfFile: result, encoding: .utf8)
    guard run.exitCode == 0, let bytes = Int(text.prefix { $0 != "\n" }) else {
      throw BenchError("the peak memory of '\(work) \(count)' could not be measured")
    }
    return bytes
  }
}

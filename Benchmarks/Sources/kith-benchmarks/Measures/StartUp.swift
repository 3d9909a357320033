import Spawning

/// How long programs take from their start to their end, beside the least that a program takes.
struct StartUp {
  private static let rounds = 101
  private static let limit = Duration.milliseconds(15)
  private static let largestRatio = 3.0

  private let bench: Bench
  private let names = [
    "/bin/true", "Swift hello world", "kith --version", "kith help-now --country GB",
  ]

  init(_ bench: Bench) {
    self.bench = bench
  }

  /// Runs the programs in turn, round after round, so that a busy moment meets all of them.
  ///
  /// - Throws: `SpawnError` when one cannot be run; ``BenchError`` when one fails.
  func rows() throws -> [Row] {
    let programs = [
      bench.program("/bin/true"), bench.program("\(bench.tools)/hello"),
      bench.program(bench.kith, ["--version"]),
      bench.program(bench.kith, ["help-now", "--country", "GB"]),
    ]
    var samples = programs.map { _ in Sample() }
    for _ in 0..<Self.rounds {
      for (index, program) in programs.enumerated() {
        let run = try program.run()
        guard run.exitCode == 0 else { throw BenchError("'\(names[index])' failed") }
        samples[index].laps.append(Lap(wall: run.wall, processor: run.processor))
      }
    }
    return zip(names, samples).enumerated().map { index, measured in
      row(measured.0, measured.1, bare: samples[0], hello: samples[1], isPeer: index < 2)
    }
  }

  private func row(
    _ name: String, _ sample: Sample, bare: Sample, hello: Sample, isPeer: Bool
  ) -> Row {
    let both = sample.median / (bare.median + hello.median)
    var row = Row(name, sample)
    row.ratios = [sample.median / bare.median, sample.median / hello.median, both]
    guard !isPeer else { return row }
    row.target = "15 ms, 3 x"
    row.isMet = sample.median <= Self.limit && both <= Self.largestRatio
    return row
  }
}

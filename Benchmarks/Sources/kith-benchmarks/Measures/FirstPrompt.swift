/// How long it takes from the accepted passphrase to the first prompt of a check-in.
///
/// The vaults have the lowest work factor, so that next to no derivation is in the figures.
struct FirstPrompt {
  private static let limit = Duration.milliseconds(50)

  private let bench: Bench
  private let name: String
  private let home: String

  /// Prepares the measure.
  ///
  /// - Parameters:
  ///   - bench: The place of the run.
  ///   - name: A few words on what the vault holds.
  ///   - home: The folder of the vault.
  init(_ bench: Bench, _ name: String, home: String) {
    self.bench = bench
    self.name = name
    self.home = home
  }

  /// Measures the whole, its pieces, and the real program.
  ///
  /// The program loads the content before it asks for the passphrase; a person waits for the rest.
  ///
  /// - Throws: What keeps the work from being done.
  func rows() throws -> [Row] {
    let work = Work.firstPrompt
    let pieces = try work.samplesInFreshProcesses(31, bench, home: home)
    let again = try work.sampleInOneProcess(51, bench, home: home)
    let waited = Sample(adding: Array(pieces.dropFirst()))
    return [Row("first prompt, \(name)", Sample(adding: pieces), within: Self.limit)]
      + zip(work.pieces, pieces).map { Row("  \($0)", $1) }
      + [
        Row("  all but the content", waited, within: Self.limit),
        Row("  again, same process", again, within: Self.limit),
        Row("  kith check-in, start to end", try realProgram()),
      ]
  }

  /// The program itself, whose input ends at the first prompt: its start and its end included.
  private func realProgram() throws -> Sample {
    var program = bench.program(
      bench.kith, ["check-in", "--plain", "--home", home, "--passphrase-fd", "3"])
    program.reads[3] = try bench.passphraseFile()
    var sample = Sample()
    for _ in 0..<31 {
      let run = try program.run()
      guard run.exitCode == 0 else { throw BenchError("'kith check-in' failed") }
      sample.laps.append(Lap(wall: run.wall, processor: run.processor))
    }
    return sample
  }
}

extension Bench {
  /// A file that holds the passphrase of every vault.
  ///
  /// - Throws: Foundation's error when it cannot be written.
  func passphraseFile() throws -> String {
    let path = "\(scratch)/passphrase"
    try "\(Journals.passphrase)\n".write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }
}

extension Sample {
  /// The whole of pieces that were timed together, run by run.
  fileprivate init(adding pieces: [Sample]) {
    let count = pieces.map(\.laps.count).min() ?? 0
    laps = (0..<count).map { run in pieces.map { $0.laps[run] }.reduce(.none, +) }
  }
}

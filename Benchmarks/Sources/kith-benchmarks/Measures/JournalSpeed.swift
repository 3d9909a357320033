import Spawning

/// How long people wait for a journal of some size, and how much memory it takes.
///
/// The vault has the lowest work factor, so that next to no derivation is in the figures.
struct JournalSpeed {
  /// The numbers of entries that are measured.
  static let sizes = [1_000, 5_000, 10_000, 50_000, 100_000]

  private let bench: Bench

  init(_ bench: Bench) {
    self.bench = bench
  }

  /// Fills a vault and measures it; the vault is removed with the folder of the run.
  ///
  /// - Parameter count: The number of entries.
  /// - Returns: What it takes.
  /// - Throws: What keeps the vault from being made or the program from being run.
  func figures(_ count: Int) throws -> JournalFigures {
    var entries = MadeEntries()
    let home = try Journals.make(holding: entries.make(count), in: bench.scratch)
    let runs = count > 10_000 ? 5 : count > 5_000 ? 11 : 21
    func inside(_ work: Work) throws -> Sample {
      try work.samplesInFreshProcesses(runs, bench, home: home)[0]
    }
    let list = { (_: Int) in ["list", "--limit", "10"] }
    let find = { (_: Int) in ["search", MadeEntries.soughtWord, "--limit", "10"] }
    let file = { (run: Int) in ["tag", "add", "last", "tag-\(run)"] }
    // The first save of a day makes a backup as well.
    _ = try bench.journal(file(-1), home: home)
    return JournalFigures(
      count: count, save: try inside(.saveOne), lastTen: try inside(.lastTen),
      search: try inside(.search), list: try sample(runs, list, home: home),
      find: try sample(runs, find, home: home), file: try sample(runs, file, home: home),
      peakOfList: try peak(list, home: home), peakOfFind: try peak(find, home: home),
      peakOfFile: try peak(file, home: home))
  }

  /// Measures a note that is taken without the passphrase.
  ///
  /// - Throws: What keeps the vault from being made or the program from being run.
  func noteRow() throws -> Row {
    var entries = MadeEntries(seed: 7)
    let made = entries.make(50)
    let home = try Journals.make(holding: made, in: "\(bench.scratch)/notes")
    let words = "\(bench.scratch)/words"
    try made[0].text.write(toFile: words, atomically: true, encoding: .utf8)
    var program = bench.program(bench.kith, ["note", "--home", home])
    program.reads[0] = words
    var sample = Sample()
    for _ in 0..<51 {
      let run = try program.run()
      guard run.exitCode == 0 else { throw BenchError("'kith note' failed") }
      sample.laps.append(Lap(wall: run.wall, processor: run.processor))
    }
    return Row("kith note, 120 words", sample, within: .milliseconds(30))
  }

  private func sample(_ runs: Int, _ words: (Int) -> [String], home: String) throws -> Sample {
    Sample(
      laps: try (0..<runs).map { run in try bench.journal(words(run), home: home) })
  }

  private func peak(_ words: (Int) -> [String], home: String) throws -> Int {
    let options = ["--home", home, "--passphrase-fd", "3"]
    return Sample.median(
      try (0..<3).map { run in try bench.peak(["journal"] + words(1_000 + run) + options) })
  }
}

extension Bench {
  /// Runs a command of `kith journal` to its end.
  ///
  /// - Throws: ``BenchError`` when it fails; `SpawnError` when it cannot be run.
  fileprivate func journal(_ words: [String], home: String) throws -> Lap {
    var program = program(
      kith, ["journal"] + words + ["--home", home, "--passphrase-fd", "3"])
    program.reads[3] = try passphraseFile()
    let run = try program.run()
    guard run.exitCode == 0 else { throw BenchError("'kith journal \(words[0])' failed") }
    return Lap(wall: run.wall, processor: run.processor)
  }
}

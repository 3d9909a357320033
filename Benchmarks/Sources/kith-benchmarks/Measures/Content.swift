/// How long all content takes to load and to check.
struct Content {
  private let bench: Bench

  init(_ bench: Bench) {
    self.bench = bench
  }

  /// Measures both the check that a sitting needs and the whole one.
  ///
  /// - Throws: ``BenchError`` when the content has errors.
  func rows() throws -> [Row] {
    try rows(.load, "content loaded", within: .milliseconds(30))
      + rows(.check, "content loaded, all checked", within: .milliseconds(100))
  }

  private func rows(_ work: Work, _ name: String, within limit: Duration) throws -> [Row] {
    let fresh = try work.samplesInFreshProcesses(31, bench, home: "")
    let again = try work.sampleInOneProcess(51, bench, home: "")
    return fresh.map { Row(name, $0, within: limit) }
      + [Row("  again, same process", again, within: limit)]
  }
}

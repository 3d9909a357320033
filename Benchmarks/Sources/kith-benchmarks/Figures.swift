import CoachContent

/// All figures, measured one after another.
struct Figures {
  private static let yearsOfCheckIns = 260

  private let bench: Bench
  private let say: (String) -> Void

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - bench: The place of the run.
  ///   - say: Tells what is being measured.
  init(_ bench: Bench, say: @escaping (String) -> Void) {
    self.bench = bench
    self.say = say
  }

  /// Measures everything; what cannot be measured says so in its row.
  ///
  /// - Throws: What keeps the content from being loaded or the vaults from being made.
  func groups() throws -> [[Row]] {
    let startUp = measure("start-up") { try StartUp(bench).rows() }
    let loading = measure("content") { try Content(bench).rows() }
    say("filling a journal with five years of check-ins")
    let content = try ContentLoader(bench.content).library()
    let journals = Journals(content: content, in: bench.scratch)
    let new = try journals.make(checkIns: 0)
    let old = try journals.make(checkIns: Self.yearsOfCheckIns)
    return [
      startUp, loading,
      measure("scripts") { try ScriptSpeed(bench).rows() },
      measure("forms") { try FormSpeed().rows() },
      measure("first prompt") { try FirstPrompt(bench, "no check-in yet", home: new).rows() },
      measure("first prompt") {
        try FirstPrompt(bench, "\(Self.yearsOfCheckIns) check-ins", home: old).rows()
      },
      measure("key derivation") { try KeyDerivation().rows() },
      measure("peak memory") { try PeakMemory(bench, content: content, home: old).rows() },
    ]
  }

  private func measure(_ name: String, _ work: () throws -> [Row]) -> [Row] {
    say("measuring \(name)")
    do {
      return try work()
    } catch {
      return [Row(name, notMeasured: error)]
    }
  }

  /// How to read the table.
  static let notes = [
    "",
    "median, fastest: time on the wall. CPU: median of the time processors worked. x both: the",
    "median as a multiple of /bin/true and the hello world together. MB: millions of bytes.",
    "Scripts: amounts a second, so more is better; M: millions of lines.",
    "Content and first prompt: each run is the first in a process of its own, unless it says not.",
  ]
}

import CoachContent

/// All figures, measured one after another.
struct Figures {
  private static let yearsOfCheckIns = 260

  private let bench: Bench
  private let chosen: [Group]
  private let say: (String) -> Void

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - bench: The place of the run.
  ///   - chosen: What to measure; everything when it is empty.
  ///   - say: Tells what is being measured.
  init(_ bench: Bench, _ chosen: [Group], say: @escaping (String) -> Void) {
    self.bench = bench
    self.chosen = chosen.isEmpty ? Group.allCases : chosen
    self.say = say
  }

  /// Measures what was chosen; what cannot be measured says so in its row.
  ///
  /// - Throws: What keeps the content from being loaded or the vaults from being made.
  func groups() throws -> [[Row]] {
    try chosen.flatMap(rows)
  }

  private func rows(of group: Group) throws -> [[Row]] {
    switch group {
    case .startUp: return [measure("start-up") { try StartUp(bench).rows() }]
    case .content: return [measure("content") { try Content(bench).rows() }]
    case .scripts: return [measure("scripts") { try ScriptSpeed(bench).rows() }]
    case .forms: return [measure("forms") { try FormSpeed().rows() }]
    case .sittings: return try sittings()
    case .derivation: return [measure("key derivation") { try KeyDerivation().rows() }]
    case .journal: return journal()
    }
  }

  private func sittings() throws -> [[Row]] {
    say("filling a journal with five years of check-ins")
    let content = try ContentLoader(bench.content).library()
    let journals = Journals(content: content, in: bench.scratch)
    let new = try journals.make(checkIns: 0)
    let old = try journals.make(checkIns: Self.yearsOfCheckIns)
    return [
      measure("first prompt") { try FirstPrompt(bench, "no check-in yet", home: new).rows() },
      measure("first prompt") {
        try FirstPrompt(bench, "\(Self.yearsOfCheckIns) check-ins", home: old).rows()
      },
      measure("peak memory") { try PeakMemory(bench, content: content, home: old).rows() },
    ]
  }

  private func journal() -> [[Row]] {
    let speed = JournalSpeed(bench)
    var figures: [JournalFigures] = []
    let sizes = JournalSpeed.sizes.map { size in
      measure("a journal of \(size.grouped) entries") {
        let found = try speed.figures(size)
        figures.append(found)
        return found.rows
      }
    }
    let growth = zip(figures, figures.dropFirst()).flatMap { $1.growthRows(from: $0) }
    let note = measure("a note") { [try speed.noteRow()] }
    let peers = measure("jrnl") { try JournalPeers(bench).rows(beside: figures) }
    return sizes + [growth, note, peers]
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
    "Journal: entries of 120 words; the first three figures of each size without the start of the",
    "program, each in a process of its own. Growth: how many times as much the processors work.",
    "Content and first prompt: each run is the first in a process of its own, unless it says not.",
  ]
}

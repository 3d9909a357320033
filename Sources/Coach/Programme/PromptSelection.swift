import YarnRuntime

/// Chooses a reflection prompt: the one whose subject matters most and was seen longest ago.
///
/// Source: clinical specification 4.2. A prompt's weight is 3 when it belongs to the focus and 1
/// otherwise; the score is the weight times the days since it was last answered, 60 at most.
/// Prompts of the last 28 days are left out unless fewer than three others remain. Those with the
/// header `pool: state` speak to how things stand right now and go first.
struct PromptSelection {
  var history: History
  var focus: String
  var answered: Set<String>
  var day: CalendarDay
  var seed: UInt64

  init(history: History, focus: String, answered: Set<String>, on day: CalendarDay, seed: UInt64) {
    self.history = history
    self.focus = focus
    self.answered = answered
    self.day = day
    self.seed = seed
  }

  /// The unique name of the best candidate's node; `nil` when there is no candidate.
  func best(of candidates: [Candidate]) -> String? {
    let open = candidates.filter { !answered.contains(id(of: $0)) }
    let rested = open.filter { daysSinceAnswer(to: id(of: $0)) >= 28 }
    let pool = rested.count >= 3 ? rested : open
    // What the state of things calls for comes first, at most once in a sitting.
    let states = answered.isEmpty ? rested.filter { $0.header("pool") == "state" } : []
    return (states.isEmpty ? pool : states).max { score($0) < score($1) }?.name
  }

  private func id(of candidate: Candidate) -> String { candidate.header("subtitle") ?? "" }

  private func daysSinceAnswer(to prompt: String) -> Int {
    history.lastAnswered(prompt: prompt).map { min(60, day.number - $0.number) } ?? 60
  }

  private func score(_ candidate: Candidate) -> (Int, UInt64) {
    let weight = candidate.header("focus") == focus ? 3 : 1
    return (weight * daysSinceAnswer(to: id(of: candidate)), tieBreaker(id(of: candidate)))
  }

  /// A number that orders equal prompts by chance, the same whenever the sitting is replayed.
  private func tieBreaker(_ prompt: String) -> UInt64 {
    // FNV-1a over the prompt's id, started from the sitting's seed.
    prompt.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

import Coach
import CoachContent
import Questionnaires
import Testing

@Suite struct `Asking about safety` {
  let content: ContentLibrary

  init() throws {
    content = try ContentLoader(`The content`.folder).library()
  }

  static let questions: [SafetyGate: [String]] = [
    .person: [
      "sf-read", "sf-fear", "sf-control", "sf-hurt", "sf-force", "sf-worse", "sf-self",
    ],
    .again: ["sf-again"],
    .recent: [],
  ]

  static let all = Set(questions.values.joined())

  /// The answers that show no worry.
  static let quiet = Set(all.map { "\($0)-no" } + ["sf-same-yes"])

  /// The answers that do, with those that may.
  static let worries = questions.flatMap { gate, questions in
    questions.flatMap { question in
      ["\(question)-yes", "\(question)-unsure"].map { (gate, $0) }
    }
  }

  @Test func `comes before every form that may lead towards a talk`() {
    let gated = content.questionnaires.filter { $0.value.gate != nil }.keys.sorted()
    #expect(
      gated == [
        "dispute-expectations", "dispute-pattern", "dispute-stage", "dispute-story",
        "dispute-unchanged", "line-by-line", "rehearsal",
      ])
    // For a program that knows no gates, the words about the form say whom it is not for.
    for form in gated {
      let about = content.questionnaires[form]?.json["description"]?.string ?? ""
      #expect(about.hasSuffix("Not for a bond in which you are ever afraid."), "\(form)")
    }
  }

  @Test func `is part of a choice between ways, which may be about nobody`() throws {
    let decision = try #require(content.questionnaires["decision"])
    #expect(decision.gate == nil)
    #expect(decision.item("da.safe")?.text == "Is it safe?")
    #expect(decision.item("da.pick")?.text.hasSuffix("among those that are safe?") == true)
  }

  @Test(arguments: SafetyGate.allCases) func `lets work go on without a worry`(gate: SafetyGate)
    throws
  {
    let visit = try walk(gate, choosing: Self.quiet)
    #expect(visit.outcome == .passed)
    #expect(visit.lines.filter { Self.all.contains($0) } == Self.questions[gate])
  }

  @Test(arguments: worries) func `leads nowhere after a worry, and shows help`(
    gate: SafetyGate, worry: String
  ) throws {
    let question = worry.split(separator: "-").prefix(2).joined(separator: "-")
    let chosen = Self.quiet.filter { !$0.hasPrefix(question) }
    let visit = try walk(
      gate, choosing: chosen.union([worry, "sf-means-yes", "sf-cando-show", "sf-own-show"]))
    #expect(visit.outcome == .leave)
    #expect(visit.hasSeenHelp)
  }

  @Test(arguments: SafetyGate.allCases) func `takes the careful way where all is skipped`(
    gate: SafetyGate
  ) throws {
    let visit = try walk(gate, choosing: [])
    #expect(visit.outcome == .leave)
  }

  @Test func `takes one answer in place of those that were skipped`() throws {
    let some = Self.quiet.subtracting(["sf-force-no", "sf-read-no"])
    #expect(try walk(.person, choosing: some.union(["sf-left-none"])).outcome == .passed)
    #expect(try walk(.person, choosing: some.union(["sf-left-yes"])).outcome == .leave)
    #expect(try walk(.person, choosing: some).outcome == .leave)
  }

  @Test(arguments: [SafetyGate.again, .recent]) func `asks all of them about somebody else`(
    gate: SafetyGate
  ) throws {
    let visit = try walk(
      gate, choosing: Self.quiet.subtracting(["sf-same-yes"]).union(["sf-same-other"]))
    #expect(visit.outcome == .passed)
    #expect(visit.lines.filter { Self.all.contains($0) } == Self.questions[.person])
  }

  @Test func `asks once more within those weeks where something has changed`() throws {
    let changed = Self.quiet.subtracting(["sf-same-yes"]).union(["sf-same-changed"])
    #expect(try walk(.recent, choosing: changed).outcome == .passed)
    let afraid = changed.subtracting(["sf-again-no"]).union(["sf-again-unsure"])
    #expect(try walk(.recent, choosing: afraid).outcome == .leave)
  }

  @Test func `goes on where a shared computer does no harm`() throws {
    let shared = Self.quiet.subtracting(["sf-read-no"]).union(["sf-read-yes", "sf-means-no"])
    #expect(try walk(.person, choosing: shared).outcome == .passed)
  }

  /// What became of one visit to a gate.
  private struct Visited {
    var outcome: Outcome
    var lines: [String] = []
    var hasSeenHelp = false
  }

  /// Walks through a gate, taking the named options and skipping every other choice.
  private func walk(_ gate: SafetyGate, choosing ids: Set<String>) throws -> Visited {
    let start = LocalTime(epochSeconds: 1_795_441_800)
    let draft = Draft(
      id: "gate", agenda: .safety(gate), content: content.identity, seed: 1, startedAt: start,
      tz: "UTC")
    var session = try Session(draft, content: content, history: History())
    var visited = Visited(outcome: .nothing)
    var reply: Reply?
    for _ in 0..<200 {
      let step = try session.resume(with: reply)
      reply = nil
      switch step {
      case .say(let utterance): visited.lines.append(utterance.name)
      case .choose(_, let choices):
        let named = choices.first {
          ids.contains($0.name) || $0.name == "sf-screen-go"
        }
        reply = named.map { .option($0.id) } ?? .skip
      case .ask: reply = .skip
      case .pause:
        visited.hasSeenHelp = true
        reply = .next
      case .turn: reply = .next
      case .show, .review: break
      case .finish(let outcome):
        visited.outcome = outcome
        return visited
      }
      // Up to the end nothing is on the record, not even a mark.
      #expect(session.isOffRecord)
      #expect(session.draft.replies.isEmpty)
    }
    return visited
  }
}

extension Utterance {
  fileprivate var name: String { String(id.trimmingPrefix("line:")) }
}

extension Choice {
  fileprivate var name: String { String(id.trimmingPrefix("line:")) }
}

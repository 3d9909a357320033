import Questionnaires

/// What scripts can ask about the person and the sitting, at one moment.
struct Facts: Sendable {
  var history: History
  var entry: Entry
  var questionnaires: [String: Questionnaire]
  var measures: [String: Measure]
  var plans: [Plan]
  var startedAt: LocalTime
  var roster = Roster()

  /// How many people more was said of than who they are and where they sit.
  var detailedCount: Int { roster.present.count { $0.portrait.isDetailed } }

  /// What the person wants to be called.
  var name: String { entry.text("start.call") ?? history.profile?.name ?? "" }

  /// The person's own word for how they have been.
  var ownWord: String { entry.text("start.words") ?? history.profile?.ownWord ?? "" }

  /// The country the person told, or nothing.
  var country: String { entry.text("start.country") ?? history.profile?.country ?? "" }

  /// The part of the day by the person's clock.
  var timeOfDay: String {
    switch startedAt.hour {
    case 5..<12: "morning"
    case 12..<17: "afternoon"
    case 17..<23: "evening"
    default: "night"
    }
  }

  /// Days since the last check-in; -1 when there was none.
  var daysSinceCheckIn: Int {
    history.checkIns.last.map { startedAt.day.number - $0.day.number } ?? -1
  }

  /// The week of the plan, counted from 1; 0 before it starts and after it ends.
  var week: Int { history.profile?.week(on: startedAt.day) ?? 0 }

  /// How many weeks the plan lasts.
  var weekCount: Int {
    entry.text("start.length").flatMap { Int($0) } ?? history.profile?.weekCount ?? 0
  }

  /// The phase of the plan: `initial`, `middle`, `ending`, or `after`.
  var phase: String {
    guard let profile = history.profile else { return Plan.Phase.initial.rawValue }
    guard let week = profile.week(on: startedAt.day) else { return "after" }
    let plan = plans.first { $0.weekCount == profile.weekCount }
    return (plan?.phase(in: week) ?? .initial).rawValue
  }

  /// The problem area in focus; none is chosen before the formulation.
  var focus: String { "none" }

  /// The step planned at the last check-in; empty when none was.
  var lastStep: String { history.checkIns.last?.step ?? "" }

  /// Mood at the last check-in that told one; -1 when none did.
  var lastMood: Int { history.checkIns.last { $0.mood != nil }?.mood ?? -1 }

  /// Mood now minus mood at the opening of this check-in; 0 when one of them is not known.
  var moodChange: Int {
    guard let before = entry.integer("chk.mood"), let after = entry.integer("chk.after") else {
      return 0
    }
    return after - before
  }

  /// Whether a measure's interval has passed since it was last asked.
  ///
  /// A measure looks back over some days. In the first days with kith it would look back on a
  /// time before kith, so it waits until half the interval has passed.
  func isDue(_ id: String) -> Bool {
    guard let measure = measures[id] else { return false }
    let today = startedAt.day.number
    if let last = history.lastAsked(id) {
      return today - last.number >= max(measure.intervalDays - 1, measure.recallDays)
    }
    guard let start = history.profile?.start else { return true }
    return today - start.number >= measure.intervalDays / 2
  }

  /// The score of a measure in this sitting; -1 when it is not complete.
  func score(_ id: String) -> Int {
    guard let measure = measures[id], let form = entry.forms.first(where: { $0.form == id }),
      case .integer(let score)? = form.response.answers(to: measure.score).first
    else { return -1 }
    return score
  }

  /// The score of a measure when it was last completed before this sitting; -1 when never.
  func lastScore(_ id: String) -> Int {
    measures[id].flatMap { history.lastScore(of: $0)?.score } ?? -1
  }

  /// The number given in answer to an item, or what the chosen option counts; -1 when none is.
  func number(of item: LinkID) -> Int {
    guard let answer = entry.answers(to: item).first else { return -1 }
    let asked = questionnaires.values.lazy.compactMap { $0.item(item) }.first
    let points = answer.number ?? asked?.points(for: answer)
    return points.flatMap { Int("\($0)") } ?? -1
  }
}

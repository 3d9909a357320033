import Coach
import Questionnaires

/// The questions about safety that come before some forms, of which nothing is ever kept.
struct GateVisit {
  let host: Host
  let content: ContentLibrary

  /// Asks what has to be asked before a form is opened.
  ///
  /// - Parameters:
  ///   - form: The id of the form; `nil` where a sitting is for something else.
  ///   - history: What the journal holds.
  ///   - last: The day on which a form with a gate was begun last; `nil` when none was.
  /// - Throws: ``Interruption`` when the form stays closed. The person was told all there is to
  ///   tell, and the reason is known to nobody.
  func pass(
    before form: String?, history: History, lastPassed last: CalendarDay?
  ) throws {
    let today = host.clock.now.day
    guard let questionnaire = form.flatMap({ content.questionnaires[$0] }),
      let gate = SafetyGate.before(questionnaire, lastPassed: last, on: today)
    else { return }
    let draft = Draft(
      id: host.chance.identifier(), agenda: .safety(gate), content: content.identity,
      seed: host.chance.seed(), startedAt: host.clock.now, tz: host.clock.zone)
    var sitting = Sitting(
      try Session(draft, content: content, history: history), on: host.screen,
      helplines: content.helplines, today: today, keepsNothing: true
    ) { _, _ in }
    switch try sitting.run() {
    case .finished(.passed): return
    case .left(let interruption) where interruption != .pause: throw interruption
    case .left: host.screen.output.writeLine()
    case .finished: break
    }
    // The same words for every cause, that of somebody who only wanted to leave included.
    try host.screen.say(
      "The worksheet stays closed for now. Nothing of this was written down. "
        + "'kith help-now' shows who can be reached.")
    throw Interruption.pause
  }
}

import Coach
import Questionnaires

/// A sitting for one form whose answers go to a file, without a vault.
struct FileSitting {
  private let host: Host
  private let file: ResponseFile
  private let content: ContentLibrary
  private let form: String

  init(_ host: Host, _ file: ResponseFile, _ library: (content: ContentLibrary, form: String)) {
    self.host = host
    self.file = file
    (content, form) = library
  }

  /// Asks the form from its beginning, or from where it was left.
  ///
  /// - Parameter answers: The answers to begin with, where the file is not there yet.
  /// - Throws: ``Failure`` when the file belongs to another form; ``Interruption`` when the person
  ///   left.
  func run(starting answers: QuestionnaireResponse?) throws {
    try host.screen.announceMode()
    Visit(host).offerHelp(content, in: nil)
    try passGate()
    let start = try start(answers)
    var draft = Draft(
      id: host.chance.identifier(), agenda: .form(form), content: content.identity,
      seed: host.chance.seed(), startedAt: host.clock.now, tz: host.clock.zone)
    draft.start = start
    var sitting = Sitting(
      try Session(draft, content: content, history: History()), on: host.screen,
      helplines: content.helplines, today: host.clock.now.day
    ) { draft, session in try keep(draft, session) }
    if !file.exists, let response = sitting.session.answersSoFar { try write(response) }
    try end(try sitting.run(), sitting.session)
  }

  /// Asks about safety where the form needs it; a file that is there tells when it was asked last.
  private func passGate() throws {
    let response = file.exists ? try file.read() : nil
    let last = response?.authored.flatMap(LocalTime.init)?.day
    let isUnderWay = response?.status == .inProgress
    if isUnderWay, let last, host.clock.now.day.number - last.number < 7 { return }
    try GateVisit(host: host, content: content).pass(
      before: form, history: History(), lastPassed: last)
  }

  private func start(_ answers: QuestionnaireResponse?) throws -> QuestionnaireResponse? {
    guard file.exists else { return try answers.map { try fitting($0, "the answers") } }
    guard answers == nil else {
      throw Failure(
        message: "'\(file.path)' is there already",
        hint: "leave out --answers to go on with it, or name another file")
    }
    let response = try fitting(try file.read(), "'\(file.path)'")
    try host.screen.say(
      response.status == .inProgress
        ? "Going on where you left off." : "This was complete. What you change makes it amended.")
    return response
  }

  /// Sees whether answers belong to this form.
  private func fitting(
    _ response: QuestionnaireResponse, _ name: String
  ) throws -> QuestionnaireResponse {
    guard let questionnaire = content.questionnaires[form] else { return response }
    let fit = response.fitted(to: questionnaire).1
    if case .otherForm(let theirs) = fit.relation {
      throw Failure(
        message: "\(name) belong\(name.hasPrefix("'") ? "s" : "") to another form: \(theirs)",
        hint: "nothing was changed; name the form it was made with, or another file")
    }
    if response.status == .enteredInError {
      throw Failure(
        message: "\(name) was marked as entered in error", hint: "name another file to begin anew")
    }
    if case .otherVersion(let theirs) = fit.relation {
      try host.screen.say("It was begun with another version of the form: \(theirs).")
    }
    if !fit.kept.isEmpty {
      try host.screen.say(
        fit.kept.count == 1
          ? "1 answer does not fit the form and is kept beside the others."
          : "\(fit.kept.count) answers do not fit the form and are kept beside the others.")
    }
    return response
  }

  /// Writes the answers after each of them, with words that were typed when the person left.
  private func keep(_ draft: Draft, _ session: Session) throws {
    guard let response = session.answersSoFar else { return }
    if let last = draft.offered.last, case .answer(let values) = last.reply,
      var filler = session.filler, case .ask(let question) = filler.step,
      last.anchor == "ask:\(form)#\(question.path)", question.retention != .never
    {
      // Half a sentence need not keep the rules of the form, and then stays out of the file.
      if (try? filler.take(.answer(values))) != nil { return try write(filler.response) }
    }
    try write(response)
  }

  private func write(_ response: QuestionnaireResponse) throws {
    var response = response
    response.authored = host.clock.now.description
    try file.write(response)
  }

  private func end(_ ending: Sitting.Ending, _ session: Session) throws {
    switch ending {
    case .finished(.keep(let record)):
      guard let response = record.body?.forms.first(where: { $0.form == form })?.response else {
        return
      }
      try finish(response)
      try ScoreView(screen: host.screen).show(record, after: History(), content)
    case .finished:
      if let response = session.answersAtEnd {
        try finish(response)
      } else {
        file.remove()
        try host.screen.say("The answers are left out; nothing is kept of them.")
      }
    case .left(let interruption):
      if interruption == .pause {
        host.screen.output.writeLine()
        try host.screen.say(
          "Paused. Everything so far is in '\(file.path)'; the same command goes on.")
      }
      throw interruption
    }
    if session.hasMetCrisis { throw Interruption.pause }
  }

  private func finish(_ response: QuestionnaireResponse) throws {
    try write(response)
    try host.screen.say("Kept in '\(file.path)'.")
  }
}

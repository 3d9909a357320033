import Questionnaires
import YarnRuntime

extension SessionMachine {
  /// Begins to ask a form, or the items of it that are named after its id.
  ///
  /// Items that were answered before are asked anew.
  mutating func beginForm(_ arguments: [String]) throws(SessionError) {
    guard let form = arguments.first, let questionnaire = content.questionnaires[form] else {
      throw .broken("no questionnaire is called '\(arguments.first ?? "")'")
    }
    let items = arguments.dropFirst().map { LinkID(rawValue: $0) }
    let person = form == Person.form ? roster.current : nil
    let before =
      person?.response ?? forms.first { $0.form == form }?.response.removing(Set(items))
    var options = FormOptions()
    options.now = draft.startedAt.formMoment
    let filler = FormFiller(
      questionnaire, asking: items.isEmpty ? nil : items, response: items.isEmpty ? nil : before,
      options: options)
    filling = Filling(
      form: form, person: person?.id, filler: filler, isWhole: items.isEmpty)
  }

  /// The next step of the form that is being filled in; `nil` when there is none.
  mutating func formStep() throws(SessionError) -> Step? {
    guard var current = filling else { return nil }
    switch current.filler.step {
    case .display(let text):
      let shown = current.filler.text
      current.filler.next()
      filling = current
      var utterance = Utterance(
        id: "\(current.form)#display", character: nil, text: named(text), heading: formHeading)
      utterance.form = shown
      return .say(utterance)
    case .ask(let question):
      let place = current.person.map { "\(current.form)/\($0)" } ?? current.form
      var prompt = formPrompt("ask:\(place)#\(question.path)", question)
      if current.person != nil, !question.previous.isEmpty {
        prompt.earlier = .answer(question.previous)
      }
      return .ask(prompt, named(question))
    case .review(let review):
      return .review(formPrompt("review:\(current.form)", nil), review)
    case .complete:
      keep(current)
      filling = nil
      return nil
    }
  }

  /// The question of a `<<write>>` that waits; `nil` when none does.
  func writeStep() -> Step? {
    guard let id = writing else { return nil }
    let question = Question(linkID: LinkID(rawValue: id), text: "", kind: .text)
    return .ask(prompt("write:\(id)", canSkip: true), question)
  }

  /// Takes the answer to a form's question or to a `<<write>>`.
  mutating func answer(
    _ reply: Reply, to question: Question, at prompt: Prompt
  ) throws(SessionError) {
    if isNaming { return try takeName(reply) }
    if let id = writing {
      try write(reply, under: id)
      return
    }
    if let person = filling?.person { try checkName(reply, of: question, person) }
    switch reply {
    case .answer(let values): try take(.answer(values))
    // What was said of somebody at an earlier time stays when the question is passed over.
    case .skip where filling?.person != nil && !question.previous.isEmpty:
      try take(.answer(question.previous))
    case .skip: try take(.skip)
    case .form(let move): try take(move)
    case .next, .option: throw .refused(.mismatch)
    }
  }

  /// Takes a move in the form that is being filled in.
  ///
  /// - Throws: ``SessionError/refused(_:)`` when it is not possible; nothing has changed then.
  mutating func take(_ move: FormMove) throws(SessionError) {
    guard var current = filling else { throw .refused(.mismatch) }
    do {
      try current.filler.take(move)
    } catch {
      throw .refused(.answer(error))
    }
    current.replies += 1
    filling = current
    if current.person != nil { keep(current) }
  }

  /// Puts replies that no longer fit the content aside as notes, so that no word is lost.
  mutating func keepAside(_ replies: ArraySlice<RecordedReply>) {
    for recorded in replies {
      guard case .answer(let values) = recorded.reply else { continue }
      let words = values.map(\.scriptText).joined(separator: ", ")
      guard !words.isEmpty else { continue }
      notes.append(
        Note(
          prompt: recorded.anchor, question: "Kept from before the content changed",
          text: PrivateText(words)))
    }
  }

  private mutating func write(_ reply: Reply, under id: String) throws(SessionError) {
    switch reply {
    case .answer(let values):
      guard case .string(let text)? = values.first else { throw .refused(.mismatch) }
      notes.append(Note(prompt: id, question: said?.text ?? "", text: text))
    case .skip:
      break
    case .next, .option, .form:
      throw .refused(.mismatch)
    }
    writing = nil
  }

  private mutating func keep(_ current: Filling) {
    if let person = current.person {
      roster.set(current.filler.response, of: person)
      return
    }
    let filled = filled(current)
    if let index = forms.firstIndex(where: { $0.form == current.form }) {
      forms[index] = filled
    } else {
      forms.append(filled)
    }
  }
}

extension SessionMachine {
  /// The forms as they stand, with the one that is being filled in.
  var formsSoFar: [FilledForm] {
    guard let filling, filling.person == nil else { return forms }
    var copy = self
    copy.keep(filling)
    return copy.forms
  }

  /// Puts the form that is being filled in to the others as it stands.
  mutating func leaveForm() {
    guard let current = filling else { return }
    keep(current)
    filling = nil
  }

  /// A form and its answers as they stand, scored where it is a measure.
  func filled(_ current: Filling) -> FilledForm {
    var response = current.filler.response
    if let measure = content.measures[current.form] {
      response = measure.scored(response, to: current.filler.questionnaire)
    }
    return FilledForm(form: current.form, response: response)
  }

  /// How many replies there are that only a form which is asked whole holds.
  var repliesInWholeForm: Int {
    guard let filling, filling.isWhole else { return 0 }
    return filling.replies
  }

  /// Whether one can go back within a form that is asked whole.
  var canGoBackInForm: Bool {
    filling.map { $0.isWhole && $0.filler.canGoBack } ?? false
  }

  /// Whether an answer may never reach the disk, not even in a draft.
  func mustNeverBeKept(_ question: Question) -> Bool {
    writing == nil && question.retention == .never
  }

  private var formHeading: Heading {
    guard draft.agenda.form != nil else { return heading }
    return Heading(title: filling?.filler.questionnaire.title ?? "", progress: nil)
  }

  private func formPrompt(_ anchor: String, _ question: Question?) -> Prompt {
    var prompt = prompt(anchor, canSkip: question.map { !$0.isRequired } ?? false)
    prompt.heading = formHeading
    return prompt
  }
}

extension LocalTime {
  /// The moment as forms write it.
  fileprivate var formMoment: DateTime? { DateTime(description) }
}

import Questionnaires

/// What is asked about keeping the answers to a form, once it is complete.
enum FormKeeping: Equatable, Sendable {
  /// It was not asked yet.
  case open
  /// It is being asked, of some questions or, where there are none, of the whole form.
  case asking(Set<LinkID>)
  /// Whether the question waits.
  var isAsking: Bool {
    if case .asking = self { true } else { false }
  }
}

/// Sittings that are for one form and nothing else.
extension SessionMachine {
  private static let keep = Choice(id: "form:keep", text: "Keep it with the rest")
  private static let leaveOut = Choice(id: "form:leave", text: "Leave it out")

  /// The version of a record that the sitting changes; `nil` where it leaves a new one.
  var edited: Record? {
    guard let id = draft.agenda.editedRecord else { return nil }
    return history.records.first { $0.id == id }
  }

  /// Begins the form that the sitting is for.
  ///
  /// - Throws: ``SessionError/broken(_:)`` when there is no such form or no such record.
  mutating func beginFormSitting() throws(SessionError) {
    guard let form = draft.agenda.form, let questionnaire = content.questionnaires[form] else {
      throw .broken("no questionnaire is called '\(draft.agenda.form ?? "")'")
    }
    if draft.agenda.editedRecord != nil, edited == nil {
      throw .broken("the record that was to be changed is gone")
    }
    let before = edited?.body?.forms.first { $0.form == form }?.response ?? draft.start
    let wasComplete = before.map { $0.status != .inProgress && $0.status != .stopped } ?? false
    var options = FormOptions()
    options.now = DateTime(draft.startedAt.description)
    options.reviews = true
    options.amends = wasComplete
    options.start = before == nil ? .beginning : .firstOpen
    var filler = FormFiller(questionnaire, response: before, options: options)
    if wasComplete { filler.passEverything() }
    filling = Filling(form: form, filler: filler)
    keeping = .open
  }

  /// The answers to the form that is being filled in, without any that must never be kept.
  var answersSoFar: QuestionnaireResponse? {
    guard let filling else { return nil }
    var response = filled(filling).response
    response.authored = draft.startedAt.description
    let never = filling.filler.questionnaire.linkIDs(with: .never)
    return never.isEmpty ? response : response.removing(never)
  }

  /// The answers to the form of the sitting, once it is complete and they are kept.
  var answersAtEnd: QuestionnaireResponse? {
    guard let form = draft.agenda.form else { return nil }
    return forms.first { $0.form == form }?.response
  }

  /// What comes once the form of the sitting is complete; `nil` when the dialogue goes on.
  mutating func keepingStep() throws(SessionError) -> Step? {
    guard let keeping, let filled = forms.first(where: { $0.form == draft.agenda.form }) else {
      return nil
    }
    switch keeping {
    case .asking:
      let prompt = prompt("keep:\(filled.form)", canSkip: false)
      return .choose(prompt, [Self.keep, Self.leaveOut])
    case .open:
      if isRunning { return nil }
      if needsCare(filled), !hasCared {
        hasCared = true
        try start("Crisis")
        return nil
      }
      guard let items = itemsToAskAbout(in: filled) else {
        ending = .nothing
        return nil
      }
      self.keeping = .asking(items)
      return .say(
        Utterance(
          id: "keep:\(filled.form)", character: nil, text: Self.words(for: items, in: self),
          heading: .none))
    }
  }

  /// Does what was chosen about keeping the answers.
  mutating func keepOrForget(_ id: String) {
    guard case .asking(let items)? = keeping, let form = draft.agenda.form else { return }
    ending = .nothing
    guard id == Self.leaveOut.id else { return }
    if !items.isEmpty, let index = forms.firstIndex(where: { $0.form == form }) {
      forms[index].response = forms[index].response.removing(items)
    } else {
      asked.append(form)
      forms.removeAll { $0.form == form }
    }
  }

  private func needsCare(_ filled: FilledForm) -> Bool {
    guard let measure = content.measures[filled.form],
      let form = content.questionnaires[filled.form]
    else { return false }
    return measure.callsForCare(filled.response, to: form)
  }

  /// The items to ask about, none for the whole form; `nil` when there is nothing to ask.
  private func itemsToAskAbout(in filled: FilledForm) -> Set<LinkID>? {
    // The total would give the answer away, so the whole measure is meant.
    if needsCare(filled) { return [] }
    let items = content.questionnaires[filled.form]?.linkIDs(with: .ask) ?? []
    let answered = items.filter { !filled.response.answers(to: $0).isEmpty }
    return answered.isEmpty ? nil : answered
  }

  private static func words(for items: Set<LinkID>, in machine: SessionMachine) -> String {
    guard !items.isEmpty, let form = machine.draft.agenda.form,
      let questionnaire = machine.content.questionnaires[form]
    else { return "This one says much about you. Should it be kept?" }
    let names = questionnaire.items.flatMap { $0.highest(among: items) }.map { "‘\($0)’" }
    guard names.count <= 3, let last = names.last else {
      return "The rest is kept. Should the \(names.count) most private parts be kept as well?"
    }
    let list = names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
    return "The rest is kept. Should what you wrote under \(list) be kept as well?"
  }
}

extension Item {
  /// The texts of the highest items below and including this one that hold only named ones.
  fileprivate func highest(among names: Set<LinkID>) -> [String] {
    if names.contains(linkID) { return [text] }
    let asked = items.filter { $0.type != .display }
    if asked.count > 1, !text.isEmpty, asked.allSatisfy({ names.contains($0.linkID) }) {
      return [text]
    }
    return items.flatMap { $0.highest(among: names) }
  }
}

extension FormFiller {
  /// Goes to the end, past everything that a complete form left unanswered.
  fileprivate mutating func passEverything() {
    var count = 0
    while count <= 20_000 {
      count += 1
      switch step {
      case .display: next()
      case .ask:
        // A question that can be passed is; one that cannot is the place to begin.
        guard (try? take(.next)) != nil else { return }
      case .review, .complete: return
      }
    }
  }
}

extension Record {
  /// The next version of the record.
  func replacing(_ newBody: Entry) -> Record {
    var copy = self
    copy.rev += 1
    var body = body ?? newBody
    for filled in newBody.forms {
      if let index = body.forms.firstIndex(where: { $0.form == filled.form }) {
        body.forms[index] = filled
      } else {
        body.forms.append(filled)
      }
    }
    body.notes += newBody.notes
    copy.body = body
    return copy
  }
}

extension Entry {
  /// Whether another entry says nothing that this one does not.
  func hasSameAnswers(as other: Entry) -> Bool {
    other.notes.isEmpty
      && other.forms.allSatisfy { filled in
        forms.contains {
          $0.form == filled.form && $0.response.items == filled.response.items
            && $0.response.notes == filled.response.notes
        }
      }
  }
}

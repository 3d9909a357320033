import Questionnaires

extension SessionMachine {
  /// What a script can do about the people of the inventory: `<<person choose>>` and so on.
  ///
  /// Everything the commands lead to is worked out from the replies, so a draft that is played
  /// again meets the same people under the same ids.
  mutating func runPerson(_ arguments: [String]) throws(SessionError) -> Step? {
    guard let verb = arguments.first.flatMap(PersonVerb.init) else {
      throw .broken("'person' cannot do '\(arguments.first ?? "")'")
    }
    switch verb {
    case .name:
      roster.turn(to: nil)
      isNaming = roster.places > 0
    case .next:
      roster.turnToNextUnplaced()
    case .choose:
      return choosePerson()
    case .remove:
      roster.removeCurrent()
    case .restore:
      roster.restoreLastRemoved()
    }
    return nil
  }

  /// The question of a `<<person name>>` that waits; `nil` when none does.
  func nameStep() -> Step? {
    guard isNaming else { return nil }
    let limit = Roster.longestName
    let question = Question(linkID: "inv.name", text: "", kind: .string(maxLength: limit))
    return .ask(prompt("name:\(roster.seats.count)", canSkip: true), question)
  }

  /// Takes a name, or the end of the names.
  mutating func takeName(_ reply: Reply) throws(SessionError) {
    switch reply {
    case .answer(let values):
      guard case .string(let name)? = values.first else { throw .refused(.mismatch) }
      do {
        try roster.add(name.plaintext, in: draft.id)
      } catch {
        throw .refused(.name(error.refusal))
      }
    case .skip:
      break
    default:
      throw .refused(.mismatch)
    }
    isNaming = false
  }

  private mutating func choosePerson() -> Step? {
    picking = roster.present.map { Choice(id: "person:\($0.id)", text: $0.name) }
    guard let picking, !picking.isEmpty else {
      self.picking = nil
      roster.turn(to: nil)
      return nil
    }
    return .choose(prompt("person:\(said?.id ?? "")", canSkip: true), picking)
  }

  /// Takes the one that was chosen, or nobody.
  mutating func pick(_ id: String?) {
    picking = nil
    roster.turn(to: id.map { String($0.dropFirst("person:".count)) })
  }

  /// Puts the name of the one who is spoken of where a text says ‘this person’.
  func named(_ text: String) -> String {
    guard let name = roster.current?.name else { return text }
    return text.replacing("This person", with: name).replacing("this person", with: name)
  }

  /// The question with the name in it.
  func named(_ question: Question) -> Question {
    var question = question
    question.text = named(question.text)
    question.help = question.help.map(named)
    question.why = question.why.map(named)
    return question
  }

  /// Sees whether a new name is free, before the form takes it.
  func checkName(_ reply: Reply, of question: Question, _ person: String) throws(SessionError) {
    guard question.linkID == "inv.name", case .answer(let values) = reply,
      case .string(let name)? = values.first
    else { return }
    do {
      try roster.check(name.plaintext, for: person)
    } catch {
      throw .refused(.name(error.refusal))
    }
  }

  /// The records of everybody who was named, changed or removed in the sitting.
  var peopleRecords: [Record] {
    roster.seats.compactMap { seat in
      let known = history.person(seat.id)
      guard !seat.isRemoved else { return known.map(tombstone) }
      let isChanged = !seat.portrait.changes(since: known?.now).isEmpty
      guard known == nil || isChanged else { return nil }
      var response = seat.response
      response.status = known == nil ? .completed : .amended
      response.authored = draft.startedAt.description
      response.questionnaire = content.questionnaires[Person.form]?.canonical
      let form = FilledForm(form: Person.form, response: response)
      return Record(
        id: seat.id, rev: (known?.record.rev ?? 0) + 1, kind: .person,
        at: known?.record.at ?? draft.startedAt, tz: known?.record.tz ?? draft.tz,
        tags: known?.record.tags ?? [],
        body: Entry(forms: (known?.record.body?.forms ?? []) + [form]))
    }
  }

  private func tombstone(of person: Person) -> Record {
    Record(
      id: person.id, rev: person.record.rev + 1, kind: .person, at: person.record.at,
      tz: person.record.tz, body: nil, deleted: true)
  }
}

/// What `<<person …>>` can do.
public enum PersonVerb: String, CaseIterable, Sendable {
  /// Asks for one name, or several with commas, in answer to what was just said.
  case name
  /// Turns to the next one of whom only the name is known.
  case next
  /// Offers everybody, and turns to the one who is chosen.
  case choose
  /// Takes the one who is spoken of off the list.
  case remove
  /// Brings back whoever was removed last.
  case restore
}

extension Roster.NameProblem {
  fileprivate var refusal: SessionError.NameRefusal {
    switch self {
    case .taken: .taken
    case .tooLong: .tooLong(limit: Roster.longestName)
    case .full: .full(limit: Person.limit)
    case .empty: .empty
    }
  }
}

import Questionnaires

extension SessionMachine {
  /// What the sitting leaves behind as things stand.
  func outcome() throws(SessionError) -> Outcome {
    if let ending, ending != .nothing { return ending }
    let record = record
    guard let body = record.body else { return .nothing }
    if let edited, edited.body?.hasSameAnswers(as: body) == true { return .nothing }
    let hasWords =
      draft.agenda == .welcome || !peopleRecords.isEmpty || !body.notes.isEmpty
      || body.forms.contains { !$0.response.isEmpty } || body.topic != nil
    return hasWords ? .keep(record) : .nothing
  }

  /// Takes out the answers that are only kept when the person says so.
  mutating func forgetWhatWasToBeAsked() {
    forms.removeAll { filled in
      guard let measure = content.measures[filled.form],
        let form = content.questionnaires[filled.form]
      else { return false }
      // The total would give the answer away, so the whole measure goes.
      return measure.callsForCare(filled.response, to: form)
    }
    for index in forms.indices {
      let items = content.questionnaires[forms[index].form]?.linkIDs(with: .ask) ?? []
      forms[index].response = forms[index].response.removing(items)
    }
  }

  /// The record the sitting would leave as things stand, its forms completed.
  var record: Record {
    var body = entry
    for index in body.forms.indices {
      let never = content.questionnaires[body.forms[index].form]?.linkIDs(with: .never) ?? []
      if !never.isEmpty {
        body.forms[index].response = body.forms[index].response.removing(never)
      }
      body.forms[index].response.complete(authored: draft.startedAt.description)
    }
    if let edited { return edited.replacing(body) }
    return Record(
      id: draft.id, kind: draft.agenda.recordKind ?? .note, at: draft.startedAt, tz: draft.tz,
      people: peopleRecords.map(\.id), body: body)
  }
}

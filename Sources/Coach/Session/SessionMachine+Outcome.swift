import Questionnaires

extension SessionMachine {
  /// What the sitting leaves behind as things stand.
  func outcome() throws(SessionError) -> Outcome {
    if let ending, ending != .nothing { return ending }
    let record = record
    guard let body = record.body else { return .nothing }
    let hasWords =
      !body.notes.isEmpty || body.forms.contains { !$0.response.isEmpty } || body.topic != nil
    return hasWords ? .keep(record) : .nothing
  }

  /// The record the sitting would leave as things stand, its forms completed.
  var record: Record {
    var body = entry
    for index in body.forms.indices {
      body.forms[index].response.complete(authored: draft.startedAt.description)
    }
    return Record(
      id: draft.id, kind: draft.agenda.recordKind ?? .note, at: draft.startedAt, tz: draft.tz,
      body: body)
  }
}

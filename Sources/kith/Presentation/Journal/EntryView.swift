import Coach
import Console
import Questionnaires

/// Shows an entry whole: every question and what was answered.
struct EntryView {
  let screen: Screen
  let questionnaires: [String: Questionnaire]

  /// The numbers of the entries.
  let index: EntryIndex

  /// The people of the inventory, by whom ids are turned into names.
  let people: [Person]

  /// The lines of an entry.
  func lines(_ record: Record) -> [String] {
    let forms = (record.body?.forms ?? []).flatMap(lines)
    let notes = (record.body?.notes ?? []).flatMap { pair($0.question, $0.text.plaintext) }
    return heading(of: record) + forms + notes
  }

  private func heading(of record: Record) -> [String] {
    let time = "\(record.at.hour.twoDigits):\(record.at.minute.twoDigits)"
    let topic = record.body?.topic.map { ": \($0)" } ?? ""
    let number = index.number(of: record.id).map { "\($0)  " } ?? ""
    let title = "\(number)\(record.kind.label)\(topic)"
    let filed = [
      record.tags.isEmpty ? nil : "Tags: \(record.tags.joined(separator: ", "))",
      record.people.isEmpty ? nil : "People: \(names(in: record).joined(separator: ", "))",
    ].compactMap(\.self)
    return screen.lines(of: title).map(screen.style.bold)
      + screen.lines(
        of: "\(record.at.day.inWords) \(record.at.day.parts.year), \(time) (\(zone(of: record)))")
      + (filed + origin(of: record)).flatMap { screen.lines(of: $0) } + screen.lines(of: record.id)
      + [""]
  }

  /// Where an entry comes from that was not written in an unlocked journal.
  private func origin(of record: Record) -> [String] {
    var origin: [String] = []
    if record.body?.captured == true {
      origin.append(
        "Captured without unlock. If these are not your words, somebody else has reached the "
          + "folder of the vault.")
    }
    if let source = record.body?.imported { origin.append("From: \(source)") }
    return origin
  }

  /// The zone by name, and how far its clocks were ahead where the name does not say it.
  private func zone(of record: Record) -> String {
    let offset = record.at.offset
    guard offset != 0 else { return record.tz }
    let minutes = abs(offset) / 60
    let clock = "\((minutes / 60).twoDigits):\((minutes % 60).twoDigits)"
    return "\(record.tz), UTC\(offset < 0 ? "-" : "+")\(clock)"
  }

  private func names(in record: Record) -> [String] {
    record.people.map { id in people.first { $0.id == id }?.name.plaintext ?? id }
  }

  private func lines(_ form: FilledForm) -> [String] {
    let questionnaire = questionnaires[form.form]
    let answers = form.response.items.flatMap { lines($0, in: questionnaire) }
    let notes = form.response.notes.flatMap { note in
      let item = note.path.steps.last?.linkID
      let asked = item.map { questionnaire?.item($0)?.text ?? $0.rawValue }
      return pair("Beside: \(asked ?? "the form")", note.text.plaintext)
    }
    return answers + notes
  }

  private func lines(_ item: QuestionnaireResponse.Item, in form: Questionnaire?) -> [String] {
    let asked = form?.item(item.linkID)
    var lines: [String] = []
    if !item.answers.isEmpty {
      let answers = item.answers.map { answer in
        asked?.options.first { $0.matches(answer.value) }?.label ?? answer.value.scriptText
      }
      lines = pair(asked?.text ?? item.linkID.rawValue, answers.joined(separator: ", "))
    }
    let inner = item.items + item.answers.flatMap(\.items)
    return lines + inner.flatMap { self.lines($0, in: form) }
  }

  private func pair(_ question: String, _ answer: String) -> [String] {
    let asked = question.isEmpty ? [] : screen.lines(of: question).map(screen.style.dim)
    return asked + screen.lines(of: answer, indent: 2) + [""]
  }
}

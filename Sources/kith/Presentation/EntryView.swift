import Coach
import Console
import Questionnaires

/// Shows one entry whole: every question and what was answered.
struct EntryView {
  let screen: Screen
  let questionnaires: [String: Questionnaire]

  /// Shows an entry.
  func show(_ record: Record) throws {
    let time = "\(record.at.hour.twoDigits):\(record.at.minute.twoDigits)"
    let topic = record.body?.topic.map { ": \($0)" } ?? ""
    try screen.write([
      "\(screen.margin)\(screen.style.bold("\(record.kind.label)\(topic)"))",
      "\(screen.margin)\(record.at.day.inWords) \(record.at.day.parts.year), \(time) (\(record.tz))",
      "\(screen.margin)\(record.id)", "",
    ])
    for form in record.body?.forms ?? [] { try show(form) }
    for note in record.body?.notes ?? [] {
      try pair(note.question, note.text.plaintext)
    }
  }

  private func show(_ form: FilledForm) throws {
    let questionnaire = questionnaires[form.form]
    for item in form.response.items { try show(item, in: questionnaire) }
  }

  private func show(_ item: QuestionnaireResponse.Item, in form: Questionnaire?) throws {
    let asked = form?.item(item.linkID)
    if !item.answers.isEmpty {
      let answers = item.answers.map { answer in
        asked?.options.first { $0.matches(answer.value) }?.label ?? answer.value.scriptText
      }
      try pair(asked?.text ?? item.linkID.rawValue, answers.joined(separator: ", "))
    }
    for inner in item.items + item.answers.flatMap(\.items) { try show(inner, in: form) }
  }

  private func pair(_ question: String, _ answer: String) throws {
    try screen.write(screen.lines(of: question).map(screen.style.dim))
    try screen.write(screen.lines(of: answer, indent: 2) + [""])
  }
}

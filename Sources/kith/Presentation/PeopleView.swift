import Coach
import Console
import Questionnaires

/// Shows the people of the inventory: all of them, one of them, and what changed over time.
struct PeopleView {
  let screen: Screen
  let form: Questionnaire?

  /// Shows who sits in which circle.
  func show(_ chart: CircleChart) throws {
    try screen.write(PictureView(terminal: screen.terminal).lines(of: .circles(chart)) + [""])
  }

  /// Shows one person: who they are, and everything that was said, by date.
  func show(_ person: Person) throws {
    try screen.write([
      screen.margin + screen.style.bold(Printable(person.name.plaintext).text)
    ])
    let outline = summary(of: person.now)
    if !outline.isEmpty { try screen.write(screen.lines(of: outline)) }
    try screen.write([""])
    var before: Portrait?
    for portrait in person.portraits {
      try show(portrait, since: before, of: person)
      before = portrait
    }
  }

  /// Shows what changed from sitting to sitting, oldest first.
  ///
  /// - Parameters:
  ///   - people: Whose changes.
  ///   - day: The day after which changes are shown; `nil` for all.
  /// - Throws: ``Leaving`` when the person leaves where the window is full.
  func showChanges(of people: [Person], after day: CalendarDay? = nil) throws {
    let all = people.flatMap { person in
      person.portraits.indices.map { index in
        (
          at: person.portraits[index].at, person: person, portrait: person.portraits[index],
          before: index == 0 ? nil : person.portraits[index - 1]
        )
      }
    }
    let shown = all.filter { entry in day.map { entry.at.day > $0 } ?? true }
    guard !shown.isEmpty else { return try screen.say("Nothing has changed since.") }
    for date in Set(shown.map(\.at.day)).sorted() {
      try writeDate(date)
      for entry in shown where entry.at.day == date {
        try say(changes(of: entry.portrait, since: entry.before))
      }
      try screen.write([""])
    }
  }

  private func say(_ sentences: [String]) throws {
    for sentence in sentences {
      try screen.write(screen.lines(of: sentence, indent: 2))
    }
  }

  private func writeDate(_ day: CalendarDay) throws {
    try screen.write([
      screen.margin + screen.style.bold("\(day.inWords) \(day.parts.year)"), "",
    ])
  }
}

extension PeopleView {
  private func show(_ portrait: Portrait, since before: Portrait?, of person: Person) throws {
    let changes = portrait.changes(since: before).filter { before != nil || $0.item != "inv.name" }
    try writeDate(portrait.at.day)
    guard !changes.isEmpty else {
      return try screen.say("The name was put on the list.", indent: 2)
    }
    for change in changes {
      let question = text(of: change.item).replacing("This person", with: portrait.name.plaintext)
        .replacing("this person", with: portrait.name.plaintext)
      try screen.write(screen.lines(of: question, indent: 2).map(screen.style.dim))
      var answer = change.after.isEmpty ? "taken back" : words(change.after, to: change.item)
      if before != nil, !change.before.isEmpty {
        answer += " (before: \(words(change.before, to: change.item)))"
      }
      try screen.write(screen.lines(of: answer, indent: 4) + [""])
    }
  }

  /// Who somebody is and where they sit, in one line.
  private func summary(of portrait: Portrait) -> String {
    ["inv.kin", "inv.live", "circ.ring"].map { LinkID(rawValue: $0) }.compactMap { item in
      let answers = portrait.response.answers(to: item)
      return answers.isEmpty ? nil : words(answers, to: item)
    }.joined(separator: " · ")
  }

  /// What changed for somebody in one sitting, a sentence for each thing that can be told briefly.
  private func changes(of portrait: Portrait, since before: Portrait?) -> [String] {
    let name = Printable(portrait.name.plaintext).text
    guard let before else {
      let outline = summary(of: portrait)
      return ["\(name) was named" + (outline.isEmpty ? "." : ": \(outline).")]
    }
    var wordy = 0
    var sentences = portrait.changes(since: before).compactMap { change -> String? in
      let label = Self.labels[change.item.rawValue]
      guard let label, !change.before.isEmpty || !change.after.isEmpty else {
        wordy += 1
        return nil
      }
      let old = change.before.isEmpty ? "not said" : words(change.before, to: change.item)
      let new = change.after.isEmpty ? "taken back" : words(change.after, to: change.item)
      return "\(name), \(label): \(old), then \(new)."
    }
    if wordy > 0 {
      sentences.append("\(name): \(wordy) more \(wordy == 1 ? "answer" : "answers").")
    }
    return sentences
  }

  /// What changes are called where there is no room for the whole question.
  private static let labels = [
    "inv.name": "name", "inv.kin": "tie", "inv.live": "where lives meet", "circ.ring": "circle",
    "circ.want": "wish for the circle", "inv.often": "in touch", "inv.confide": "can be told",
    "inv.tension": "tension", "inv.matter": "matters", "inv.after": "feeling after",
  ]

  private func text(of item: LinkID) -> String { form?.item(item)?.text ?? item.rawValue }

  private func words(_ answers: [AnswerValue], to item: LinkID) -> String {
    let asked = form?.item(item)
    return answers.map { answer in
      asked?.options.first { $0.matches(answer) }?.label ?? answer.scriptText
    }.joined(separator: ", ")
  }
}

import Coach
import Console

/// The first page: greeting, what is due, and what can be done at any time.
struct TodayPage {
  /// What can be opened from the page.
  enum Choice: Equatable {
    case sit(Agenda)
    case mood
    case entries
    case helpNow
  }

  private struct Row {
    var choice: Choice
    var label: String
    var detail: String
  }

  private let history: History
  private let today: Today
  private let content: ContentLibrary
  private let now: LocalTime
  private let paused: [Agenda]

  init(history: History, paused: [Agenda], content: ContentLibrary, now: LocalTime) {
    self.history = history
    self.content = content
    self.now = now
    self.paused = paused
    today = Today(after: history, paused: paused, readings: content.readings, on: now.day)
  }

  /// Shows the page and asks what to open; `nil` when the person is done.
  func ask(on screen: Screen) throws -> Choice? {
    try show(on: screen)
    let menu = menu
    while true {
      let typed: String
      do {
        typed = try screen.ask(LinePrompt("\(screen.margin)\(Self.cue(screen))"))
      } catch let leaving as Leaving where leaving.interruption == .pause {
        screen.output.writeLine()
        return nil
      }
      switch PromptCommand.read(typed) {
      case .helpNow: try screen.showHelp()
      case .command(.pause), .command(.back): return nil
      case .command(.why): try screen.say(reason)
      case .command, .about, .unknown:
        try screen.say("Type the number of a line, or its first letters. q leaves.")
      case .answer(let text) where ["q", "quit", "exit"].contains(text.trimmed.lowercased()):
        return nil
      case .answer(let text):
        if case .choice(let index) = menu.pick(text) { return rows[index].choice }
        try screen.say("Type a number from 1 to \(rows.count), or the first letters of a line.")
      }
    }
  }

  private static func cue(_ screen: Screen) -> String {
    screen.terminal.columns < 60
      ? "Enter for 1, q to leave > " : "Number or a few letters, Enter for 1, q to leave > "
  }

  private func show(on screen: Screen) throws {
    let date = now.day.inWords
    let width = min(66, screen.terminal.columns - 4)
    let gap = String(repeating: " ", count: max(2, width - 4 - date.count))
    let title = "\(screen.margin)\(screen.style.bold("kith"))\(screen.isPlain ? ", " : gap)\(date)"
    let help = "If you might harm yourself, type help now, here or anywhere."
    let above = [greeting, state, reason].compactMap { $0 }
    let top = ["", title, ""] + above.flatMap { screen.lines(of: $0) + [""] }
    let rest =
      menu.lines(for: screen.terminal, style: screen.style) + [""] + screen.lines(of: help) + [""]
    guard top.count + rest.count + 1 > screen.pageRows else {
      return try screen.write(top + rest, reserving: 1)
    }
    try screen.write(top)
    try screen.write(rest, reserving: 1)
  }

  private var menu: Menu {
    Menu(rows.map { Menu.Choice($0.label, detail: $0.detail) }, suggested: 0)
  }

  private var greeting: String {
    let name = history.profile?.name ?? ""
    let part =
      switch now.hour {
      case 5..<12: "Good morning"
      case 12..<17: "Good afternoon"
      case 17..<23: "Good evening"
      default: "Hello"
      }
    return name.isEmpty ? "\(part)." : "\(part), \(name)."
  }

  private var state: String? {
    var sentences: [String] = []
    if let week = today.week, let count = history.profile?.weekCount {
      sentences.append("Week \(week) of \(count).")
    }
    switch today.lastMoods {
    case (let before?, let last?):
      sentences.append("Mood was \(last) at your last check-in, and \(before) at the one before.")
    case (nil, let last?):
      sentences.append("Mood was \(last) at your last check-in.")
    case (_, nil):
      break
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private var reason: String {
    switch today.reason {
    case .paused: "You left something before its end; it goes on at the same place."
    case .firstCheckIn: "A first check-in shows where things stand."
    case .daysSinceCheckIn(let days):
      "Your last check-in was \(days == 1 ? "yesterday" : "\(days) days ago")."
    case .unread: "This week's check-in is done. There is something to read, if you like."
    case .nothingDue: "Nothing is due today."
    }
  }

  private var rows: [Row] {
    var rows = [row(for: suggested)]
    let rest: [Agenda] =
      [.checkIn] + content.readings.map { .reading($0.topic) } + [.prompt, .inventory]
    rows += rest.filter { $0 != suggested }.map { row(for: $0) }
    return rows + [
      Row(choice: .mood, label: "Look back at mood by week", detail: ""),
      Row(choice: .entries, label: "Your entries", detail: "\(history.entries.count)"),
      Row(choice: .helpNow, label: "Who can be reached now", detail: ""),
    ]
  }

  private var suggested: Agenda {
    switch today.suggestion {
    case .resume(let agenda): agenda
    case .checkIn: .checkIn
    case .read(let topic): .reading(topic)
    case .prompt: .prompt
    }
  }

  private func row(for agenda: Agenda) -> Row {
    let place = paused.contains(agenda) ? "go on" : nil
    switch agenda {
    case .door, .unsavedDoor, .welcome, .safety:
      return Row(choice: .sit(agenda), label: "Getting to know each other", detail: place ?? "")
    case .checkIn:
      return Row(
        choice: .sit(agenda), label: "Weekly check-in", detail: place ?? "about 5 minutes")
    case .inventory:
      let count = history.people.count
      return Row(
        choice: .sit(agenda), label: "The people in your life",
        detail: place ?? (count == 0 ? "about 5 minutes" : "\(count)"))
    case .form(let form, let record):
      let added = history.addedForms.first { $0.id == form }?.questionnaire
      let title = (content.questionnaires[form] ?? added)?.title ?? form
      return Row(
        choice: .sit(agenda), label: record == nil ? title : "Changes to: \(title)",
        detail: place ?? "")
    case .prompt:
      return Row(
        choice: .sit(agenda), label: "One question to write about", detail: place ?? "")
    case .reading(let topic):
      let reading = content.readings.first { $0.topic == topic }
      let time = reading.map { "about \($0.minutes) minutes" } ?? ""
      return Row(
        choice: .sit(agenda), label: "Read: \(reading?.title ?? topic)", detail: place ?? time)
    }
  }
}

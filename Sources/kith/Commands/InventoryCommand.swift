import ArgumentParser
import Coach
import Exports
import Questionnaires

/// The people in the person's life.
struct InventoryCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "inventory",
    abstract: "Name the people in your life, place them, and look at some more closely.",
    usage: """
      kith inventory [OPTIONS]
      kith inventory NAME [--history] [OPTIONS]
      kith inventory --list [--json] | --history | --then DATE [OPTIONS]
      """,
    discussion: """
      Without a name it sits down with you, and goes on where it was left. With a name it shows \
      what was said of one person, by date.
      """)

  @Argument(help: "Whom to show; the first letters of the name will do.")
  var name: String?

  @Flag(help: "Show everybody, in their circles.")
  var list = false

  @Flag(help: "Show what changed from sitting to sitting.")
  var history = false

  @Option(
    help: ArgumentHelp("Show the circles as they were, and what changed since.", valueName: "date"))
  var then: String?

  @Flag(help: "Everything that is kept of them, as a JSON array.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard then == nil || !history, !list || (then == nil && !history && name == nil) else {
      throw ValidationError("--list, --history and --then go one at a time")
    }
    guard then == nil || name == nil else {
      throw ValidationError("--then shows everybody; leave the name out")
    }
  }

  func run(on host: Host) throws {
    guard name != nil || list || history || then != nil || json else {
      return try Visit(host).sit(for: .inventory)
    }
    let people = try shown(try everybody(on: host))
    guard !json else {
      return host.screen.output.write(try RecordJSON().array(of: people.map(\.record)))
    }
    let view = PeopleView(
      screen: host.screen, form: try host.content().questionnaires[Person.form])
    guard !people.isEmpty else {
      return try host.screen.say("Nobody is on the list yet. 'kith inventory' begins it.")
    }
    try show(people, in: view, today: host.clock.now.day)
  }

  private func show(_ people: [Person], in view: PeopleView, today: CalendarDay) throws {
    if let then {
      let day = try day(then, today: today)
      try view.show(CircleChart(people, on: day))
      try view.show(CircleChart(people))
      try view.showChanges(of: people, after: day)
    } else if history {
      try view.showChanges(of: people)
    } else if name != nil, let person = people.first {
      try view.show(person)
    } else {
      try view.show(CircleChart(people))
    }
  }

  /// Everybody on the list, as a sitting that is under way has left it.
  private func everybody(on host: Host) throws -> [Person] {
    let journal = try Visit(host).existingJournal()
    let history = try journal.history()
    guard let draft = try journal.draft(for: .inventory), !draft.isEmpty else {
      return history.people
    }
    var session = try Session(draft, content: try host.content(), history: history)
    _ = try session.endHere()
    let changed = Set(session.people.map(\.id))
    let records = history.records.filter { !changed.contains($0.id) } + session.people
    return History(records: records).people
  }

  /// The people that were asked for.
  ///
  /// - Throws: ``Failure``, without any name of the list, when none or several are called so.
  private func shown(_ people: [Person]) throws -> [Person] {
    guard let name else { return people }
    let found = people.called(name)
    guard found.count == 1 else {
      throw Failure(
        message: found.isEmpty
          ? "nobody on the list is called that"
          : "\(found.count) people on the list have names that begin like that",
        hint: "'kith inventory --list' shows everybody")
    }
    return found
  }

  private func day(_ text: String, today: CalendarDay) throws -> CalendarDay {
    switch text.lowercased() {
    case "today": return today
    case "yesterday": return CalendarDay(number: today.number - 1)
    default: break
    }
    guard let date = PartialDate(text), let day = CalendarDay(lastOf: date) else {
      throw ValidationError("--then takes a date such as 2026-11-23, 2026-11 or yesterday")
    }
    return day
  }
}

extension CalendarDay {
  /// The last day that a date may stand for.
  fileprivate init?(lastOf date: PartialDate) {
    guard let month = date.month else {
      self.init(year: date.year, month: 12, day: 31)
      return
    }
    if let day = date.day {
      self.init(year: date.year, month: month, day: day)
    } else {
      let next = month == 12 ? (date.year + 1, 1) : (date.year, month + 1)
      let first = CalendarDay(year: next.0, month: next.1, day: 1)
      self.init(number: first.number - 1)
    }
  }
}

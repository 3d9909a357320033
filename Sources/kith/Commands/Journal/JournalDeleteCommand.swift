import ArgumentParser
import Coach
import Console
import JournalStorage

/// Deletes entries from every file that kith keeps.
struct JournalDeleteCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete entries, also from the backups.",
    usage: """
      kith journal delete ENTRY... [--yes] [OPTIONS]
      kith journal delete --person NAME [--mentions] [--yes] [OPTIONS]
      """,
    discussion: """
      With --person everything goes that is kept of somebody: what the inventory knows of them, \
      and the entries filed under them. --mentions takes the entries along whose words name them. \
      A name of '-' is asked for, so that it stays out of the shell's history.

      Example: kith journal delete 3
      """)

  @Argument(help: "Numbers, 'last', or the first letters of IDs.")
  var entry: [String] = []

  @Option(help: ArgumentHelp("Delete what is kept of this person.", valueName: "name"))
  var person: String?

  @Flag(help: "With --person: also the entries whose words name them.")
  var mentions = false

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard entry.isEmpty != (person == nil) else {
      throw ValidationError("name the entries to delete, or a person with --person")
    }
    guard !mentions || person != nil else { throw ValidationError("--mentions goes with --person") }
  }

  func run(on host: Host) throws {
    var journal = try Visit(host).existingJournal()
    let view = DeletionView(
      screen: host.screen, index: try journal.index(), people: try journal.history().people)
    let records =
      try person.map { try cascade(of: $0, in: journal, view) }
      ?? entry.map { try journal.record(named: $0) }
    try view.announce(records)
    guard try yes || isMeant(records, view, host) else {
      return try host.screen.say("Nothing was deleted.")
    }
    let note = try journal.change { vault in
      try vault.delete(Set(records.map(\.id)), now: host.clock.now)
    }
    try view.show(note)
  }

  /// Asks; the entries can be looked at first.
  private func isMeant(_ records: [Record], _ view: DeletionView, _ host: Host) throws -> Bool {
    let question = records.count == 1 ? "Delete it for good?" : "Delete them for good?"
    try host.screen.say("\(question) There is no way back.")
    while true {
      let typed: String
      do {
        typed = try host.screen.ask(
          LinePrompt("\(host.screen.margin)yes, no or show (Enter: no) > "))
      } catch let leaving as Leaving where leaving.interruption == .pause {
        throw Failure(
          message: "nothing was deleted: the question was not answered with yes",
          hint: "--yes deletes without asking")
      }
      guard ["s", "show"].contains(typed.trimmed.lowercased()) else {
        return typed.trimmed.lowercased() == "yes"
      }
      let entries = EntryView(
        screen: host.screen, questionnaires: try host.content().questionnaires, index: view.index,
        people: view.people)
      try host.screen.page(records.flatMap { entries.lines($0) })
    }
  }

  /// Everything that is kept of somebody.
  private func cascade(
    of typed: String, in journal: Journal, _ view: DeletionView
  ) throws -> [Record] {
    let name =
      typed == "-" ? try view.screen.ask(LinePrompt("\(view.screen.margin)Whom > ")) : typed
    let history = try journal.history()
    let known = history.people.called(name)
    guard known.count < 2 else {
      throw Failure(
        message: "\(known.count) people have names that begin like that",
        hint: "type more of the name")
    }
    let whole = known.first?.name.plaintext ?? name
    let filed = history.records.filter { record in
      record.kind != .profile && record.speaks(of: whole, among: history.people)
    }
    var search = JournalSearch(
      SearchQuery(terms: [SearchTerm(whole, isPhrase: true)].compactMap(\.self)))
    let naming = history.entries.filter { record in
      !filed.contains { $0.id == record.id } && search.hits(in: record) != nil
    }
    guard !filed.isEmpty || (mentions && !naming.isEmpty) else {
      throw Failure(
        message: naming.isEmpty
          ? "nothing is kept of anybody called that"
          : "nothing is filed under that name; \(DeletionView.count(naming)) name it in words",
        hint: naming.isEmpty
          ? "'kith inventory --list' shows everybody" : "--mentions deletes those")
    }
    if !mentions, !naming.isEmpty { try view.tellOf(naming) }
    return mentions ? filed + naming : filed
  }
}

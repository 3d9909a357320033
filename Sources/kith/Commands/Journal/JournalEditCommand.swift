import ArgumentParser
import Coach
import Questionnaires

/// Changes the words of an entry.
struct JournalEditCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change the words of an entry.",
    usage: "kith journal edit ENTRY [--editor] [OPTIONS]",
    discussion: """
      With --editor the words go to the editor that VISUAL or EDITOR names, in a folder that is \
      kept in memory and removed afterwards. Words that are piped in take the place of the old \
      ones.

      Example: kith journal edit last
      """)

  @Argument(help: "Its number, 'last', or the first letters of its ID.")
  var entry: String

  @Flag(help: "Use your own editor instead of the built-in one.")
  var editor = false

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    let visit = Visit(host)
    var journal = try visit.existingJournal()
    let record = try journal.record(named: entry)
    let editing = EntryEditing(host: host, usesOwnEditor: editor)
    let passage = try editing.passage(of: record, try host.content().questionnaires)
    let words = try editing.words(for: passage) { typed in
      try visit.keep(draft(of: typed, for: passage, record, host), in: &journal)
      try host.screen.say("What you had typed is kept, as an entry of the kind draft.")
    }
    guard words != passage.text.plaintext else {
      return try host.screen.say("Nothing was changed.")
    }
    if words.isEmpty {
      let isMeant = try host.screen.confirm(
        "Nothing is left of these words. Take them out of the entry?",
        orElse: "nothing was changed: there were no words")
      guard isMeant else { return try host.screen.say("Nothing was changed.") }
    }
    try visit.keep(record.replacing(PrivateText(words), at: passage.place), in: &journal)
    try host.screen.say("Kept. Backups made before this still hold the old words.")
  }

  private func draft(
    of typed: String, for passage: Passage, _ record: Record, _ host: Host
  ) -> Record {
    Record(
      id: host.chance.identifier(), kind: .draft, at: host.clock.now, tz: host.clock.zone,
      tags: record.tags, people: record.people,
      body: Entry(notes: [
        Note(
          prompt: "edit", question: passage.question ?? "Words for another entry",
          text: PrivateText(typed))
      ]))
  }
}

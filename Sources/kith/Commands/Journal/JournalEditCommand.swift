import ArgumentParser
import Coach
import Console
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

      What you type is sealed while you type. Whatever ends it before its end, the entry stays as \
      it was, and what you had typed is kept beside it.

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
    try visit.refuseReadOnly(journal)
    let content = try host.content()
    visit.offerHelp(content, in: nil)
    let editing = EntryEditing(host: host, usesOwnEditor: editor)
    let passage = try editing.passage(of: record, content.questionnaires)
    // From Enter to the disk nothing may come between; an editor of their own obeys its own keys.
    let typing = editor ? nil : SignalHold()
    defer { withExtendedLifetime(typing) {} }
    let rescue = try self.rescue(for: passage, record, in: journal, visit)
    let words = try editing.words(for: passage, rescue: rescue)
    let saving = SignalHold()
    defer { withExtendedLifetime(saving) {} }
    guard words != passage.text.plaintext, try words.isEmpty ? isMeant(on: host) : true else {
      try rescue.end()
      return try host.screen.say("Nothing was changed.")
    }
    try host.screen.untilItIsKept("Your words are still here, but they are not on the disk yet.") {
      try visit.keep(record.replacing(PrivateText(words), at: passage.place), in: &journal)
    }
    try rescue.end()
    try host.screen.say("Kept. Backups made before this still hold the old words.")
  }

  private func isMeant(on host: Host) throws -> Bool {
    try host.screen.confirm(
      "Nothing is left of these words. Take them out of the entry?",
      orElse: "nothing was changed: there were no words")
  }

  private func rescue(
    for passage: Passage, _ record: Record, in journal: Journal, _ visit: Visit
  ) throws -> EditRescue {
    let host = visit.host
    let id = host.chance.identifier()
    return try EditRescue(in: try VaultGate(host).inbox()) { typed in
      draft(of: typed, id, for: passage, record, host)
    } save: { draft in
      var journal = journal
      try visit.keep(draft, in: &journal)
    }
  }

  private func draft(
    of typed: String, _ id: String, for passage: Passage, _ record: Record, _ host: Host
  ) -> Record {
    Record(
      id: id, kind: .draft, at: host.clock.now, tz: host.clock.zone,
      tags: record.tags, people: record.people,
      body: Entry(notes: [
        Note(
          prompt: "edit", question: passage.question ?? "Words for another entry",
          text: PrivateText(typed))
      ]))
  }
}

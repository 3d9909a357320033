import ArgumentParser
import Coach
import Console
import Exports

/// The words that entries are filed under.
struct JournalTagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "File entries under words, and see which there are.",
    subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)

  /// Lists the tags in use.
  struct List: HostedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List your tags, with the number of entries of each.",
      usage: "kith journal tag list [--json] [OPTIONS]")

    @Flag(help: "As a JSON array.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run(on host: Host) throws {
      let tags = try Visit(host).existingJournal().history().tags
      let screen = host.screen
      guard !json else { return screen.output.write(try SearchJSON().array(ofTags: tags)) }
      guard !tags.isEmpty else {
        return try screen.say("No entry has a tag yet. 'kith journal tag add last TAG' adds one.")
      }
      try screen.write(
        tags.map { tag in
          "\(screen.margin)\(Printable(tag.tag).text)  \(screen.style.dim("\(tag.entries)"))"
        })
    }
  }

  /// Files an entry under words.
  struct Add: HostedCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "File an entry under one word or several.",
      usage: "kith journal tag add ENTRY [TAG...] [OPTIONS]",
      discussion: """
        Without a tag it asks for one, so that it stays out of the shell's history.

        Example: kith journal tag add last sleep
        """)

    @Argument(help: "The entry's number, 'last', or the first letters of its ID.")
    var entry: String

    @Argument(help: "The words to file it under.")
    var tags: [String] = []

    @OptionGroup var options: GlobalOptions

    func run(on host: Host) throws {
      try Tagging(host: host).change(entry, tags) { $0.tagged(adding: $1) }
    }
  }

  /// Takes words away from an entry.
  struct Remove: HostedCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take words away that an entry is filed under.",
      usage: "kith journal tag remove ENTRY [TAG...] [OPTIONS]",
      discussion: "Example: kith journal tag remove 3 sleep")

    @Argument(help: "The entry's number, 'last', or the first letters of its ID.")
    var entry: String

    @Argument(help: "The words to take away.")
    var tags: [String] = []

    @OptionGroup var options: GlobalOptions

    func run(on host: Host) throws {
      try Tagging(host: host).change(entry, tags) { $0.tagged(adding: [], removing: $1) }
    }
  }
}

/// Changes the words that an entry is filed under.
private struct Tagging {
  let host: Host

  func change(_ entry: String, _ words: [String], _ change: (Record, [Tag]) -> Record) throws {
    let typed = try words.map(tag)
    var journal = try Visit(host).existingJournal()
    let record = try journal.record(named: entry)
    let tags = try typed.isEmpty ? asked(among: try journal.history().tags.map(\.tag)) : typed
    let changed = change(record, tags)
    guard changed != record else { return try host.screen.say("It was so already.") }
    try Visit(host).keep(changed, in: &journal)
    let count = changed.tags.count
    try host.screen.say(
      count == 0
        ? "Kept. The entry has no tag now."
        : "Kept. The entry has \(count) \(count == 1 ? "tag" : "tags") now.")
  }

  private func asked(among known: [String]) throws -> [Tag] {
    var prompt = LinePrompt("\(host.screen.margin)Tags, with commas between > ")
    prompt.candidates = known
    let words = try host.screen.ask(prompt).split(separator: ",").map(String.init)
    guard words.contains(where: { !$0.trimmed.isEmpty }) else { throw Failure.badTag }
    return try words.filter { !$0.trimmed.isEmpty }.map(tag)
  }

  private func tag(_ word: String) throws -> Tag {
    guard let tag = Tag(word) else { throw Failure.badTag }
    return tag
  }
}

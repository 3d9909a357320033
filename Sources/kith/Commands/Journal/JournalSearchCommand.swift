import ArgumentParser
import Coach
import Console
import Exports
import YarnCompiler

/// Finds entries by what stands in them.
struct JournalSearchCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find entries by the words in them.",
    usage: "kith journal search [WORDS...] [--limit NUMBER] [--json] [OPTIONS]",
    discussion: """
      A word finds every word that begins with it, in capitals or not, with accents or without. \
      Entries have to hold all of the words. "In quotation marks" is a phrase. These narrow it \
      down: tag:work person:Mum kind:note date:2026-10 since:monday until:today

      Without words it asks for them, so that they stay out of the shell's history.

      Example: kith journal search "on my own" date:"last month"
      """)

  @Argument(help: "What to look for.")
  var words: [String] = []

  @Option(help: ArgumentHelp("At most so many: the newest.", valueName: "number"))
  var limit: Int?

  @Flag(help: "Numbers, IDs, dates and places found, as a JSON array.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up") }
  }

  func run(on host: Host) throws {
    let today = host.clock.now.day
    var query = try words.isEmpty ? nil : read { try SearchQuery(arguments: words, today: today) }
    let journal = try Visit(host).existingJournal()
    if query == nil {
      let line = try host.screen.ask(LinePrompt("\(host.screen.margin)Look for > "))
      query = try read { try SearchQuery(line, today: today) }
    }
    let found = try journal.search(query ?? SearchQuery()).suffix(limit ?? .max)
    let index = try journal.index()
    guard !json else {
      return host.screen.output.write(try SearchJSON().array(of: Array(found), index))
    }
    // The content is needed where an answer to a form was found, and takes a while to read.
    let isOfForm = found.contains { $0.hits.contains { $0.passage.item != nil } }
    try SearchView(
      screen: host.screen, index: index,
      questionnaires: isOfForm ? try host.content().questionnaires : [:]
    ).show(Array(found))
  }

  private func read(_ query: () throws -> SearchQuery) throws -> SearchQuery {
    do {
      return try query()
    } catch let fault as SearchQuery.Fault {
      throw Failure(fault)
    }
  }
}

extension Failure {
  /// Says why what was typed cannot be searched for, without the words.
  fileprivate init(_ fault: SearchQuery.Fault) {
    let example = "'kith journal search --help' shows how to write it"
    switch fault {
    case .empty:
      self.init(message: "there is nothing to look for in that", hint: example, exitCode: 2)
    case .openQuote:
      self.init(
        message: "a quotation mark has no partner", hint: "close the phrase with one", exitCode: 2)
    case .nothingAfter(let key):
      self.init(
        message: "nothing that can be looked for stands after '\(key.rawValue):'", hint: example,
        exitCode: 2)
    case .unknownKey(let key):
      self.init(
        message: "one of the words before a colon is unknown; did you mean '\(key.rawValue):'?",
        hint: example, exitCode: 2)
    case .unknownKind(let name):
      self.init(unknownKind: name)
    case .notADate(let text):
      self.init(
        message: "'\(text)' is no date",
        hint: "write it as date:2026-10-05, date:2026-10, date:yesterday or date:\"last week\"",
        exitCode: 2)
    }
  }
}

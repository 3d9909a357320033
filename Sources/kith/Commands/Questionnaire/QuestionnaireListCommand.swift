import ArgumentParser
import Coach
import Questionnaires

/// Lists the forms there are.
struct QuestionnaireListCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the forms that kith has, with --added also those you brought.",
    usage: "kith questionnaire list [--added] [--json] [OPTIONS]")

  @Flag(help: "Also the forms you brought; they are in the journal, so this opens the vault.")
  var added = false

  @Flag(help: "The list as a JSON array.")
  var json = false

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    let brought = added ? try Visit(host).existingJournal().history().addedForms : []
    let catalog = FormCatalog(try host.content(), added: brought)
    guard !json else {
      return host.screen.output.writeLine(
        JSONValue.array(catalog.entries.map(\.json)).text(indented: true))
    }
    for line in catalog.lines(for: host.screen.terminal) { host.screen.output.writeLine(line) }
    guard host.screen.terminal.isInteractive else { return }
    host.screen.output.writeLine()
    let next = "'kith questionnaire fill NAME' opens one; without a name you choose."
    for line in host.screen.lines(of: next) { host.screen.output.writeLine(line) }
  }
}

extension FormCatalog.Entry {
  fileprivate var json: JSONValue {
    .object([
      "id": .string(id), "kind": .string(kind.rawValue),
      "title": form.title.map { .string($0) } ?? .null,
      "description": form.json["description"] ?? .null,
      "url": form.url.map { .string($0) } ?? .null,
      "version": form.version.map { .string($0) } ?? .null,
      "items": .number("\(form.itemCount)"),
    ])
  }
}

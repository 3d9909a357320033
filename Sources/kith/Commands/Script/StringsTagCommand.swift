import ArgumentParser
import YarnAuthoring
import YarnRuntime

/// Adds ids to the lines that have none.
struct StringsTagCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Add an id to every line and option that has none; the files are rewritten.",
    usage: "kith script strings tag PATH [--descriptive] [--dry-run] [OPTIONS]")

  @Argument(help: "A script, a project or a folder.")
  var path: String

  @Flag(help: "Ids that tell where the line stands and who speaks, instead of random ones.")
  var descriptive = false

  @Flag(help: "Only say what would be done.")
  var dryRun = false

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    let files = try ScriptFiles.read(path)
    var random = RandomSource(seed: host.chance.seed())
    var tagger = LineTagger(descriptive ? .descriptive : .random, of: files.sources)
    var changes: [(file: String, result: LineTagger.Result)] = []
    var refused = files.diagnostics.filter { $0.severity == .error }.map(\.file)
    for source in files.sources {
      if let result = tagger.tag(source, using: &random) {
        changes.append((source.name, result))
      } else {
        refused.append(source.name)
      }
    }
    for change in changes where change.result.addedCount > 0 {
      if !dryRun { try AtomicFile.write(change.result.text, to: change.file) }
      host.screen.output.writeLine(
        "\(change.file): \(counted(change.result.addedCount, "id")) added")
    }
    host.screen.output.writeLine(summary(changes.map(\.result)))
    try refuse(refused)
  }

  private func summary(_ results: [LineTagger.Result]) -> String {
    let added = results.map(\.addedCount).reduce(0, +)
    let lines = results.map(\.lineCount).reduce(0, +)
    let changed = results.count { $0.addedCount > 0 }
    return "\(counted(added, "id")) \(dryRun ? "would be added" : "added") in "
      + "\(counted(changed, "script")); \(counted(lines - added, "line")) had one"
  }

  private func refuse(_ files: [String]) throws {
    guard !files.isEmpty else { return }
    throw Failure(
      message: "left as they are, for they have mistakes: \(files.joined(separator: ", "))",
      hint: "'kith script check' shows the mistakes")
  }
}

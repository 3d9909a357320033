import ArgumentParser
import YarnAuthoring

/// Brings tables of translations up to date.
struct StringsMergeCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Bring tables of translations up to date with the scripts; no translation is lost.",
    usage: """
      kith script strings merge PATH TABLE... [--language LANGUAGE] [--prune] [--dry-run] [OPTIONS]
      """,
    discussion: """
      Lines that are new get an empty text. Where the text of a line has changed, its 'lock' no \
      longer fits; revise the translation, empty the lock, and merge again.
      """)

  @Argument(help: "A script, a project or a folder.")
  var path: String

  @Argument(help: "The tables to rewrite.")
  var tables: [String]

  @Option(help: "The language of tables that do not name theirs.")
  var language: String?

  @Flag(help: "Drop the rows of lines that are no longer in the scripts.")
  var prune = false

  @Flag(help: "Only say what would be done.")
  var dryRun = false

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    let files = try ScriptFiles.read(path)
    let base = files.baseTable(of: try files.taggedProgram(at: path))
    var merged: [(file: String, table: StringTable, lines: [String])] = []
    for file in tables {
      let table = try files.table(at: file, language: language)
      let results = table.languages.map {
        (language: $0, result: table.merged(with: base, language: $0, prunes: prune))
      }
      merged.append(
        (
          file, StringTable(results.flatMap(\.result.table.rows)),
          results.map { "\(file): \($0.language): \(text(of: $0.result.counts))" }
        ))
    }
    for (file, table, lines) in merged {
      if !dryRun { try AtomicFile.write(table.csv, to: file) }
      for line in lines { host.screen.output.writeLine(line) }
    }
  }

  private func text(of counts: StringTable.MergeCounts) -> String {
    "\(counts.added) new, \(counts.changed) changed, \(counts.removed) "
      + (prune ? "removed" : "no longer in the scripts")
  }
}

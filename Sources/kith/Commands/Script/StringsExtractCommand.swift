import ArgumentParser
import Glibc
import YarnAuthoring

/// Writes the texts of scripts as a table.
struct StringsExtractCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Write the texts of scripts as a table for translators.",
    usage: """
      kith script strings extract PATH --language LANGUAGE [--output FILE] [--metadata FILE] \
      [OPTIONS]
      """)

  @Argument(help: "A script, a project or a folder.")
  var path: String

  @Option(help: "The language of the table; in another than the scripts' own the texts are empty.")
  var language: String

  @Option(help: "The file to write; without it, standard output.")
  var output: String?

  @Option(help: "A second file, for the hashtags of the lines.")
  var metadata: String?

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    let files = try ScriptFiles.read(path)
    let program = try files.taggedProgram(at: path)
    let base = files.baseTable(of: program)
    let table = language == files.baseLanguage ? base : base.template(for: language)
    if let metadata { try write(MetadataTable.csv(of: program), to: metadata) }
    guard let output else { return host.screen.output.write(table.csv) }
    try write(table.csv, to: output)
    host.screen.output.writeLine("\(output): \(counted(table.rows.count, "line")) in \(language)")
  }

  private func write(_ text: String, to path: String) throws {
    guard access(path, F_OK) != 0 else {
      throw Failure(
        message: "'\(path)' exists already, and its texts would be lost",
        hint: "bring it up to date with 'kith script strings merge', or name another file")
    }
    try AtomicFile.write(text, to: path)
  }
}

import ArgumentParser
import YarnAuthoring

/// Tells how far translations have come.
struct StringsStatusCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tell how far each translation has come.",
    usage: """
      kith script strings status PATH [TABLE...] [--language LANGUAGE] [--strict] [OPTIONS]
      """)

  @Argument(help: "A script, a project or a folder.")
  var path: String

  @Argument(help: "Tables of translations; without any, those that the project names.")
  var tables: [String] = []

  @Option(help: "The language of tables that do not name theirs.")
  var language: String?

  @Flag(help: "Exit 1 when anything is missing, outdated, unknown or faulty.")
  var strict = false

  @OptionGroup(visibility: .hidden) var options: GlobalOptions

  func run(on host: Host) throws {
    let files = try ScriptFiles.read(path)
    let program = try files.taggedProgram(at: path)
    let base = files.baseTable(of: program)
    let table = try files.translations(in: tables, language: language)
    var isClean = true
    for language in table.languages where language != files.baseLanguage {
      let status = TranslationStatus(of: table, against: base, language: language)
      let faults = program.translated(texts: table.texts(in: language), locale: language).faults
      host.screen.output.writeLine(text(of: status))
      for fault in faults { host.screen.output.writeLine("  \(fault)") }
      isClean = isClean && status.isComplete && faults.isEmpty
    }
    guard isClean || !strict else { throw ExitCode(1) }
  }

  private func text(of status: TranslationStatus) -> String {
    "\(status.language): \(status.percent) % of \(counted(status.lineCount, "line")): "
      + "\(status.translated) translated, \(status.missing.count) missing, "
      + "\(status.outdated.count) outdated, \(status.unknown.count) unknown"
  }
}

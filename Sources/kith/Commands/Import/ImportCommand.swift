import ArgumentParser
import Console
import Imports
import JournalStorage

/// Brings entries of other programs into the journal: all of them, or none.
struct ImportCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in what you wrote elsewhere: jrnl, Day One, Markdown, or kith itself.",
    usage: "kith import PATH... [--format FORMAT] [--time-zone ZONE] [--dry-run] [OPTIONS]",
    discussion: """
      Every entry comes in as a note with its own time, zone and tags. What is there already, with \
      the same time and the same words, is passed over, so the same import can be run again. \
      Everything is read and checked first and kept in one move: whatever interrupts it, the \
      journal has all of it or nothing.

      jrnl:      jrnl --format json --file FILE, then: kith import FILE
      or in one go: jrnl --format json | kith import -
      Day One:   File > Export > JSON; unpack the archive and name the .json file in it.
      Markdown:  a file, or a folder whose .md files are read, one entry each. A head between \
      two lines '---' may tell title, date, tags and timezone; otherwise the name of the file \
      tells the date, such as 2026-11-23.md.
      kith:      {"kith": 1, "records": [...]}, or what 'kith journal list --json' prints.

      The file you import stays where it is, in clear text. Remove it when you no longer need it.
      """)

  @Argument(help: "Files or folders; '-' reads standard input.")
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "What it is: jrnl, day-one, markdown or kith. It is found out when you leave this out."))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "The time zone of times that name none, such as Europe/Berlin; this computer's when you leave "
        + "this out.", valueName: "zone"))
  var timeZone: String?

  @Flag(help: "Say what would come in, and keep nothing.")
  var dryRun = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    let formats = ImportFormat.allCases.map(\.rawValue)
    if let format, !formats.contains(format) {
      throw ValidationError(
        "there is no format '\(format)'; there are: \(formats.joined(separator: ", "))")
    }
    if let timeZone, TimeZones.live.offset(timeZone, 0) == nil {
      throw ValidationError(
        "no time zone is called '\(Printable(timeZone).text)'; write it like Europe/Berlin or UTC")
    }
    if paths.contains("-"), options.passphraseFd == 0 {
      throw ValidationError(
        "standard input cannot bring both the entries and the passphrase; use another"
          + " descriptor, such as --passphrase-fd 3 3<FILE")
    }
  }

  func run(on host: Host) throws {
    let progress = ImportProgress(host)
    let settings = ImportSettings(
      zone: try zone(on: host), rules: TimeZones.live, newID: host.chance.identifier,
      progress: progress.count(_:of:))
    var files = ImportFiles(
      format: format.flatMap(ImportFormat.init), settings: settings, progress: progress)
    let batch = try files.batch(of: paths)
    progress.end()
    var journal = try journal(on: host)
    let comparison = ImportComparison(batch.records, against: try journal.history())
    let summary = ImportSummary(screen: host.screen, hasChosenZone: timeZone != nil)
    try summary.show(batch, comparison)
    guard let first = comparison.new.first, !dryRun else {
      return try host.screen.say(
        dryRun ? "Nothing was kept: this only looked." : "Nothing is new, so nothing was changed.")
    }
    progress.say("Sealing \(comparison.new.count.grouped) entries")
    let others = Array(comparison.new.dropFirst())
    let notices = try journal.keep(first, with: others, now: host.clock.now)
    progress.end()
    for notice in notices { host.tell("kith: \(notice)") }
    try summary.close(comparison, keepsNothing: journal.keepsNothing)
  }

  /// The zone of times that name none.
  ///
  /// - Throws: ``Failure`` when this computer's own has no name that is known.
  private func zone(on host: Host) throws -> String {
    let zone = timeZone ?? host.clock.zone
    guard TimeZones.live.offset(zone, 0) != nil else {
      throw Failure(
        message: "the time zone of this computer has no name that is known",
        hint: "name one with --time-zone, such as Europe/Berlin", exitCode: 2)
    }
    return zone
  }

  /// The journal to compare with and to add to.
  private func journal(on host: Host) throws -> Journal {
    guard !options.noSave else { return Journal() }
    let host = paths.contains("-") ? host.askingAtTheTerminal() : host
    let hasVault = try VaultGate(host).hasVault()
    if dryRun, !hasVault { return Journal() }
    guard hasVault || paths.contains("-") else {
      return try Visit(host).openJournal(try host.content())
    }
    return try Visit(host).existingJournal()
  }
}

extension Host {
  /// The same surroundings, where the passphrase does not come from standard input.
  fileprivate func askingAtTheTerminal() -> Host {
    let screen = Screen(
      output: screen.output, keyboard: screen.keyboard,
      secret: { prompt in
        do {
          return try SecretPrompt(from: .terminal).read(prompt)
        } catch SecretPrompt.Failure.ended(let signal) {
          throw Interruption.signal(signal)
        } catch {
          throw Failure(message: "\(error)", hint: "such as --passphrase-fd 3 3<FILE")
        }
      }, terminal: { [screen] in screen.terminal })
    return Host(
      screen: screen, errors: errors, environment: environment, executable: executable,
      clock: clock, chance: chance, options: options, workFactor: workFactor,
      suggestion: suggestion, errorColumns: errorColumns)
  }
}

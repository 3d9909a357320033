import ArgumentParser
import JournalStorage

/// Looks through every file of the vault.
struct JournalVerifyCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check that every file of the journal is whole.",
    usage: "kith journal verify [--json] [OPTIONS]",
    discussion: """
      It opens everything, changes nothing, and shows none of your words. A record is an entry, or \
      what is kept of one person, one questionnaire of yours or one copy you made. It ends with 1 \
      when something is wrong.

      Example: kith journal verify
      """)

  @Flag(help: "The report as a JSON object.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    let report = try VaultGate(host).unlockKey().verify()
    if json {
      host.screen.output.write(try ReportJSON(report).text())
    } else {
      try ReportView(screen: host.screen).show(report)
    }
    guard report.isSound else {
      throw Failure(message: "not everything is as it should be; see above")
    }
  }
}

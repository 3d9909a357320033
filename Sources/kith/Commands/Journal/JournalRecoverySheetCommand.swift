import ArgumentParser
import Exports
import JournalStorage

/// Prints the sheet that opens the journal without kith and without the passphrase.
struct JournalRecoverySheetCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery-sheet",
    abstract: "Print the sheet that opens the journal in an emergency.",
    usage: "kith journal recovery-sheet [OPTIONS]",
    discussion: """
      It holds the secret key: whoever has it can read everything. Send it straight to a printer, \
      so that it never lies in a file.

      Example: kith journal recovery-sheet | lpr
      """)

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    let journal = try Visit(host).existingJournal()
    guard let vault = journal.vault else {
      throw Failure(message: "nothing is kept in this run", hint: "leave out --no-save")
    }
    let sheet = RecoverySheet(
      recoveryCode: vault.recoveryCode, armoredKey: try vault.key.armoredKey(),
      folder: vault.place.directory, day: host.clock.now.day
    ).text
    guard host.screen.terminal.isInteractive else {
      return host.screen.output.write(sheet)
    }
    let isMeant = try host.screen.confirm(
      "The sheet shows the secret key. Is nobody looking, and shall it be shown here?",
      orElse: "nothing was shown")
    guard isMeant else {
      return try host.screen.say(
        "Nothing was shown. 'kith journal recovery-sheet | lpr' prints it.")
    }
    let lines = sheet.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try host.screen.page(lines, leavingNothing: true)
  }
}

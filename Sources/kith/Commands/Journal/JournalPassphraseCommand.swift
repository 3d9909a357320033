import ArgumentParser
import JournalStorage

/// Changes the passphrase.
struct JournalPassphraseCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase", abstract: "Change the passphrase.",
    usage: "kith journal passphrase [OPTIONS]",
    discussion: """
      It asks for the present passphrase, or the recovery code, and then twice for the new one. \
      With --passphrase-fd the first line is the present one, the second the new one.

      Example: kith journal passphrase
      """)

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    let gate = VaultGate(host)
    var journal = try Visit(host).existingJournal()
    var passphrase = try gate.choosePassphrase()
    let factor = try gate.chosenWorkFactor()
    try journal.change { try $0.changePassphrase(to: &passphrase, workFactor: factor) }
    try host.screen.say("The passphrase is changed. The recovery code is still the same.")
    try host.screen.say(
      "Copies of the old key file, such as in backups, still open under the old passphrase. If "
        + "somebody may know it, 'kith journal rekey' shuts them out of what you write from now on."
    )
  }
}

import ArgumentParser
import Console
import JournalStorage

/// Removes everything that kith keeps.
struct JournalEraseCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Remove the journal and everything kith keeps, for good.",
    usage: "kith journal erase --all [OPTIONS]",
    discussion: """
      Keys go first, then the journal, drafts, backups and what this computer remembers. It asks \
      for the whole word; there is no option that answers for you.

      Example: kith journal erase --all
      """)

  @Flag(help: "Everything; entries alone are removed by 'kith journal delete'.")
  var all = false

  @Flag(help: "Without the passphrase, where it is lost.")
  var forgotten = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard all else {
      throw ValidationError(
        "erase takes --all; 'kith journal delete' removes single entries")
    }
  }

  func run(on host: Host) throws {
    let gate = VaultGate(host)
    let place = try gate.place()
    guard try gate.hasVault() else {
      throw Failure(message: "there is no journal, so there is nothing to erase")
    }
    let vault = try forgotten ? nil : Visit(host).existingJournal().vault
    guard try isMeant(place.directory, vault, host.screen) else {
      return try host.screen.say("Nothing was erased.")
    }
    let receipt = try vault?.erase() ?? Vault.erase(at: place)
    try ReceiptView(screen: host.screen).show(receipt)
    guard receipt.isComplete else { throw Failure(message: "not everything could be removed") }
  }

  private func isMeant(_ folder: String, _ vault: Vault?, _ screen: Screen) throws -> Bool {
    let count = vault.map { "\($0.outlines().count) records, " } ?? ""
    try screen.say("This goes for good, with its \(count)backups and drafts:")
    try screen.write([screen.margin + folder, ""])
    try screen.say(
      "Nobody can bring it back, not with the passphrase and not with the recovery code.")
    do {
      return try screen.ask(LinePrompt("\(screen.margin)Type erase to go on, Enter to keep all > "))
        .trimmed.lowercased() == "erase"
    } catch let leaving as Leaving where leaving.interruption == .pause {
      throw Failure(message: "nothing was erased: the word was not typed")
    }
  }
}

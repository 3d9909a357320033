import ArgumentParser
import Console
import JournalStorage

/// Gives the vault a new key.
struct JournalRekeyCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "rekey", abstract: "Give the journal a new key, after the old one may be known.",
    usage: "kith journal rekey [OPTIONS]",
    discussion: """
      The journal, its backups, drafts and captures are sealed anew. The passphrase stays the \
      same; the recovery code becomes another one. Copies that somebody made before can still be \
      read with the old key.

      Example: kith journal rekey
      """)

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    let gate = VaultGate(host)
    var journal = try Visit(host).existingJournal()
    let screen = host.screen
    if options.passphraseFd == nil {
      let isMeant = try screen.confirm(
        "Everything is sealed to a new key. The recovery code on paper is then of no use, and you "
          + "print a new sheet. Go on?",
        orElse: "nothing was changed: the question was not answered with yes")
      guard isMeant else { return try screen.say("Nothing was changed.") }
    }
    var passphrase = try gate.askPassphrase("\(screen.margin)Passphrase, once more: ")
    defer { SecretPrompt.wipe(&passphrase) }
    guard !passphrase.isRecoveryCode else {
      throw Failure(
        message: "the new key goes under a passphrase, and that is a recovery code",
        hint: "set a passphrase first with 'kith journal passphrase'; nothing was changed")
    }
    let factor = try gate.chosenWorkFactor()
    let note = try journal.change { try $0.rekey(passphrase: &passphrase, workFactor: factor) }
    try show(note, on: screen)
  }

  private func show(_ note: RekeyNote, on screen: Screen) throws {
    try screen.say(
      "Sealed anew: the journal, \(note.backupCount == 1 ? "1 backup" : "\(note.backupCount) backups")"
        + (note.draftCount == 0 ? "." : " and \(note.draftCount) unfinished."))
    for path in note.leftBehind {
      try screen.item("!", "\(path) could not be opened and is as it was.")
    }
    try screen.say(
      "The old recovery sheet is of no use now: 'kith journal recovery-sheet' prints a new one.")
    try screen.show(note.unreachable)
  }
}

extension [UInt8] {
  /// Whether what was typed is a recovery code and no passphrase.
  var isRecoveryCode: Bool {
    String(decoding: filter { $0 > 32 }, as: UTF8.self).uppercased().hasPrefix("AGE-SECRET-KEY-1")
  }
}

import JournalStorage

/// A message for the person, the advice that goes with it, and how the program ends.
struct Failure: Error, Equatable {
  /// What is wrong, in a line that begins in lower case and has no full stop.
  var message: String

  /// What to do about it; `nil` where the message says so already.
  var hint: String?

  /// The exit code: 1 for a problem found, 2 for a command that was typed wrongly.
  var exitCode: Int32 = 1
}

extension Failure {
  /// The passphrase was to come from an input that is closed.
  static let noPassphrase = Failure(
    message: "no passphrase came, because the input is closed; nothing was opened",
    hint: "run it at a terminal, or hand the passphrase over with --passphrase-fd NUMBER")

  /// Says what is wrong with the vault, and which command helps.
  init(_ error: VaultError) {
    self.init(message: "\(error)")
    if case .damaged(.journal, _, _) = error {
      hint =
        "'kith journal restore --salvage' saves what can be read; 'kith journal restore' lists the "
        + "backups"
    }
  }
}

extension Failure: CustomStringConvertible {
  /// The lines for standard error.
  var description: String {
    ["kith: \(message)", hint.map { "hint: \($0)" }].compactMap { $0 }.joined(separator: "\n")
  }
}

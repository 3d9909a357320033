import ArgumentParser

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: "Keep everything in this folder instead of your own data folder.")
  var home: String?

  @Option(help: "Use the content in this folder.")
  var content: String?

  @Flag(help: "Linear text without colour or drawing, for screen readers.")
  var plain = false

  @Option(help: ArgumentHelp("Act as if it were this moment.", valueName: "datetime"))
  var now: String?

  @Option(help: "The seed of random choices, for repeatable runs.")
  var seed: UInt64?

  @Option(
    help: ArgumentHelp("Read the passphrase from this file descriptor.", valueName: "number"))
  var passphraseFd: Int32?

  @Option(
    help: ArgumentHelp(
      "Close after so many minutes without a key; 5 if not said, 0 for never.",
      valueName: "minutes"))
  var lockAfter: String?

  @Flag(help: "Keep nothing: no vault, no draft, no entry.")
  var noSave = false

  /// Seconds without a key after which the program closes; `nil` for never.
  ///
  /// - Throws: ``Failure`` when the option or `KITH_LOCK_AFTER` is no number of minutes.
  func idleSeconds(in environment: [String: String]) throws -> Double? {
    let set = environment["KITH_LOCK_AFTER"].flatMap { $0.isEmpty ? nil : $0 }
    guard let chosen = lockAfter ?? set else { return 300 }
    guard let minutes = Double(chosen), (0...1440).contains(minutes) else {
      throw Failure(
        message: "'\(chosen)' is no number of minutes from 0 to 1440",
        hint: "--lock-after 10 closes kith after ten minutes without a key, 0 never", exitCode: 2)
    }
    return minutes == 0 ? nil : minutes * 60
  }

  /// The folder to use, from the option or the environment.
  func home(in environment: [String: String]) -> String? {
    home ?? environment["KITH_HOME"].flatMap { $0.isEmpty ? nil : $0 }
  }
}

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

  @Flag(help: "Keep nothing: no vault, no draft, no entry.")
  var noSave = false

  /// The folder to use, from the option or the environment.
  func home(in environment: [String: String]) -> String? {
    home ?? environment["KITH_HOME"].flatMap { $0.isEmpty ? nil : $0 }
  }
}

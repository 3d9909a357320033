import ArgumentParser

/// One reflection prompt.
struct ReflectCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompt", abstract: "Take one question to write about.",
    usage: "kith prompt [OPTIONS]")

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    try Visit(host).sit(for: .prompt)
  }
}

import ArgumentParser

/// The weekly check-in.
struct CheckInCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-in",
    abstract: "Walk through this week's check-in, about five minutes.",
    usage: "kith check-in [OPTIONS]",
    discussion: "A check-in that was left goes on at the same question.")

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    try Visit(host).sit(for: .checkIn)
  }
}

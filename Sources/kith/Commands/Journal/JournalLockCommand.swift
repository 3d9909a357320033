import ArgumentParser
import Console
import Glibc

/// Tells what there is to lock, and closes windows that are open.
struct JournalLockCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "Close every window in which kith is open.",
    usage: "kith journal lock [--yes] [OPTIONS]",
    discussion: """
      The journal on the disk is always locked; only a window in which kith runs has it open. \
      What is being typed there is sealed before the window closes.

      Example: kith journal lock --yes
      """)

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    let windows = OpenWindows().others()
    let screen = host.screen
    guard !windows.isEmpty else {
      return try screen.say(
        "Everything is locked: no other window has kith open. The files on the disk are sealed at "
          + "all times, and this command has not opened them.")
    }
    let count = windows.count == 1 ? "1 other window has" : "\(windows.count) other windows have"
    try screen.say("\(count) kith open.")
    let isMeant =
      try yes
      || screen.confirm(
        "Close \(windows.count == 1 ? "it" : "them") now? What is being typed there is sealed first.",
        orElse: "nothing was closed: the question was not answered with yes")
    guard isMeant else {
      return try screen.say("Nothing was closed. A window locks when you leave kith in it.")
    }
    let left = OpenWindows().close(windows)
    guard left.isEmpty else {
      throw Failure(
        message: "\(left.count) of them did not close",
        hint: "leave kith there with :pause, or close the window")
    }
    try screen.say("Closed. Everything is locked.")
  }
}

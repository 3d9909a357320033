import ArgumentParser
import CoachContent

/// What kith is, what it is not, and under which terms.
struct AboutCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "about", abstract: "Say what kith is, what it is not, and what studies show.")

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    try host.screen.say("kith \(Version.number)")
    for paragraph in try AboutText(try host.contentFolder()).paragraphs() {
      switch paragraph {
      case .heading(let text): try host.screen.write(["  " + host.screen.style.bold(text), ""])
      case .item(let text): try host.screen.item("-", text)
      case .text(let text): try host.screen.say(text)
      }
    }
    try host.screen.say(
      "Program: GNU General Public License, version 3 or later. Content: CC BY-SA 4.0.")
  }
}

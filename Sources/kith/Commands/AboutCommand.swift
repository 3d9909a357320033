import ArgumentParser
import CoachContent

/// What kith is, what it is not, and under which terms.
struct AboutCommand: HostedCommand {
  static let configuration = CommandConfiguration(
    commandName: "about", abstract: "Say what kith is, what it is not, and what studies show.",
    usage: "kith about [OPTIONS]")

  @OptionGroup var options: GlobalOptions

  func run(on host: Host) throws {
    try host.screen.say("kith \(Version.number)")
    var isInList = false
    for paragraph in try AboutText(try host.contentFolder()).paragraphs() {
      if case .item = paragraph {
        isInList = true
      } else if isInList {
        isInList = false
        try host.screen.write([""])
      }
      switch paragraph {
      case .heading(let text):
        try host.screen.write([host.screen.margin + host.screen.style.bold(text), ""])
      case .item(let text): try host.screen.item("-", text)
      case .text(let text): try host.screen.say(text)
      }
    }
    try host.screen.say(
      "Program: GNU General Public License, version 3 or later. Content: CC BY-SA 4.0.")
  }
}

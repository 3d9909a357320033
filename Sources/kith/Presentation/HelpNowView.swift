import Coach
import Console

/// Shows who can be reached in a hard hour.
struct HelpNowView {
  let screen: Screen

  /// Shows the emergency number, the lines of a country, and where to find more.
  func show(_ help: HelpNow) throws {
    if let emergency = help.emergency {
      try screen.say("If you are in danger now, call \(emergency).")
    } else {
      try screen.say("If you are in danger now, call your emergency number, or go to a hospital.")
    }
    if !help.lines.isEmpty {
      try screen.say("People to talk to in \(help.country ?? "your country"):")
      for line in help.lines { try show(line) }
    }
    try screen.say("In other countries, and for other languages:")
    for source in help.directories { try screen.item("-", "\(source.name): \(source.address)") }
    try screen.write([""])
    if !help.olderLines.isEmpty {
      try screen.say("These may be out of date:")
      for line in help.olderLines { try show(line) }
    }
    try screen.say("kith is a program. It cannot see how you are, and it cannot call anyone.")
  }

  private func show(_ dated: DatedHelpline) throws {
    let line = dated.line
    let ways = [
      line.dial.map { "call \($0)" }, line.sms, line.chat.map { "chat: \($0)" },
    ].compactMap { $0 }.joined(separator: " · ")
    try screen.item("-", "\(line.service): \(ways)")
    let details = [
      line.audience == "anyone" ? nil : "for \(line.audience)", line.hours,
      line.languages.map { "in \($0)" }, "checked \(line.sourceDate)\(warning(dated.staleness))",
    ].compactMap { $0 }.joined(separator: ", ")
    try screen.write(screen.lines(of: details, indent: 3).map(screen.style.dim) + [""])
  }

  private func warning(_ staleness: Helpline.Staleness) -> String {
    switch staleness {
    case .recent: ""
    case .ageing: ", please check it"
    case .old: ", may be out of date"
    }
  }
}

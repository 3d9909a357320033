import Coach
import Console

/// Shows who can be reached in a hard hour.
struct HelpNowView {
  let screen: Screen

  /// Shows the emergency number, the lines of a country, and where to find more.
  func show(_ help: HelpNow) throws {
    try screen.say(emergency(help))
    let lines = help.lines + help.olderLines
    if !lines.isEmpty, !help.isUrgent {
      try screen.say("People to talk to (\(help.country ?? "your country")):")
    } else if lines.isEmpty, let country = help.country {
      try screen.say("No checked line is known to kith in \(country).")
    }
    for line in lines { try show(line) }
    if !help.directories.isEmpty {
      try screen.say("Lines in other countries and languages:")
      for source in help.directories {
        let isOneName = source.name.lowercased() == source.address.lowercased()
        try screen.item("-", isOneName ? source.address : "\(source.name): \(source.address)")
      }
      try screen.write([""])
    }
    if help.country == nil {
      try screen.say("With your country named, kith help-now --country GB shows its own lines.")
    }
    try screen.say("kith is a program. It cannot see how you are, and it cannot call anyone.")
  }

  private func emergency(_ help: HelpNow) -> String {
    switch (help.emergency, help.isUrgent) {
    case (let number?, true): "Call \(Self.unbroken(number)) now."
    case (nil, true): "Call your emergency number now, or go to a hospital."
    case (let number?, false): "If you are in danger now, call \(Self.unbroken(number))."
    case (nil, false): "If you are in danger now, call your emergency number, or go to a hospital."
    }
  }

  private func show(_ dated: DatedHelpline) throws {
    let line = dated.line
    let ways = [
      line.dial.map { "call \(Self.unbroken($0))" },
      line.sms.map { "text \(Self.unbroken($0))" },
      line.chat.map { $0 == "yes" ? "chat on their website" : "chat at \($0)" },
    ].compactMap { $0 }.joined(separator: ", or ")
    try screen.item("-", "\(line.service): \(ways)")
    let known = line.sourceDate == "-" ? nil : "as of \(line.sourceDate)"
    let details = [
      line.audience == "anyone"
        ? nil : "for \(line.audience == "young" ? "young people" : line.audience)",
      line.hours, line.languages.map { "in \($0)" }, known, warning(dated),
    ].compactMap { $0 }.joined(separator: ", ")
    try screen.write(
      screen.lines(of: details, indent: 3).map(screen.style.dim) + [""])
  }

  /// A number that no line end tears apart.
  private static func unbroken(_ number: String) -> String {
    String(number.map { $0 == " " ? "\u{A0}" : $0 })
  }

  private func warning(_ dated: DatedHelpline) -> String? {
    if dated.line.status == .unchecked { return "may be out of date" }
    switch dated.staleness {
    case .recent: return nil
    case .ageing: return "please check it"
    case .old: return "may be out of date"
    }
  }
}

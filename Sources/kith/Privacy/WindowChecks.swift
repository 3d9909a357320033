import Console

/// Looks at what stands between the keyboard and kith: the window, the shell, the editor.
struct WindowChecks {
  private let system: SystemView

  init(_ system: SystemView) {
    self.system = system
  }

  var findings: [PrivacyFinding] { [terminal, history, editor].compactMap { $0 } }

  private var terminal: PrivacyFinding {
    let names = [
      system.environment["TMUX"].map { _ in "tmux" },
      system.environment["STY"].map { _ in "screen" },
      system.environment["ZELLIJ"].map { _ in "zellij" },
    ].compactMap { $0 }
    if let recorder = ancestors.first(where: Self.recorders.contains) {
      return PrivacyFinding(
        .terminal, .look,
        "This window is recorded by '\(recorder)': all that is shown goes into a "
          + "file.", advice: "Leave it with 'exit' before you open the journal.")
    }
    if let name = names.first ?? ancestors.first(where: { $0.hasPrefix("tmux") || $0 == "screen" })
    {
      return PrivacyFinding(
        .terminal, .look,
        "This window runs in \(name), which remembers what was shown, also after "
          + "kith has cleared it.",
        advice: "A window of its own remembers less; in tmux, 'tmux clear-history' forgets.")
    }
    if let far = system.environment["SSH_CONNECTION"], !far.isEmpty {
      return PrivacyFinding(
        .terminal, .look,
        "You are connected from another computer. What you see is shown there "
          + "too, and its window remembers it.", advice: "Close that window when you are done.")
    }
    return PrivacyFinding(
      .terminal, .fine,
      "No recorder was found. The window remembers what was shown until it is "
        + "closed; Ctrl-\\ at any prompt clears it and leaves.")
  }

  private static let recorders: Set = [
    "script", "asciinema", "ttyrec", "termrec", "scriptlive", "rlwrap",
  ]

  /// The names of the programs that this one runs in, nearest first.
  private var ancestors: [String] {
    var names: [String] = []
    var process = system.process
    while process > 1, names.count < 64,
      let parent = field("PPid", of: process).flatMap({ Int($0) }), parent > 0
    {
      if let name = field("Name", of: parent) { names.append(name) }
      process = parent
    }
    return names
  }

  private func field(_ name: String, of process: Int) -> String? {
    system.lines(of: "/proc/\(process)/status")?.first { $0.hasPrefix("\(name):") }
      .map { String($0.dropFirst(name.count + 1)).trimmed }
  }

  private var editor: PrivacyFinding? {
    let chosen = system.environment["VISUAL"] ?? system.environment["EDITOR"]
    guard let name = chosen?.split(separator: " ").first?.split(separator: "/").last else {
      return nil
    }
    return PrivacyFinding(
      .editor, .fine,
      "Your editor is '\(Printable(String(name)).text)'. Editors keep recovery files and "
        + "histories of their own; the line editor in kith keeps none.")
  }
}

extension WindowChecks {
  private var history: PrivacyFinding {
    let counts = ShellHistory(system).counts
    guard !counts.isEmpty else {
      return PrivacyFinding(.history, .fine, "No line with 'kith' was found in a shell's history.")
    }
    let total = counts.reduce(0) { $0 + $1.lines }
    let wordy = counts.reduce(0) { $0 + $1.withWords }
    let places = counts.map(\.path).joined(separator: ", ")
    let words =
      wordy == 0
      ? "They show that kith was used, not what you wrote."
      : "\(wordy.things("of them has", "of them have")) words after the command, such as a name or "
        + "something you searched for."
    return PrivacyFinding(
      .history, .look, "\(total.things("line", "lines")) with 'kith' in \(places). \(words)",
      advice: "Shells skip a line that begins with a space when HISTCONTROL=ignorespace (bash) or "
        + "HIST_IGNORE_SPACE (zsh) is set. Take out single lines rather than all of it.")
  }
}

/// Counts what the shells remember of kith, without showing any line.
struct ShellHistory {
  /// What one file holds.
  struct Count: Equatable {
    var path: String
    /// Lines that run kith.
    var lines: Int
    /// Those of them with something private after the command, such as a name.
    var withWords: Int
  }

  private let system: SystemView

  init(_ system: SystemView) {
    self.system = system
  }

  /// The files that hold such lines.
  var counts: [Count] {
    paths.compactMap { path in
      let commands = (system.lines(of: path) ?? []).compactMap(Self.words)
      guard !commands.isEmpty else { return nil }
      return Count(
        path: path, lines: commands.count, withWords: commands.count(where: Self.hasWords))
    }
  }

  /// Where shells keep their histories, each file once.
  private var paths: [String] {
    let home = system.environment["HOME"] ?? ""
    let data = system.environment["XDG_DATA_HOME"] ?? "\(home)/.local/share"
    let config = system.environment["XDG_CONFIG_HOME"] ?? "\(home)/.config"
    let zsh = system.environment["ZDOTDIR"] ?? home
    let all = [
      system.environment["HISTFILE"], "\(home)/.bash_history", "\(zsh)/.zsh_history",
      "\(home)/.histfile", "\(home)/.sh_history", "\(home)/.history", "\(home)/.ksh_history",
      "\(data)/fish/fish_history", "\(config)/nushell/history.txt",
    ].compactMap { $0 }.filter { $0.hasPrefix("/") }
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The words after `kith` in a line that runs it; `nil` in any other line.
  private static func words(after line: Substring) -> [Substring]? {
    let words = line.split { " \t;|&()'\"".contains($0) }
    let start = words.firstIndex { $0 == "kith" || $0.hasSuffix("/kith") }
    return start.map { Array(words[($0 + 1)...]) }
  }

  /// Whether a command carries words of the person's own.
  private static func hasWords(_ command: [Substring]) -> Bool {
    let words = command.filter { !$0.hasPrefix("-") && !$0.hasPrefix("<") && !$0.hasPrefix(">") }
    switch (words.first, words.dropFirst().first) {
    case ("note", _?), ("inventory", _?): return true
    case ("journal", "search"), ("journal", "tag"), ("journal", "delete"): return words.count > 2
    default: return false
    }
  }
}

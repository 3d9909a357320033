import FoundationEssentials
import Glibc

/// The editor that the person has chosen for their programs.
struct OwnEditor: Equatable {
  /// What is known of how an editor treats the files it opens.
  enum Family: Equatable {
    /// Vim and its like, which can be told to leave nothing behind.
    case vim
    /// Nano, likewise.
    case nano
    /// Emacs, likewise.
    case emacs
    /// Editors that leave nothing behind beside the file.
    case careful
    /// Any other; it may keep copies or a history.
    case unknown
  }

  /// The program, by its full path.
  let program: String

  /// The words that the person's choice has after it.
  let words: [String]

  /// What is known of it.
  let family: Family

  /// Finds the editor that `VISUAL` or `EDITOR` names.
  ///
  /// - Throws: ``Failure`` when neither names a program that is there.
  init(environment: [String: String]) throws {
    let chosen = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    var words = (chosen ?? "").split(separator: " ").map(String.init)
    guard let name = words.first else {
      throw Failure(
        message: "no editor is chosen", hint: "set VISUAL or EDITOR, or leave out --editor")
    }
    words.removeFirst()
    guard let program = Self.find(name, in: environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
    else {
      throw Failure(
        message: "the editor '\(name)' was not found",
        hint: "correct VISUAL or EDITOR, or leave out --editor")
    }
    self.program = program
    self.words = words
    family = Self.family(of: Self.resolved(program))
  }

  /// The words of the command that edits a file and leaves no copy, swap file or history.
  func command(for file: String) -> [String] {
    let careful: [String] =
      switch family {
      case .vim:
        [
          "-n", "-i", "NONE", "--cmd",
          "set noswapfile nobackup nowritebackup noundofile viminfo= shada= history=0",
        ]
      case .nano: ["--restricted"]
      case .emacs:
        [
          "--eval",
          "(setq make-backup-files nil auto-save-default nil create-lockfiles nil recentf-mode nil)",
        ]
      case .careful, .unknown: []
      }
    return [program] + careful + words + [file]
  }

  private static func family(of path: String) -> Family {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name.contains("vim") { return .vim }
    if name.hasPrefix("nano") || name.hasPrefix("rnano") { return .nano }
    if name.hasPrefix("emacs") { return .emacs }
    return ["hx", "helix", "ed", "kak", "mg"].contains(name) ? .careful : .unknown
  }

  private static func find(_ name: String, in path: String) -> String? {
    if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// The file behind all symbolic links: `vi` is often one of vim's names.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}

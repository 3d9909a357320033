import CReadline

/// The keys that mean the same here whatever a person's inputrc says, in every editing mode.
enum KeyBindings {
  /// A command of readline.
  typealias Command = @convention(c) (Int32, Int32) -> Int32

  /// Binds the keys; to be called after the inputrc was read.
  ///
  /// - Parameters:
  ///   - accept: The command for Enter.
  ///   - newline: The command for Alt-Enter.
  ///   - nothing: The command for keys that would search, store or run something.
  static func install(accept: Command, newline: Command, nothing: Command) {
    for name in ["emacs", "vi-insert", "vi-command"] {
      guard let keys = rl_get_keymap_by_name(name) else { continue }
      bind(["\\C-i"], to: rl_complete, in: keys)
      bind(["\\C-m", "\\C-j"], to: accept, in: keys)
      bind(["\\e\\C-m", "\\e\\C-j"], to: newline, in: keys)
      bind(["\\e[200~"], to: rl_bracketed_paste_begin, in: keys)
      bind(["\\e[A", "\\eOA", "\\C-p"], to: rl_previous_screen_line, in: keys)
      bind(["\\e[B", "\\eOB", "\\C-n"], to: rl_next_screen_line, in: keys)
      bind(silent, to: nothing, in: keys)
    }
    if let keys = rl_get_keymap_by_name("emacs") { bind(silentInEmacs, to: nothing, in: keys) }
    if let keys = rl_get_keymap_by_name("vi-command") { bind(silentInVi, to: nothing, in: keys) }
  }

  private static func bind(_ sequences: [String], to command: Command, in keys: Keymap) {
    for sequence in sequences { _ = rl_bind_keyseq_in_map(sequence, command, keys) }
  }

  /// Searching an empty history helps nobody; editing outside would leave the text in a file.
  private static let silent = ["\\C-r", "\\C-s", "\\C-o", "\\C-x\\C-r", "\\C-x\\C-e"]

  /// Walking the history keeps a copy of the line; Alt-# would accept it with a mark before it;
  /// the others dump the library's tables.
  private static let silentInEmacs = [
    "\\e#", "\\e<", "\\e>", "\\ep", "\\en", "\\e.", "\\e_", "\\e\\C-y", "\\e[5~", "\\e[6~",
    "\\e~", "\\e*", "\\e?",
  ]

  /// History and its searches, the outside editor, and comments.
  private static let silentInVi = ["v", "#", "/", "?", "n", "N", "G", "k", "j", "+", "-", "="]
}

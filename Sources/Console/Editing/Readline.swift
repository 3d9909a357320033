import CReadline
import Glibc

/// GNU readline, which is one line in one process: the only code that calls it.
///
/// It is used from the thread that asks the questions and from no other; the exchange below is what
/// its C callbacks, which can capture nothing, share with ``LineEditor``.
enum Readline {
  /// What Enter or Ctrl-D gave.
  enum Accepted: Equatable {
    case line([UInt8])
    case end
  }

  /// Starts the library once.
  static func start() {
    guard !exchange.isStarted else { return }
    exchange.isStarted = true
    chooseEncoding()
    kith_readline_name("kith")
    kith_readline_stay_quiet()
    // Reads the person's inputrc, so that all that follows wins over it.
    rl_initialize()
    stifle_history(0)
    for (variable, value) in settings { _ = rl_variable_bind(variable, value) }
    kith_readline_complete_with(completeLine)
    kith_readline_use_own_preparation()
    kith_readline_use_own_display()
    KeyBindings.install(accept: acceptKey, newline: insertNewline, nothing: ignoreKey)
  }

  /// Shows the prompt and begins to edit.
  static func open(_ prompt: LinePrompt) {
    exchange.accepted = nil
    exchange.candidates = prompt.candidates
    exchange.allowsNewlines = prompt.allowsNewlines
    kith_readline_keep_margin(Int32(prompt.continuationMargin))
    rl_callback_handler_install(marked(prompt.text), acceptLine)
    guard !prompt.initial.isEmpty else { return }
    rl_insert_text(prompt.initial)
    kith_readline_redisplay()
  }

  /// Hands over one key, and gives back the line if it was the last.
  static func readKey() -> Accepted? {
    rl_callback_read_char()
    return exchange.accepted
  }

  /// Gives the terminal back as it was, and forgets every copy of the line that can be reached.
  static func close() {
    rl_callback_handler_remove()
    kith_readline_wipe_kill_ring()
    kith_readline_wipe_line()
    rl_clear_history()
    exchange.accepted = nil
    exchange.candidates = []
  }

  /// The bytes of the line being edited.
  static var line: [UInt8] {
    guard let start = kith_readline_line() else { return [] }
    return UnsafeBufferPointer(start: start, count: Int(kith_readline_length()))
      .map { UInt8(bitPattern: $0) }
  }

  /// Overwrites the line in place with as many bytes, and shows it.
  static func overwrite(with bytes: [UInt8]) {
    guard let start = kith_readline_line(), bytes.count == Int(kith_readline_length()) else {
      return
    }
    for (index, byte) in bytes.enumerated() { start[index] = CChar(bitPattern: byte) }
    kith_readline_redisplay()
  }

  /// Readline wraps what follows in its own counting only when escape sequences are marked.
  private static func marked(_ prompt: String) -> String {
    var text = ""
    var isInside = false
    for scalar in prompt.unicodeScalars {
      if scalar == "\u{1B}" {
        text += "\u{1}"
        isInside = true
      }
      text.unicodeScalars.append(scalar)
      if isInside, scalar.properties.isAlphabetic {
        text += "\u{2}"
        isInside = false
      }
    }
    return text
  }

  /// Sees to it that the library counts letters and not bytes.
  ///
  /// Without a UTF-8 locale it would show é as `\M-C\M-)`. It looks at the environment itself, so
  /// the variable has to be set as well.
  private static func chooseEncoding() {
    setlocale(LC_ALL, "")
    guard let codeset = nl_langinfo(nl_item(CODESET)), strcmp(codeset, "UTF-8") != 0 else { return }
    setenv("LC_ALL", "C.UTF-8", 1)
    setlocale(LC_ALL, "")
  }

  private static let settings = [
    ("bell-style", "none"), ("completion-ignore-case", "on"), ("show-all-if-ambiguous", "on"),
    ("page-completions", "off"), ("completion-query-items", "0"), ("revert-all-at-newline", "on"),
    ("enable-bracketed-paste", "on"), ("horizontal-scroll-mode", "off"),
    ("echo-control-characters", "off"), ("mark-modified-lines", "off"),
    ("show-mode-in-prompt", "off"), ("history-size", "0"), ("disable-completion", "off"),
    ("input-meta", "on"), ("output-meta", "on"), ("convert-meta", "off"),
  ]
}

/// What the callbacks of readline read and leave behind.
private struct Exchange {
  var isStarted = false
  var accepted: Readline.Accepted?
  var candidates: [String] = []
  var matches: ArraySlice<String> = []
  var allowsNewlines = false
}

// Readline itself is a set of unguarded C globals; this is the Swift end of the same one line.
nonisolated(unsafe) private var exchange = Exchange()

private func acceptLine(_ line: UnsafeMutablePointer<CChar>?) {
  // First of all: left installed, the library would show the prompt again.
  rl_callback_handler_remove()
  guard let line else { return exchange.accepted = .end }
  let length = strlen(line)
  let bytes = UnsafeBufferPointer(start: line, count: length).map { UInt8(bitPattern: $0) }
  exchange.accepted = .line(bytes)
  kith_readline_wipe_bytes(line, length)
  free(line)
}

private func acceptKey(_ count: Int32, _ key: Int32) -> Int32 {
  kith_readline_wipe_undo()
  return rl_newline(count, key)
}

private func insertNewline(_ count: Int32, _ key: Int32) -> Int32 {
  exchange.allowsNewlines ? rl_insert_text("\n") : 0
}

private func ignoreKey(_ count: Int32, _ key: Int32) -> Int32 { 0 }

private func completeLine(
  _ typed: UnsafePointer<CChar>?, _ start: Int32, _ end: Int32
) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
  kith_readline_completion_is_final()
  guard let typed else { return nil }
  let folded = FoldedText(String(cString: typed))
  exchange.matches = exchange.candidates.filter { folded.isPrefix(of: $0) }[...]
  return rl_completion_matches(typed) { _, _ in
    // The library frees each copy.
    exchange.matches.popFirst().flatMap { strdup($0) }
  }
}

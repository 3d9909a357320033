import CReadline
import Glibc

/// Reads lines at a terminal with all the editing keys of GNU readline, and keeps nothing of them.
///
/// A class, because it stands for the one terminal of the process. No history exists, and after
/// each answer the undo list, the kill ring and the line itself are wiped.
///
/// ```swift
/// let editor = LineEditor(output: output)
/// switch editor.read(LinePrompt("> ")) {
/// case .line(let text): keep(text)
/// case .endOfInput, .interrupted, .hide, .idle, .ending: leave()
/// }
/// ```
public final class LineEditor {
  private let output: Output
  private var fill = SoftFill()

  /// Whether the line on the screen has come to its end.
  private var hasEndedLine = false

  /// How long an Enter after a key that answered by itself is taken for a habit.
  private static let habitSeconds = 0.7

  /// Runs while Enter may still be meant for a key that has answered by itself.
  private var habit = Stopwatch(limit: 0)

  /// Runs while nobody types.
  private var idle = Stopwatch(limit: nil)

  /// Tells when the line so far is to be kept.
  private var unkept = DraftWatch()

  /// Keeps the line so far.
  private var keep: (String) -> Void = { _ in }

  /// Makes an editor for the terminal on standard input and output.
  ///
  /// - Parameter output: Where the end of an abandoned line is written.
  public init(output: Output) {
    self.output = output
  }

  /// Asks for one line.
  ///
  /// Ctrl-C ends the asking and gives the line so far, since a line may be a whole paragraph. The
  /// terminal is back in its own mode before this returns.
  ///
  /// - Parameters:
  ///   - prompt: What to show and how the answer may be typed.
  ///   - keep: Takes the line so far in pauses, and before the program is stopped; it must neither
  ///     write to the screen nor ask anything.
  /// - Returns: The line, or why there is none.
  public func read(
    _ prompt: LinePrompt, keeping keep: @escaping (String) -> Void = { _ in }
  ) -> Input {
    Readline.start()
    let signals = SignalQueue()
    // Held back until the terminal is restored, or Ctrl-C could leave it raw.
    defer { withExtendedLifetime(signals) {} }
    if !prompt.keepsTypeAhead { tcflush(STDIN_FILENO, TCIFLUSH) }
    fill = SoftFill()
    hasEndedLine = false
    idle = Stopwatch(limit: prompt.idleSeconds)
    unkept = DraftWatch()
    self.keep = keep
    defer { self.keep = { _ in } }
    Readline.open(prompt)
    refill(for: prompt)
    let input = wait(prompt, signals)
    if !hasEndedLine { output.write("\n") }
    Readline.close()
    return input
  }

  private func wait(_ prompt: LinePrompt, _ signals: SignalQueue) -> Input {
    while true {
      switch signals.wait(forInput: STDIN_FILENO, milliseconds: patience) {
      case .input where idle.isUp:
        // The computer slept meanwhile: this key may be somebody else's.
        return .idle(draft: draft)
      case .input:
        if dropsHabitualEnter() { continue }
        if let accepted = Readline.readKey() {
          hasEndedLine = accepted != .end
          return input(from: accepted)
        }
        if let key = instantKey(prompt) { return .line(key) }
        refill(for: prompt)
        idle.restart()
        unkept.touch()
        keepIfDue()
      case .signal:
        if let input = obey(signals, prompt) { return input }
      case .timeout where idle.isUp:
        return .idle(draft: draft)
      case .timeout:
        keepIfDue()
        // A lone Esc: without this the next letter would count as Alt and that letter.
        if kith_readline_is_inside_key() != 0 { rl_callback_sigcleanup() }
      case .lastInput, .closed:
        // The library would take the half line for an answer.
        return .ending(signal: SIGHUP, draft: draft)
      case .again:
        continue
      }
    }
  }

  /// How long to wait: until the idle limit or until the line is to be kept, but not long when half
  /// a key has been read.
  private var patience: Int32 {
    let key: Int32 = kith_readline_is_inside_key() != 0 ? 400 : -1
    let limits = [idle.remainingMilliseconds, unkept.remainingMilliseconds, key]
    return limits.filter { $0 >= 0 }.min() ?? -1
  }

  private func keepIfDue() {
    guard unkept.isDue else { return }
    keep(draft)
    unkept.settle()
  }

  /// The key that is an answer by itself; `nil` when none is, or when more keys wait to be read.
  private func instantKey(_ prompt: LinePrompt) -> String? {
    guard !prompt.instantKeys.isEmpty, kith_waiting_bytes(STDIN_FILENO) == 0,
      let key = draft.first, draft.count == 1, prompt.instantKeys.contains(key)
    else { return nil }
    habit = Stopwatch(limit: Self.habitSeconds)
    return String(key)
  }

  /// Reads away an Enter that was meant for the key before; any other key is put back.
  private func dropsHabitualEnter() -> Bool {
    guard !habit.isUp else { return false }
    habit = Stopwatch(limit: 0)
    var key: UInt8 = 0
    guard Glibc.read(STDIN_FILENO, &key, 1) == 1 else { return false }
    if key == UInt8(ascii: "\r") || key == UInt8(ascii: "\n") { return true }
    rl_stuff_char(Int32(key))
    return false
  }

  private func input(from accepted: Readline.Accepted) -> Input {
    switch accepted {
    case .end: .endOfInput
    case .line(let bytes): .line(String(decoding: fill.restored(bytes), as: UTF8.self))
    }
  }

  private var draft: String {
    String(decoding: fill.restored(Readline.line), as: UTF8.self)
  }

  /// Breaks the line at the measure, unless more keys wait to be read first.
  private func refill(for prompt: LinePrompt) {
    guard let measure = prompt.measure, kith_waiting_bytes(STDIN_FILENO) == 0,
      kith_readline_shows_line_feeds() != 0
    else { return }
    let columns = Terminal.windowSize(of: STDOUT_FILENO)?.columns ?? measure
    let bytes = Readline.line
    let width = DisplayWidth.columns(of: Printable(prompt.text).text)
    let filled = fill.filled(
      bytes, measure: min(measure, columns - 1), startingAt: width,
      goingOnAt: prompt.continuationMargin)
    if filled != bytes { Readline.overwrite(with: filled) }
  }
}

extension LineEditor {
  /// Obeys every signal that waits; gives an input when one of them ends the asking.
  private func obey(_ signals: SignalQueue, _ prompt: LinePrompt) -> Input? {
    var wasAway = false
    while let signal = signals.next() {
      switch signal {
      case SIGWINCH:
        kith_readline_resize()
      case SIGTSTP:
        kith_readline_leave_terminal()
        if !output.leaveOwnScreen() { output.write("\n") }
        keep(draft)
        unkept.settle()
        // Returns at once where no shell could continue us; then no SIGCONT follows.
        kith_stop_until_continued()
        wasAway = true
      case SIGCONT:
        wasAway = true
      case SIGINT:
        return .interrupted(draft: draft)
      case SIGQUIT:
        return .hide(draft: draft)
      default:
        return .ending(signal: signal, draft: draft)
      }
    }
    if wasAway {
      if idle.isUp { return .idle(draft: draft) }
      comeBack()
    }
    refill(for: prompt)
    return nil
  }

  /// Prepares the terminal again and shows the line afresh; the window may have another size.
  private func comeBack() {
    kith_readline_leave_terminal()
    kith_readline_enter_terminal()
    output.returnToOwnScreen()
    rl_reset_screen_size()
    rl_on_new_line()
    rl_forced_update_display()
  }
}

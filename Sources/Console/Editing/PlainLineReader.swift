import CReadline
import Glibc

/// Reads lines where no terminal is: from a pipe, a file or a test.
///
/// Exactly one line is taken from the descriptor and nothing beyond it, so that a passphrase or a
/// child process may read from the same place next.
public struct PlainLineReader {
  private let descriptor: Int32
  private let output: Output

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - descriptor: Where lines come from.
  ///   - output: Where prompts are shown; each ends its line, because nobody types Enter there.
  public init(descriptor: Int32 = 0, output: Output) {
    self.descriptor = descriptor
    self.output = output
  }

  /// Asks for one line.
  ///
  /// CR LF ends a line as LF does, and bytes that are not UTF-8 become U+FFFD. A last line without
  /// its end is a line; the next asking gives ``Input/endOfInput``.
  ///
  /// - Parameters:
  ///   - prompt: What to show; only its text and its idle limit matter here.
  ///   - keep: Takes the line so far before the program is stopped.
  /// - Returns: The line, or why there is none.
  public func read(
    _ prompt: LinePrompt, keeping keep: (String) -> Void = { _ in }
  ) -> Input {
    let signals = SignalQueue()
    output.write(prompt.text + (isatty(descriptor) == 1 ? "" : "\n"))
    var idle = Stopwatch(limit: prompt.idleSeconds)
    var line: [UInt8] = []
    while true {
      let milliseconds = idle.remainingMilliseconds
      switch signals.wait(forInput: descriptor, milliseconds: milliseconds) {
      case .input, .lastInput:
        idle.restart()
        if let ending = take(into: &line) { return input(from: line, ending) }
      case .signal:
        if let input = obey(signals, draft: line, keep) { return input }
      case .timeout where idle.isUp:
        return .idle(draft: text(line))
      case .closed:
        return input(from: line, .endOfInput)
      case .timeout, .again:
        continue
      }
    }
  }

  private enum Ending {
    case lineFeed, endOfInput
  }

  /// Reads what waits, byte by byte, so that nothing after the line feed is taken.
  private func take(into line: inout [UInt8]) -> Ending? {
    for _ in 0..<max(1, kith_waiting_bytes(descriptor)) {
      var byte: UInt8 = 0
      let count = Glibc.read(descriptor, &byte, 1)
      if count < 0, errno == EINTR || errno == EAGAIN { return nil }
      guard count > 0 else { return .endOfInput }
      if byte == UInt8(ascii: "\n") { return .lineFeed }
      line.append(byte)
    }
    return nil
  }

  private func input(from line: [UInt8], _ ending: Ending) -> Input {
    line.isEmpty && ending == .endOfInput ? .endOfInput : .line(text(line))
  }

  private func text(_ line: [UInt8]) -> String {
    let hasReturn = line.last == UInt8(ascii: "\r")
    return String(decoding: hasReturn ? line.dropLast() : line[...], as: UTF8.self)
  }

  private func obey(
    _ signals: SignalQueue, draft: [UInt8], _ keep: (String) -> Void
  ) -> Input? {
    while let signal = signals.next() {
      switch signal {
      case SIGWINCH, SIGCONT: continue
      case SIGTSTP:
        keep(text(draft))
        kith_stop_until_continued()
      case SIGINT: return .interrupted(draft: text(draft))
      case SIGQUIT: return .hide(draft: text(draft))
      default: return .ending(signal: signal, draft: text(draft))
      }
    }
    return nil
  }
}

import Glibc

/// Where text goes: a file descriptor, or memory in tests.
///
/// A class, because the program has one output and every part of it must learn when the reader has
/// gone away.
public final class Output {
  /// Whether the reading side has closed; from then on nothing is written and nothing fails.
  public private(set) var isClosed = false

  /// Why something that was written is lost, as a number of the system; `nil` where nothing is.
  ///
  /// A reader who has gone away, or who closed the output on purpose, misses nothing.
  public private(set) var failure: Int32?

  /// All that was written, when the output goes to memory; else empty.
  public private(set) var text = ""

  private let descriptor: Int32?

  /// What stands on the terminal's second screen; `nil` while that is closed.
  private var ownScreen: String?

  /// Writes to a file descriptor.
  ///
  /// SIGPIPE is ignored in the whole process from here on, so that a closed pipe is a fact to look
  /// at and not the end of the program.
  ///
  /// - Parameter descriptor: An open descriptor, such as `STDOUT_FILENO`.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes to memory.
  public init() {
    descriptor = nil
  }

  /// Writes a text as UTF-8, all of it or until the reader goes away.
  ///
  /// - Parameter text: What to write; no line end is added.
  public func write(_ text: String) {
    ownScreen?.append(text)
    send(text)
  }

  private func send(_ text: String) {
    guard !isClosed else { return }
    guard let descriptor else { return self.text += text }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty, !isClosed {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else {
        recover(from: errno, on: descriptor)
      }
    }
  }

  /// Writes a line.
  ///
  /// - Parameter line: The text of the line, without its end.
  public func writeLine(_ line: String = "") {
    write(line + "\n")
  }

  /// Empties the window and the lines that could be scrolled back to.
  ///
  /// For putting everything out of sight at once; only right where the output is a terminal.
  public func clearScreen() {
    write("\u{1B}[H\u{1B}[2J\u{1B}[3J")
  }

  /// Turns to the terminal's second screen, beside what stands in the window.
  ///
  /// What is shown there is not left behind in the window, nor among the lines that can be scrolled
  /// back to. Only right where the output is a terminal; ``closeOwnScreen()`` has to follow.
  public func openOwnScreen() {
    ownScreen = ""
    CrashGuard.note(ownScreen: true)
    send("\u{1B}[?1049h")
  }

  /// Empties the second screen.
  public func startOwnScreen() {
    ownScreen = ""
    send("\u{1B}[H\u{1B}[2J")
  }

  /// Empties the second screen and turns back to what stood in the window before.
  public func closeOwnScreen() {
    leaveOwnScreen()
    ownScreen = nil
  }

  /// Turns back to what stood before for as long as the program is stopped.
  ///
  /// - Returns: Whether a second screen was open.
  @discardableResult
  func leaveOwnScreen() -> Bool {
    guard ownScreen != nil else { return false }
    send("\u{1B}[H\u{1B}[2J\u{1B}[?1049l")
    CrashGuard.note(ownScreen: false)
    return true
  }

  /// Turns to the second screen again, and shows there what it showed when it was left.
  func returnToOwnScreen() {
    guard let ownScreen else { return }
    CrashGuard.note(ownScreen: true)
    send("\u{1B}[?1049h\u{1B}[H\u{1B}[2J" + ownScreen)
  }

  private func recover(from error: Int32, on descriptor: Int32) {
    switch error {
    case EINTR:
      return
    case EAGAIN:
      var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&waiting, 1, -1)
    default:
      isClosed = true
      let isMissed = error != EPIPE && error != EBADF && isatty(descriptor) == 0
      if isMissed { failure = error }
    }
  }
}

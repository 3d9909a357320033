import CReadline
import Glibc

/// Asks for a passphrase, which never passes through the line editor.
///
/// The terminal's own line editing takes it with the echo off, and the bytes are overwritten
/// wherever this type held them. The caller overwrites the answer with ``wipe(_:)`` after use.
public struct SecretPrompt {
  /// Where the passphrase is read from.
  public enum Source: Equatable, Sendable {
    /// The terminal the process belongs to, even when standard input and output lead elsewhere.
    case terminal

    /// An open descriptor, such as a pipe from a password store: up to its first line end.
    case descriptor(Int32)
  }

  /// Why nothing could be asked.
  public enum Failure: Error, Equatable, Sendable {
    /// The process has no terminal to ask at.
    case noTerminal
    /// The system asked the program to leave, by this signal.
    case ended(signal: Int32)
    /// Ctrl-\, the key that asks for everything to be put out of sight.
    case hidden
    /// Nobody typed for as long as the prompt allows.
    case idle
  }

  private let source: Source
  private let idleSeconds: Double?

  /// Makes a prompt.
  ///
  /// - Parameters:
  ///   - source: Where the passphrase is read from.
  ///   - idleSeconds: Seconds without a line after which asking stops; `nil` waits for ever.
  public init(from source: Source = .terminal, idleSeconds: Double? = nil) {
    self.source = source
    self.idleSeconds = idleSeconds
  }

  /// Asks once.
  ///
  /// - Parameter prompt: What to show at a terminal; nothing is shown anywhere else.
  /// - Returns: The bytes before the line end, or `nil` after Ctrl-C or an end of input with
  ///   nothing before it.
  /// - Throws: ``Failure/noTerminal`` when the source is the terminal and there is none,
  ///   the other cases when something but the person ended the asking.
  public func read(_ prompt: String) throws(Failure) -> [UInt8]? {
    switch source {
    case .descriptor(let descriptor):
      return try Asking(descriptor: descriptor, idleSeconds: idleSeconds).answer(to: prompt)
    case .terminal:
      let descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC)
      guard descriptor >= 0 else { throw .noTerminal }
      defer { close(descriptor) }
      return try Asking(descriptor: descriptor, idleSeconds: idleSeconds).answer(to: prompt)
    }
  }

  /// Overwrites a secret in place and empties it.
  ///
  /// - Parameter secret: Bytes that are no longer needed.
  public static func wipe(_ secret: inout [UInt8]) {
    secret.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      kith_readline_wipe_bytes(start, bytes.count)
    }
    secret.removeAll()
  }
}

extension SecretPrompt.Failure: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .noTerminal:
      "there is no terminal to ask for the passphrase; give it through a file descriptor"
    case .ended(let signal):
      "asking for the passphrase was ended by signal \(signal)"
    case .hidden, .idle:
      "asking for the passphrase was ended"
    }
  }
}

/// One asking on one descriptor.
private struct Asking {
  let descriptor: Int32
  let idleSeconds: Double?

  func answer(to prompt: String) throws(SecretPrompt.Failure) -> [UInt8]? {
    let signals = SignalQueue()
    // Held back until the terminal is restored, or Ctrl-C could leave it without echo.
    defer { withExtendedLifetime(signals) {} }
    var before = termios()
    let isTerminal = tcgetattr(descriptor, &before) == 0
    // Before the prompt: whoever sees it may type at once.
    if isTerminal { hideTyping(before) }
    defer { if isTerminal { tcsetattr(descriptor, TCSAFLUSH, &before) } }
    if isTerminal { show(prompt) }
    var secret: [UInt8] = []
    secret.reserveCapacity(4096)
    let end = collect(&secret, signals) {
      guard isTerminal else { return kith_stop_until_continued() }
      tcsetattr(descriptor, TCSANOW, &before)
      kith_stop_until_continued()
      hideTyping(before)
      show(prompt)
    }
    if isTerminal { show("\n") }
    if end == .answered {
      // The second half of a line end that a file may have.
      if !isTerminal, secret.last == UInt8(ascii: "\r") { secret.removeLast() }
      return secret
    }
    SecretPrompt.wipe(&secret)
    switch end {
    case .signal(SIGQUIT): throw .hidden
    case .signal(let signal): throw .ended(signal: signal)
    case .idle: throw .idle
    case .answered, .left: return nil
    }
  }

  /// How the asking ended.
  private enum End: Equatable {
    case answered
    case left
    case idle
    case signal(Int32)
  }

  /// Reads up to a line end.
  private func collect(
    _ secret: inout [UInt8], _ signals: SignalQueue, suspend: () -> Void
  ) -> End {
    var idle = Stopwatch(limit: idleSeconds)
    while true {
      switch signals.wait(forInput: descriptor, milliseconds: idle.remainingMilliseconds) {
      case .input, .lastInput:
        var byte: UInt8 = 0
        defer { kith_readline_wipe_bytes(&byte, 1) }
        let count = Glibc.read(descriptor, &byte, 1)
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        guard count > 0 else { return secret.isEmpty ? .left : .answered }
        if byte == UInt8(ascii: "\n") { return .answered }
        append(byte, to: &secret)
        idle.restart()
      case .signal:
        switch signals.next() {
        case SIGTSTP: suspend()
        case SIGWINCH, SIGCONT, nil: continue
        case SIGINT: return .left
        case let signal?: return .signal(signal)
        }
      case .closed: return secret.isEmpty ? .left : .answered
      case .timeout where idle.isUp: return .idle
      case .timeout, .again: continue
      }
    }
  }

  /// Grows by hand, because an array that grows leaves its old bytes behind.
  private func append(_ byte: UInt8, to secret: inout [UInt8]) {
    if secret.count == secret.capacity {
      var larger: [UInt8] = []
      larger.reserveCapacity(secret.capacity * 2)
      larger.append(contentsOf: secret)
      SecretPrompt.wipe(&secret)
      secret = larger
    }
    secret.append(byte)
  }

  private func hideTyping(_ usual: termios) {
    var hidden = usual
    hidden.c_lflag &= ~tcflag_t(ECHO | ECHONL)
    hidden.c_lflag |= tcflag_t(ICANON | ISIG)
    hidden.c_iflag |= tcflag_t(ICRNL)
    tcsetattr(descriptor, TCSAFLUSH, &hidden)
  }

  private func show(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }
}

import CReadline
import Glibc

/// The signals of a terminal, held back and read in order while a prompt is open.
///
/// A class, because it owns a descriptor and the signal mask that was in force before it. The mask
/// comes back with the last reference, so that between prompts Ctrl-C works as anywhere.
final class SignalQueue {
  /// Becomes readable when a signal is waiting.
  let descriptor: Int32

  private var maskBefore = sigset_t()

  /// Holds back INT, TERM, HUP, QUIT, TSTP, WINCH and CONT from here on.
  init() {
    descriptor = kith_signals_open(&maskBefore)
  }

  deinit {
    kith_signals_close(descriptor, &maskBefore)
  }

  /// Takes the signal that has waited longest, or `nil`.
  func next() -> Int32? {
    let signal = kith_signals_next(descriptor)
    return signal == 0 ? nil : signal
  }

  /// Waits for the input or for a signal.
  ///
  /// - Parameters:
  ///   - input: The descriptor to read from next.
  ///   - milliseconds: How long to wait; negative waits for ever.
  /// - Returns: What became ready.
  func wait(forInput input: Int32, milliseconds: Int32) -> Readiness {
    var waiting = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&waiting, nfds_t(waiting.count), milliseconds)
    if count < 0 { return errno == EINTR || errno == EAGAIN ? .again : .closed }
    if count == 0 { return .timeout }
    if waiting[1].revents != 0 { return .signal }
    let isReadable = waiting[0].revents & Int16(POLLIN) != 0
    let isHungUp = waiting[0].revents & Int16(POLLHUP) != 0
    return isReadable ? (isHungUp ? .lastInput : .input) : .closed
  }

  /// What a wait ended with.
  enum Readiness {
    case input, signal, timeout, closed, again

    /// There is input, but the other side has gone: the rest of a pipe, or a terminal that closed.
    case lastInput
  }
}

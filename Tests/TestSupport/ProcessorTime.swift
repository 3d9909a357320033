import Glibc

/// What the processor works for this thread alone: other programs, which may be many, do not count.
public enum ProcessorTime {
  /// Measures some work.
  ///
  /// - Parameter body: The work; it stays on the thread that calls it.
  /// - Returns: How long the processor worked for it.
  public static func measure(_ body: () throws -> Void) rethrows -> Duration {
    let start = ofThread
    try body()
    return ofThread - start
  }

  /// What the processor has worked for this thread until now.
  public static var ofThread: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

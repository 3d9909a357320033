import Glibc

/// A span of time without a key, measured on the clock that never jumps.
///
/// Not the wall clock of the program: it has no date, and setting the computer's time leaves it
/// alone.
struct Stopwatch {
  private let limit: Double?
  private var start: Double

  /// Begins to count.
  ///
  /// - Parameter limit: Seconds until the time is up; `nil` for never.
  init(limit: Double?) {
    self.limit = limit
    start = Self.monotonicSeconds()
  }

  /// Begins to count again.
  mutating func restart() {
    start = Self.monotonicSeconds()
  }

  /// Milliseconds until the time is up, in the form `poll` takes: negative for never.
  var remainingMilliseconds: Int32 {
    guard let limit else { return -1 }
    let seconds = min(max(0, start + limit - Self.monotonicSeconds()), 86_400)
    return Int32((seconds * 1000).rounded(.up))
  }

  /// Whether the limit has passed.
  var isUp: Bool { remainingMilliseconds == 0 }

  private static func monotonicSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

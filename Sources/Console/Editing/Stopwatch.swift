import Glibc

/// A span of time without a key, measured on the clock that never jumps.
///
/// Not the wall clock of the program: it has no date, and setting the computer's time leaves it
/// alone. It goes on while the computer sleeps, so that a lid closed for an hour counts as an hour.
struct Stopwatch {
  /// The longest single wait: the system's own waiting stands still while the computer sleeps.
  private static let longestWait = 10.0

  private let limit: Double?
  private let seconds: () -> Double
  private var start: Double

  /// Begins to count.
  ///
  /// - Parameters:
  ///   - limit: Seconds until the time is up; `nil` for never.
  ///   - seconds: The clock; only differences between its answers count.
  init(limit: Double?, seconds: @escaping () -> Double = Self.secondsSinceStart) {
    self.limit = limit
    self.seconds = seconds
    start = seconds()
  }

  /// Begins to count again.
  mutating func restart() {
    start = seconds()
  }

  /// Milliseconds until the time is up or is to be looked at again, in the form `poll` takes:
  /// negative for never.
  var remainingMilliseconds: Int32 {
    guard let limit else { return -1 }
    let left = min(max(0, start + limit - seconds()), Self.longestWait)
    return Int32((left * 1000).rounded(.up))
  }

  /// Whether the limit has passed.
  var isUp: Bool { remainingMilliseconds == 0 }

  /// The system's clock.
  static func secondsSinceStart() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

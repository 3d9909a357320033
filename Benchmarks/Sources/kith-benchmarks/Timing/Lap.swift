import Glibc

/// A piece of work that was timed.
struct Lap {
  /// The time that passed on the wall.
  var wall: Duration

  /// The time that processors worked on it.
  var processor: Duration

  /// Times a piece of work.
  ///
  /// - Parameter work: What to do.
  /// - Returns: What the work gives, and how long it took.
  /// - Throws: What the work throws.
  static func timing<Value>(_ work: () throws -> Value) rethrows -> (Value, Lap) {
    let processor = Self.processorTime()
    let start = ContinuousClock.now
    let value = try work()
    let wall = start.duration(to: .now)
    return (value, Lap(wall: wall, processor: Self.processorTime() - processor))
  }

  static func + (left: Lap, right: Lap) -> Lap {
    Lap(wall: left.wall + right.wall, processor: left.processor + right.processor)
  }

  private static func processorTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

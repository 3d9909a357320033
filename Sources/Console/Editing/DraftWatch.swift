/// Decides when a line that is still being typed is to be kept: in the first pause, and now and then
/// where there is none.
///
/// What is typed lives in memory alone until Enter; a power cut should cost a few seconds of it and
/// not half a page.
struct DraftWatch {
  /// A pause that is long enough to write to the disk in.
  private static let pause = 3.0

  /// How long words may go unkept while somebody types on and on.
  private static let longest = 20.0

  private var quiet: Stopwatch
  private var busy: Stopwatch
  private var hasUnkept = false

  /// Begins to watch.
  ///
  /// - Parameter seconds: The clock; only differences between its answers count.
  init(seconds: @escaping () -> Double = Stopwatch.secondsSinceStart) {
    quiet = Stopwatch(limit: Self.pause, seconds: seconds)
    busy = Stopwatch(limit: Self.longest, seconds: seconds)
  }

  /// Notes that a key was pressed.
  mutating func touch() {
    quiet.restart()
    if !hasUnkept { busy.restart() }
    hasUnkept = true
  }

  /// Notes that the line so far was kept.
  mutating func settle() {
    hasUnkept = false
  }

  /// Whether the line should be kept at this moment.
  var isDue: Bool { hasUnkept && (quiet.isUp || busy.isUp) }

  /// Milliseconds until it may be due, as `poll` takes them: negative for never.
  var remainingMilliseconds: Int32 {
    hasUnkept ? min(quiet.remainingMilliseconds, busy.remainingMilliseconds) : -1
  }
}

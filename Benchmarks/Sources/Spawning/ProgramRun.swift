import Glibc

/// What it took to run a program from its start to its end.
public struct ProgramRun: Sendable {
  /// The time that passed on the wall.
  public let wall: Duration

  /// The time that processors worked on it, in the program and in the kernel for it.
  public let processor: Duration

  /// The most memory it held at one time, in bytes.
  ///
  /// The kernel counts what the starting process held until then: only a small process can
  /// measure a small one.
  public let peakBytes: Int

  /// The exit code; 128 and the signal's number when a signal ended it.
  public let exitCode: Int32

  init(
    waitingFor process: pid_t, path: String, since start: ContinuousClock.Instant
  ) throws(SpawnError) {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw SpawnError(path: path, code: errno) }
    }
    wall = start.duration(to: .now)
    processor = Duration(usage.ru_utime) + Duration(usage.ru_stime)
    peakBytes = usage.ru_maxrss * 1024
    let signal = status & 0x7f
    exitCode = signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }
}

extension Duration {
  fileprivate init(_ time: timeval) {
    self = .seconds(time.tv_sec) + .microseconds(time.tv_usec)
  }
}

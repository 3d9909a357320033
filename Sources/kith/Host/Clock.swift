import Coach
import FoundationEssentials

/// The moment of use and the place on the map it is told by.
struct Clock: Equatable {
  /// The moment.
  var now: LocalTime

  /// The IANA name of the time zone.
  var zone: String

  /// Reads the system's clock, or takes the moment the person named.
  ///
  /// - Parameter chosen: What `--now` or `KITH_NOW` says.
  /// - Throws: ``Failure`` when that is no moment.
  init(chosen: String?) throws {
    let timeZone = TimeZone.current
    zone = timeZone.identifier
    guard let chosen else {
      let date = Date()
      now = LocalTime(
        epochSeconds: Int(date.timeIntervalSince1970.rounded(.down)),
        offset: timeZone.secondsFromGMT(for: date))
      return
    }
    guard let time = LocalTime(chosen) else {
      throw Failure(
        message: "'\(chosen)' is not a moment",
        hint: "write it as 2026-11-23 or 2026-11-23T19:30:00+01:00", exitCode: 2)
    }
    now = time
  }

  /// Makes a clock that stands still, for tests.
  init(now: LocalTime, zone: String) {
    self.now = now
    self.zone = zone
  }
}

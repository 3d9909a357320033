import Coach

/// What the time zones of the world say: by how much a wall clock differed from universal time.
///
/// The rules come in as a function, because a library that looked them up itself would give
/// another answer on another computer.
public struct ZoneRules {
  /// Seconds that a zone's clock was ahead at a moment; `nil` when no zone has that name.
  public var offset: (_ zone: String, _ epochSeconds: Int) -> Int?

  /// Takes rules.
  ///
  /// - Parameter offset: Gives the seconds ahead of universal time for the IANA name of a zone and
  ///   the seconds since 1970; `nil` for a name that no zone has.
  public init(offset: @escaping (_ zone: String, _ epochSeconds: Int) -> Int?) {
    self.offset = offset
  }
}

extension ZoneRules {
  /// What a time on a wall clock turned out to be.
  enum Reading: Equatable {
    /// A moment that the clock showed once.
    case plain(LocalTime)
    /// A time that the clock showed twice, because it was put back; this is the first one.
    case repeated(LocalTime)
    /// A time that the clock never showed, because it was put forward: moved by as much.
    case skipped(LocalTime)
  }

  /// Finds the moment at which a clock showed a time.
  ///
  /// - Parameters:
  ///   - wall: Seconds since 1970 as if the clock showed universal time.
  ///   - zone: Where the clock hangs.
  /// - Returns: The moment; `nil` when no zone has that name.
  func reading(wall: Int, zone: String) -> Reading? {
    guard let before = minutes(zone, wall - 86_400), let after = minutes(zone, wall + 86_400)
    else { return nil }
    let first = LocalTime(epochSeconds: wall - before, offset: before)
    let second = LocalTime(epochSeconds: wall - after, offset: after)
    let firstFits = minutes(zone, first.epochSeconds) == before
    let secondFits = minutes(zone, second.epochSeconds) == after
    switch (firstFits, secondFits) {
    case (true, true): return before == after ? .plain(first) : .repeated(first)
    case (true, false): return .plain(first)
    case (false, true): return .plain(second)
    case (false, false):
      let offset = minutes(zone, first.epochSeconds) ?? before
      return .skipped(LocalTime(epochSeconds: first.epochSeconds, offset: offset))
    }
  }

  /// Finds what a clock showed at a moment; `nil` when no zone has that name.
  func moment(_ epochSeconds: Int, zone: String) -> LocalTime? {
    minutes(zone, epochSeconds).map { LocalTime(epochSeconds: epochSeconds, offset: $0) }
  }

  /// The offset in whole minutes, which is all that a written time has room for.
  private func minutes(_ zone: String, _ epochSeconds: Int) -> Int? {
    if let fixed = Self.fixedOffset(of: zone) { return fixed }
    return offset(zone, epochSeconds).map { $0 / 60 * 60 }
  }

  /// The offset in a name such as `GMT+0200`, which stands for no place.
  private static func fixedOffset(of zone: String) -> Int? {
    guard zone.hasPrefix("GMT") || zone.hasPrefix("UTC"),
      let match = zone.wholeMatch(of: /(?:GMT|UTC)([+-])(\d\d?):?(\d\d)?/),
      let hours = Int(match.output.2), hours < 19
    else { return nil }
    let minutes = match.output.3.flatMap { Int($0) } ?? 0
    guard minutes < 60 else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return match.output.1 == "-" ? -seconds : seconds
  }
}

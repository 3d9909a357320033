/// A moment together with the wall clock that showed it.
///
/// A journal is read years later and in other places; "11 at night" stays 11 at night, so the
/// offset from universal time is kept with the moment.
public struct LocalTime: Hashable, Sendable {
  /// Seconds since 1 January 1970, universal time.
  public var epochSeconds: Int

  /// Seconds that the wall clock was ahead of universal time; negative west of Greenwich.
  public var offset: Int

  /// Makes a moment.
  ///
  /// - Parameters:
  ///   - epochSeconds: Seconds since 1 January 1970, universal time.
  ///   - offset: Seconds the wall clock is ahead of universal time.
  public init(epochSeconds: Int, offset: Int = 0) {
    self.epochSeconds = epochSeconds
    self.offset = offset
  }

  /// The day the wall clock showed.
  public var day: CalendarDay {
    CalendarDay(number: (wallSeconds - secondOfDay) / 86_400)
  }

  /// The hour the wall clock showed, 0 to 23.
  public var hour: Int { secondOfDay / 3600 }

  /// The minute the wall clock showed, 0 to 59.
  public var minute: Int { secondOfDay / 60 % 60 }

  private var wallSeconds: Int { epochSeconds + offset }
  private var secondOfDay: Int { (wallSeconds % 86_400 + 86_400) % 86_400 }
}

extension LocalTime: Comparable {
  /// Orders moments by universal time.
  public static func < (left: LocalTime, right: LocalTime) -> Bool {
    left.epochSeconds < right.epochSeconds
  }
}

extension LocalTime: CustomStringConvertible {
  /// The moment as RFC 3339 writes it, such as `2026-11-23T19:30:00+01:00`.
  public var description: String {
    let time = [hour, minute, secondOfDay % 60].map { $0.padded(to: 2) }.joined(separator: ":")
    guard offset != 0 else { return "\(day)T\(time)Z" }
    let minutes = abs(offset) / 60
    let zone = "\((minutes / 60).padded(to: 2)):\((minutes % 60).padded(to: 2))"
    return "\(day)T\(time)\(offset < 0 ? "-" : "+")\(zone)"
  }

  /// Reads a moment as RFC 3339 writes it.
  ///
  /// A date alone is read as noon, a time without an offset as universal time, so that a moment
  /// can be typed on a command line.
  ///
  /// - Parameter text: Such as `2026-11-23T19:30:00+01:00`, `2026-11-23 19:30` or `2026-11-23`.
  public init?(_ text: String) {
    let pattern =
      /(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|([+-])(\d\d):?(\d\d))?)?/
    guard let match = text.wholeMatch(of: pattern)?.output else { return nil }
    let number = { (part: Substring?) in part.flatMap { Int($0) } ?? 0 }
    let (year, month, day) = (number(match.1), number(match.2), number(match.3))
    let calendarDay = CalendarDay(year: year, month: month, day: day)
    guard calendarDay.parts == (year, month, day) else { return nil }
    let hour = match.4 == nil ? 12 : number(match.4)
    guard hour < 24, number(match.5) < 60, number(match.6) < 61, number(match.9) < 60 else {
      return nil
    }
    let magnitude = number(match.8) * 3600 + number(match.9) * 60
    offset = match.7 == "-" ? -magnitude : magnitude
    let wall = calendarDay.number * 86_400 + hour * 3600 + number(match.5) * 60 + number(match.6)
    epochSeconds = wall - offset
  }
}

extension LocalTime: Codable {
  /// Reads the moment from one RFC 3339 string.
  ///
  /// - Throws: `DecodingError.dataCorrupted` when the string is not such a time.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let time = LocalTime(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a time must be written as RFC 3339 has it")
    }
    self = time
  }

  /// Writes the moment as one RFC 3339 string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

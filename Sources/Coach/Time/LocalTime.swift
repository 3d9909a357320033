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
    var scan = Scan(Substring(text).utf8)
    guard let year = scan.number(digits: 4), scan.take("-"), let month = scan.number(digits: 2),
      scan.take("-"), let day = scan.number(digits: 2)
    else { return nil }
    let calendarDay = CalendarDay(year: year, month: month, day: day)
    guard calendarDay.parts == (year, month, day) else { return nil }
    guard !scan.isAtEnd else {
      self.init(epochSeconds: calendarDay.number * 86_400 + 43_200)
      return
    }
    guard scan.take("T") || scan.take(" "), let hour = scan.number(digits: 2), hour < 24,
      scan.take(":"), let minute = scan.number(digits: 2), minute < 60,
      let second = scan.seconds(), second < 61, let offset = scan.offset(), scan.isAtEnd
    else { return nil }
    let wall = calendarDay.number * 86_400 + hour * 3600 + minute * 60 + second
    self.init(epochSeconds: wall - offset, offset: offset)
  }
}

/// A walk through the characters of a time.
private struct Scan {
  private var rest: Substring.UTF8View

  init(_ rest: Substring.UTF8View) {
    self.rest = rest
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Takes a character if it is the next one.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes a number of exactly so many digits.
  mutating func number(digits: Int) -> Int? {
    let taken = rest.prefix(digits)
    guard taken.count == digits, taken.allSatisfy({ (48...57).contains($0) }) else { return nil }
    rest = rest.dropFirst(digits)
    return taken.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  /// Takes seconds and a fraction that does not count, where there are any.
  mutating func seconds() -> Int? {
    guard take(":") else { return 0 }
    guard let seconds = number(digits: 2) else { return nil }
    guard take(".") else { return seconds }
    let fraction = rest.prefix { (48...57).contains($0) }
    guard !fraction.isEmpty else { return nil }
    rest = rest.dropFirst(fraction.count)
    return seconds
  }

  /// Takes an offset from universal time, which is none when nothing is left.
  mutating func offset() -> Int? {
    if isAtEnd || take("Z") { return 0 }
    let isBehind = take("-")
    guard isBehind || take("+"), let hours = number(digits: 2) else { return nil }
    _ = take(":")
    guard let minutes = number(digits: 2), minutes < 60 else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return isBehind ? -seconds : seconds
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

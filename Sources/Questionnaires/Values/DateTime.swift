/// A moment as a person may know it: a partial date, with a time where the date is whole.
public struct DateTime: Hashable, Sendable {
  /// The date, as far as it is known.
  public let date: PartialDate
  /// The time of day; `nil` when it is not known.
  public let time: TimeOfDay?
  /// The offset from UTC as FHIR writes it, `Z` or `+01:00`; empty when not given.
  public let zone: String

  /// Makes a moment, or nothing when a time goes with a date that is not whole.
  public init?(date: PartialDate, time: TimeOfDay? = nil, zone: String = "") {
    guard time == nil || date.day != nil else { return nil }
    self.date = date
    self.time = time
    self.zone = zone
  }

  /// Reads a date, alone or followed by `T` or a space and a time, with or without an offset.
  ///
  /// - Parameter text: A moment such as `2026-11-23T20:15:00+01:00`.
  public init?(_ text: String) {
    let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
    guard let date = parts.first.flatMap({ PartialDate(String($0)) }) else { return nil }
    guard parts.count == 2 else {
      self.init(date: date)
      return
    }
    let clock = parts[1].prefix { !"Z+-".contains($0) }
    let zone = String(parts[1].dropFirst(clock.count))
    guard let time = TimeOfDay(String(clock)), Self.minutes(in: zone) != nil else { return nil }
    self.init(date: date, time: time, zone: zone)
  }

  /// The first and the last second the moment may stand for, as numbers that grow with time.
  ///
  /// Moments without an offset count as if they were given in UTC.
  var span: ClosedRange<Int> {
    let offset = (Self.minutes(in: zone) ?? 0) * 60
    let earliest = Self.dayNumber(date.earliest) * 86_400
    let latest = Self.dayNumber(date.latest) * 86_400 + 86_399
    guard let time else { return (earliest - offset)...(latest - offset) }
    let second = earliest + time.secondOfDay - offset
    return second...second
  }

  private static func minutes(in zone: String) -> Int? {
    if zone.isEmpty || zone == "Z" { return 0 }
    guard let time = TimeOfDay(String(zone.dropFirst())) else { return nil }
    return (zone.hasPrefix("-") ? -1 : 1) * (time.hour * 60 + time.minute)
  }

  /// Days since 1 March of the year 0, for a date packed as year, month and day in decimals.
  private static func dayNumber(_ packed: Int) -> Int {
    let (year, month, day) = (packed / 10_000, packed / 100 % 100, packed % 100)
    let shiftedYear = month > 2 ? year : year - 1
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let leapDays = shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
    return 365 * shiftedYear + leapDays + (153 * shiftedMonth + 2) / 5 + day
  }
}

extension DateTime: CustomStringConvertible {
  /// The moment as FHIR writes it.
  public var description: String { time.map { "\(date)T\($0)\(zone)" } ?? "\(date)" }
}

extension DateTime: Codable {
  /// Reads the moment from its text.
  ///
  /// - Throws: `DecodingError.dataCorrupted` when the text is no moment.
  public init(from decoder: any Decoder) throws {
    guard let moment = DateTime(try String(from: decoder)) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "not a moment such as 2026-11-23T20:15:00Z"))
    }
    self = moment
  }

  /// Writes the moment as its text.
  public func encode(to encoder: any Encoder) throws {
    try description.encode(to: encoder)
  }
}
